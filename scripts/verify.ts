/**
 * `npm run verify`: what takes longer than CI allows, or needs more than Node. One table at the end. Other runtimes are installed
 * outside the repository, from npm.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

interface Row {
  readonly name: string;
  readonly ok: boolean;
  readonly seconds: number;
  /** The last line that the command printed. */
  readonly said: string;
}

const root = resolve(import.meta.dirname, '..');
const scratch = mkdtempSync(join(tmpdir(), 'replyguard-verify-'));
const rows: Row[] = [];

function step(name: string, command: string, ...arguments_: string[]): void {
  process.stdout.write(`\n== ${name}\n`);
  const started = performance.now();
  const { status, stdout, stderr } = spawnSync(command, arguments_, {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    env: { ...process.env, NO_COLOR: '1' },
  });
  const output = `${stdout ?? ''}${status === 0 ? '' : stderr ?? ''}`;
  process.stdout.write(output);
  const said = output.trimEnd().split('\n').at(-1) ?? '';
  rows.push({ name, ok: status === 0, seconds: (performance.now() - started) / 1000, said });
}

/** Path of a runtime that npm installs. */
function runtime(specifier: string, binary: string): string {
  const prefix = join(scratch, binary, specifier.replaceAll(/\W/g, '-'));
  spawnSync('npm', ['install', '--prefix', prefix, '--no-package-lock', '--silent', specifier], { stdio: 'inherit' });
  return join(prefix, 'node_modules/.bin', binary);
}

try {
  step('build', 'npm', 'run', '--silent', 'build');
  step('Node 24, all', runtime('node@24', 'node'), 'scripts/smoke.mjs');
  step('Bun, core', runtime('bun@1', 'bun'), 'scripts/smoke-core.mjs');
  step('Deno, core', runtime('deno@2', 'deno'), 'run', '--allow-read', 'scripts/smoke-core.mjs');
  step('decisions', 'npm', 'run', '--silent', 'verify:decisions');
  step('wording', 'npm', 'run', '--silent', 'verify:wording');
  step('repairs', 'npm', 'run', '--silent', 'repairs');
  step('mutation', 'npm', 'run', '--silent', 'verify:mutation');
  step('bench', 'npm', 'ci', '--prefix', 'bench', '--silent');
  step('speed', 'npm', 'run', '--silent', 'bench', '--', '--strict');
} finally {
  rmSync(scratch, { recursive: true, force: true });
}

process.stdout.write('\n');
for (const { name, ok, seconds, said } of rows) {
  process.stdout.write(
    `${name.padEnd(16)}${(ok ? 'ok' : 'FAILED').padEnd(8)}${`${seconds.toFixed(0)}s`.padStart(6)}  ${said}\n`,
  );
}
const failed = rows.filter(({ ok }) => !ok).length;
process.stdout.write(`\n${rows.length - failed} passed, ${failed} failed\n`);
process.exitCode = failed === 0 ? 0 : 1;
