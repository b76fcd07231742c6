/**
 * Runs the assertion of the built package inside promptfoo itself: installs promptfoo in a temporary folder (260 MB, so it is no
 * development dependency) and lets its `runAssertion` load it as a file and as a package. Needs `npm run build` and the npm
 * registry; nothing else is asked over the network. Ends with the line `N passed, N failed`.
 *
 * npm run verify:promptfoo [-- FOLDER]: a folder where that version of promptfoo is installed already; it stays.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

/** The newest version that runs on Node 20. */
const PROMPTFOO = 'promptfoo@0.121.20';

const root = resolve(import.meta.dirname, '..');
const [installed] = process.argv.slice(2);
const folder = installed ?? mkdtempSync(join(tmpdir(), 'replyguard-promptfoo-'));

const program = `
import { spawnSync } from 'node:child_process';
import promptfoo from 'promptfoo';
let passed = 0;
let failed = 0;
function expect(name, holds, seen) {
  if (holds) passed += 1;
  else {
    failed += 1;
    console.log('not so: ' + name + ' ' + JSON.stringify(seen));
  }
}
const run = (output, value, more = {}, vars = {}) =>
  promptfoo.assertions.runAssertion({
    assertion: { type: 'javascript', value, ...more },
    test: { vars },
    providerResponse: { output },
  });
const GOOD = '您好，退款会在3到5个工作日内原路退回，以银行到账为准。';
const BAD = '您好，退款24小时内一定到账，另外给您三倍赔偿。';
for (const value of ['file://' + process.cwd() + '/assert.mjs', 'package:replyguard/promptfoo:replyguard']) {
  const good = await run(GOOD, value);
  expect(value + ': a good reply passes', good.pass === true && good.score === 1, good);
  const bad = await run(BAD, value);
  expect(value + ': a bad one fails', bad.pass === false && bad.score < 1, bad);
  expect(value + ': the reason names the rule', /timeline\\//.test(bad.reason), bad.reason);
  expect(value + ': scores by category arrive', bad.namedScores?.['replyguard/timeline'] === 0 && bad.namedScores?.['replyguard/future'] === 1, bad.namedScores);
  expect(value + ': one component for each category', bad.componentResults?.length === 14 && bad.componentResults.filter(({ pass }) => !pass).length === 2, bad.componentResults);
  expect(value + ': findings arrive', bad.metadata?.replyguard?.findings?.length === 2, bad.metadata);
  const policy = { extends: 'default', caps: { coupon: 50 } };
  const coupon = '给您一张30元无门槛券作为补偿。';
  expect(value + ': no configuration', (await run(coupon, value)).pass === false);
  expect(value + ': configuration', (await run(coupon, value, { config: { policy } })).pass === true);
  const overridden = await run(coupon, value, { config: { policy } }, { replyguard: { policy: 'default' } });
  expect(value + ': variables go before it', overridden.pass === false, overridden);
  const wrong = await run(GOOD, value, { config: { polcy: 1 } }).then((result) => result, (error) => ({ pass: false, reason: String(error) }));
  expect(value + ': a wrong setting does not pass', wrong.pass === false && wrong.reason.includes('polcy'), wrong);
}
// The example, by the command line: 100 is promptfoo's exit status where a test fails.
for (const [bot, status] of [['careful-bot', 0], ['careless-bot', 100]]) {
  const run = spawnSync('npx', ['promptfoo', 'eval', '-c', 'example/promptfooconfig.yaml', '-r', 'file://' + bot + '.mjs', '--no-cache', '--no-table'], { encoding: 'utf8' });
  expect('the example with the ' + bot, run.status === status, run.stdout.slice(-2000) + run.stderr.slice(-2000));
}
console.log(passed + ' passed, ' + failed + ' failed');
process.exit(failed === 0 ? 0 : 1);
`;

try {
  if (installed === undefined) {
    writeFileSync(join(folder, 'package.json'), '{ "private": true, "type": "module" }\n');
    execFileSync('npm', ['install', PROMPTFOO, '--no-audit', '--no-fund', '--no-save', '--loglevel=error'], { cwd: folder, stdio: 'inherit' });
  }
  rmSync(join(folder, 'node_modules/replyguard'), { force: true });
  symlinkSync(root, join(folder, 'node_modules/replyguard'), 'dir');
  writeFileSync(join(folder, 'assert.mjs'), "export { default } from 'replyguard/promptfoo';\n");
  writeFileSync(join(folder, 'verify.mjs'), program);
  cpSync(join(root, 'examples/promptfoo'), join(folder, 'example'), { recursive: true });
  const env = { ...process.env, PROMPTFOO_DISABLE_TELEMETRY: '1', PROMPTFOO_DISABLE_UPDATE: '1', PROMPTFOO_CONFIG_DIR: join(folder, 'config') };
  const { status } = spawnSync(process.execPath, ['verify.mjs'], { cwd: folder, stdio: 'inherit', env });
  process.exitCode = status ?? 1;
} finally {
  if (installed === undefined) rmSync(folder, { recursive: true, force: true });
}
