import { spawn } from 'node:child_process';
import type { ChildProcessWithoutNullStreams } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { buildSync } from 'esbuild';
import Papa from 'papaparse';
import { afterAll } from 'vitest';
import type { AuditSummary } from '../../../src/audit/index.ts';

/** The command line and its worker as files beside each other, as in the package. */
const built = resolve(import.meta.dirname, `../../../node_modules/.cache/replyguard/audit-${process.pid}`);
mkdirSync(built, { recursive: true });
writeFileSync(join(built, 'package.json'), '{"type":"module"}');
buildSync({
  entryPoints: {
    main: resolve(import.meta.dirname, '../../../src/cli/main.ts'),
    'audit-worker': resolve(import.meta.dirname, '../../../src/cli/audit/worker.ts'),
  },
  outdir: built,
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  packages: 'external',
});

/** A folder that the tests of a file share. */
export const folder = mkdtempSync(join(tmpdir(), 'replyguard-audit-'));
afterAll(() => {
  rmSync(built, { recursive: true });
  rmSync(folder, { recursive: true });
});

/** What an audit left behind. */
export interface Outcome {
  readonly status: number | null;
  readonly out: string;
  readonly err: string;
}

/** Starts `replyguard audit` in the shared folder; quick to start with, the rules alone and one thread unless said otherwise. */
export function start(arguments_: readonly string[]): ChildProcessWithoutNullStreams {
  const defaults = ['--reader', 'rules', '--no-progress', '--no-config', ...(arguments_.includes('--lang') ? [] : ['--lang', 'en'])];
  const threads = arguments_.includes('--threads') ? [] : ['--threads', '1'];
  return spawn(process.execPath, [join(built, 'main.js'), 'audit', ...arguments_, ...defaults, ...threads], {
    cwd: folder,
    env: { ...process.env, FORCE_COLOR: '', NO_COLOR: '1' },
  });
}

/** Runs `replyguard audit` to its end. */
export function audit(...arguments_: string[]): Promise<Outcome> {
  return outcomeOf(start(arguments_));
}

/** Waits for the end of a process. */
export function outcomeOf(child: ChildProcessWithoutNullStreams): Promise<Outcome> {
  return new Promise((done, fail) => {
    let out = '';
    let err = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text));
    child.on('error', fail);
    child.on('close', (status) => done({ status, out, err }));
  });
}

/** Runs an audit and gives its summary. */
export async function summaryOf(...arguments_: string[]): Promise<AuditSummary> {
  const { out, err } = await audit(...arguments_, '--format', 'json');
  if (out === '') throw new Error(err);
  return JSON.parse(out);
}

/** Writes a file into the shared folder. */
export function write(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  mkdirSync(resolve(path, '..'), { recursive: true });
  writeFileSync(path, content);
  return name;
}

/** Text of a file in the shared folder. */
export function read(name: string): string {
  return readFileSync(join(folder, name), 'utf8');
}

/** Rows of a list that an audit wrote, by the names of its columns. */
export function list(name: string): Record<string, string>[] {
  return Papa.parse<Record<string, string>>(read(name).replace(/^\ufeff/, ''), { header: true, skipEmptyLines: true }).data;
}

/** A reply that no policy of ours allows. */
export const BAD = '亲，退款24小时内一定到账哦';
/** A reply that nobody minds. */
export const GOOD = '您好，请问您想了解哪款商品呢？';
