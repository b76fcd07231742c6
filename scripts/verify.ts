/**
 * `npm run verify`: what takes longer than CI allows, or needs more than Node. One table at the end, an hour at most.
 * `npm run verify -- stream playground` runs only the steps named.
 */
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

/** A step: an npm script, what is handed to it, and how long it may take. */
interface Step {
  readonly name: string;
  readonly script: string;
  readonly arguments?: readonly string[];
  readonly minutes: number;
}

interface Row {
  readonly name: string;
  readonly ok: boolean;
  readonly seconds: number;
  /** The last line that the command printed, or why it did not run. */
  readonly said: string;
}

/** To add a step, add a line. Later steps use what `build` built. */
const STEPS: readonly Step[] = [
  { name: 'build', script: 'build', minutes: 5 },
  { name: 'runtimes', script: 'verify:runtimes', arguments: ['--built'], minutes: 10 },
  { name: 'playground', script: 'verify:playground', minutes: 5 },
  { name: 'rule pages', script: 'docs:rules', arguments: ['--check'], minutes: 2 },
  { name: 'API pages', script: 'docs:api', minutes: 5 },
  { name: 'decisions', script: 'verify:decisions', minutes: 20 },
  { name: 'wording', script: 'verify:wording', minutes: 10 },
  { name: 'repairs', script: 'repairs', minutes: 10 },
  { name: 'stream', script: 'verify:stream', minutes: 15 },
  { name: 'reports', script: 'verify:reports', minutes: 5 },
  { name: 'vitest', script: 'verify:vitest', minutes: 5 },
  { name: 'promptfoo', script: 'verify:promptfoo', minutes: 10 },
  { name: 'queue', script: 'verify:queue', minutes: 10 },
  { name: 'mutation', script: 'verify:mutation', minutes: 20 },
  { name: 'evasive writing', script: 'noise', minutes: 10 },
  { name: 'speed', script: 'verify:speed', minutes: 10 },
];
const HOUR = 3_600_000;
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
const ROOT = resolve(import.meta.dirname, '..');

/** Runs a command, shows what it prints, and ends it with all that it started when its time is over. */
function run(command: readonly string[], milliseconds: number): Promise<{ readonly ok: boolean; readonly said: string }> {
  return new Promise((done) => {
    const [program = '', ...rest] = command;
    const child = spawn(program, rest, { cwd: ROOT, detached: true, stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, NO_COLOR: '1' } });
    const last = { stdout: '', stderr: '' };
    let late = false;
    const end = (): void => {
      process.kill(-child.pid!, 'SIGKILL');
    };
    const interrupted = (): void => {
      end();
      process.exit(130);
    };
    const timer = setTimeout(() => {
      late = true;
      end();
    }, milliseconds);
    for (const signal of SIGNALS) process.once(signal, interrupted);
    for (const name of ['stdout', 'stderr'] as const) {
      child[name].on('data', (chunk: Buffer) => {
        process.stdout.write(chunk);
        last[name] = chunk.toString().trimEnd().split('\n').at(-1) || last[name];
      });
    }
    child.once('error', ({ message }) => (last.stderr = message));
    child.once('close', (code) => {
      clearTimeout(timer);
      for (const signal of SIGNALS) process.off(signal, interrupted);
      done({ ok: code === 0, said: late ? `stopped after ${Math.round(milliseconds / 60_000)} minutes` : last.stdout || last.stderr });
    });
  });
}

async function take({ name, script, arguments: rest = [], minutes }: Step, left: number): Promise<Row> {
  if (!(script in scripts)) return { name, ok: false, seconds: 0, said: `package.json has no script "${script}"` };
  if (left <= 0) return { name, ok: false, seconds: 0, said: 'not run: the hour is over' };
  process.stdout.write(`\n== ${name}\n`);
  const started = performance.now();
  const { ok, said } = await run(['npm', 'run', '--silent', script, ...(rest.length === 0 ? [] : ['--', ...rest])], Math.min(minutes * 60_000, left));
  return { name, ok, seconds: (performance.now() - started) / 1000, said };
}

const { scripts } = JSON.parse(readFileSync(resolve(ROOT, 'package.json'), 'utf8')) as { scripts: Readonly<Record<string, string>> };
const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => STEPS.every((step) => step.name !== name));
if (unknown.length > 0) throw new Error(`no step ${unknown.join(', ')}; there are ${STEPS.map(({ name }) => name).join(', ')}`);

const deadline = performance.now() + HOUR;
const rows: Row[] = [];
for (const step of STEPS) {
  if (wanted.length === 0 || wanted.includes(step.name)) rows.push(await take(step, deadline - performance.now()));
}

process.stdout.write('\n');
for (const { name, ok, seconds, said } of rows) {
  process.stdout.write(`${name.padEnd(14)}${(ok ? 'ok' : 'FAILED').padEnd(8)}${`${seconds.toFixed(0)}s`.padStart(6)}  ${said}\n`);
}
const failed = rows.filter(({ ok }) => !ok).length;
process.stdout.write(`\n${rows.length - failed} passed, ${failed} failed\n`);
process.exitCode = failed === 0 ? 0 : 1;
