/**
 * Runs the matchers of the built package in vitest 4 and 5, and checks their types there: installs both in a temporary folder, with
 * Node 22, which version 5 needs. Needs `npm run build` and the npm registry. Ends with the line `N passed, N failed`.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const VERSIONS = ['4.1.12', '5.1.1'];
const root = resolve(import.meta.dirname, '..');

const test = `import { expect, it } from 'vitest';
import { describeFixtures } from 'replyguard/vitest/register';

it('matches', async () => {
  expect('给您三倍赔偿。').not.toPassReplyGuard();
  expect('给您三倍赔偿。').toHaveFinding('compensation');
  expect({ reply: '您好' }).toEqual({ reply: expect.toPassReplyGuard({ failOn: 'block' }) });
  await expect(Promise.resolve('您好')).resolves.toPassReplyGuard();
  // @ts-expect-error there is no such category
  expect(() => expect('您好').toHaveFinding('nothing')).toThrow('no category');
  // @ts-expect-error there is no such option
  expect(() => expect('您好').toPassReplyGuard({ failsOn: 'block' })).toThrow('options.failsOn');
});

describeFixtures('replies.yml');
`;

const results = VERSIONS.flatMap((version) => {
  const folder = mkdtempSync(join(tmpdir(), 'replyguard-vitest-'));
  try {
    writeFileSync(join(folder, 'package.json'), '{ "private": true, "type": "module" }\n');
    writeFileSync(join(folder, 'replies.test.ts'), test);
    writeFileSync(join(folder, 'replies.yml'), '- id: triple\n  reply: 给您三倍赔偿。\n  labels: [compensation]\n');
    // Packed, not linked: a link would find the types of this repository's own vitest.
    const [packed]: { filename: string }[] = JSON.parse(
      execFileSync('npm', ['pack', '--ignore-scripts', '--json', '--pack-destination', folder], { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }),
    );
    const packages = [`vitest@${version}`, 'vite', 'typescript@5.9.3', 'node@22', `./${packed!.filename}`];
    execFileSync('npm', ['install', ...packages, '--no-audit', '--no-fund', '--no-save', '--loglevel=error'], { cwd: folder, stdio: 'inherit' });
    const bin = join(folder, 'node_modules/.bin');
    const run = (program: string, ...values: readonly string[]): boolean =>
      spawnSync(program, values, { cwd: folder, stdio: 'inherit', env: { ...process.env, NODE_OPTIONS: '' } }).status === 0;
    return [
      { name: `vitest ${version} runs`, holds: run(join(bin, 'node'), 'node_modules/vitest/vitest.mjs', 'run') },
      {
        name: `types in vitest ${version}`,
        holds: run(join(bin, 'tsc'), '--noEmit', '--strict', '--target', 'es2022', '--module', 'esnext', '--moduleResolution', 'bundler', '--lib', 'es2022,dom', 'replies.test.ts'),
      },
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
for (const { name, holds } of results) process.stdout.write(`${holds ? 'ok' : 'NOT OK'}: ${name}\n`);
const failed = results.filter(({ holds }) => !holds).length;
process.stdout.write(`${results.length - failed} passed, ${failed} failed\n`);
process.exitCode = failed === 0 ? 0 : 1;
