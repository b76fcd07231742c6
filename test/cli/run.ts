import { spawn } from 'node:child_process';
import { resolve } from 'node:path';

const main = resolve(import.meta.dirname, '../../src/cli/main.ts');
const tsx = import.meta.resolve('tsx');

/** What a run of the command line left behind. */
export interface Outcome {
  readonly status: number | null;
  readonly out: string;
  readonly err: string;
  /** The lines of standard output, parsed as JSON. */
  json(): Record<string, unknown>[];
}

/** Runs `replyguard` in a process of its own. */
export function replyguard(
  arguments_: readonly string[],
  { input = '', cwd, env = {} }: { input?: string | Uint8Array; cwd?: string; env?: Record<string, string> } = {},
): Promise<Outcome> {
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, ['--import', tsx, main, ...arguments_], {
      cwd,
      env: { ...process.env, FORCE_COLOR: '', NO_COLOR: '1', ...env },
    });
    let out = '';
    let err = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text));
    child.stdin.on('error', () => undefined);
    child.on('error', fail);
    child.on('close', (status) => {
      const json = (): Record<string, unknown>[] =>
        out
          .split('\n')
          .filter((line) => line !== '')
          .map((line): Record<string, unknown> => JSON.parse(line));
      done({ status, out, err, json });
    });
    child.stdin.end(input);
  });
}

/** A reply that no policy of ours allows. */
export const BAD = '亲，退款24小时内一定到账哦';
/** A reply that nobody minds. */
export const GOOD = '您好，请问您想了解哪款商品呢？';
