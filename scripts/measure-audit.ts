/**
 * `npm run measure:audit [-- rows [rules|both]]`: how fast the built command line audits made-up chats (1,000,000 rows by default) on
 * one and on two threads, with the rules alone and with both readers, and how much memory it holds on the way. Needs `npm run build`
 * before. On a machine that is busy otherwise only the processor time says something.
 */
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '..');
const rows = Number(process.argv[2] ?? 1_000_000);
const readers = process.argv[3] === undefined ? ['rules', 'both'] : [process.argv[3]];
const folder = mkdtempSync(join(tmpdir(), 'replyguard-measure-'));
/** Resident memory is looked at so often, in milliseconds. */
const EVERY = 250;

interface Measured {
  readonly seconds: number;
  /** Processor time of all threads. */
  readonly cpu: number;
  /** Megabytes resident at a quarter, a half, three quarters and the end of the time. */
  readonly memory: readonly number[];
}

try {
  const file = join(folder, 'chats.csv');
  spawnSync('npx', ['tsx', 'scripts/generate-chats.ts', String(rows), file], { cwd: root, stdio: 'ignore' });
  process.stdout.write(`${rows} rows, ${(statSync(file).size / 1e6).toFixed(0)} MB, Node ${process.version}\n`);
  process.stdout.write('readers  threads   rows/s   seconds   CPU seconds   MB resident at 1/4, 1/2, 3/4, end\n');
  for (const reader of readers) {
    for (const threads of [1, 2]) {
      const { seconds, cpu, memory } = await measure(file, reader, threads);
      process.stdout.write(
        `${reader.padEnd(9)}${String(threads).padStart(7)}${(rows / seconds).toFixed(0).padStart(9)}${seconds.toFixed(1).padStart(10)}${cpu.toFixed(1).padStart(14)}   ${memory.join(', ')}\n`,
      );
    }
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function measure(file: string, reader: string, threads: number): Promise<Measured> {
  const started = performance.now();
  const out = join(folder, `${reader}-${threads}`);
  const options = ['--out', out, '--threads', String(threads), '--reader', reader, '--no-progress', '--format', 'json', '--no-config'];
  const child = spawn(process.execPath, [join(root, 'dist/cli/main.js'), 'audit', file, ...options], { cwd: folder, stdio: 'ignore' });
  const samples: number[] = [];
  let cpu = 0;
  const timer = setInterval(() => {
    try {
      samples.push(Math.round(Number(/^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1] ?? 0) / 1000));
      const fields = readFileSync(`/proc/${child.pid}/stat`, 'utf8').split(') ')[1]!.split(' ');
      // Fields 14 and 15 of the line, in hundredths of a second on Linux.
      cpu = (Number(fields[11]) + Number(fields[12])) / 100;
    } catch {
      // It has just ended.
    }
  }, EVERY);
  const status = await new Promise<number | null>((done) => child.on('close', done));
  clearInterval(timer);
  if (status !== 1) throw new Error(`the audit ended with ${status}`);
  const at = (share: number): number => samples[Math.min(samples.length - 1, Math.floor(samples.length * share))] ?? 0;
  return { seconds: (performance.now() - started) / 1000, cpu, memory: [at(0.25), at(0.5), at(0.75), at(1)] };
}
