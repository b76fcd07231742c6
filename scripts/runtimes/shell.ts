/** Running programs outside the repository, with an end to each. */
import { spawn, spawnSync } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const INSTALL_TIMEOUT = 300_000;
const RUN_TIMEOUT = 180_000;

/** What a program said. */
export interface Said {
  readonly ok: boolean;
  readonly output: string;
  /** Why it did not end well; empty if it did. */
  readonly fault: string;
}

/** Runs a program to its end. */
export function run(command: string, arguments_: readonly string[], cwd: string, timeout = RUN_TIMEOUT): Said {
  const { status, signal, error, stdout, stderr } = spawnSync(command, arguments_, { cwd, encoding: 'utf8', timeout, maxBuffer: 1 << 28 });
  if (status === 0) return { ok: true, output: stdout, fault: '' };
  const lines = (stderr || stdout || '').trim().split('\n');
  const telling = (lines.find((line) => /error/i.test(line)) ?? lines.at(-1) ?? '').slice(0, 300);
  const how = error?.message ?? (signal === null ? `exit ${status}` : signal);
  return { ok: false, output: stdout ?? '', fault: [how, telling].filter(Boolean).join(': ') };
}

/** Installs packages of npm into a folder of their own; throws if npm cannot. */
export function install(folder: string, ...specifiers: string[]): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{ "private": true, "type": "module" }\n');
  const { ok, fault } = run('npm', ['install', '--no-audit', '--no-fund', '--no-package-lock', '--loglevel=error', ...specifiers], folder, INSTALL_TIMEOUT);
  if (!ok) throw new Error(`npm install ${specifiers.join(' ')}: ${fault}`);
}

/** Starts a program that serves until it is stopped. */
export function start(command: string, arguments_: readonly string[], cwd: string): ChildProcess {
  return spawn(command, arguments_, { cwd, stdio: ['ignore', 'inherit', 'inherit'] });
}

/** Stops what {@link start} started and waits for its end. */
export async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  await ended;
}
