/**
 * Runs the built package as it stands in `dist`, in plain JavaScript so that any version of Node can: the doors, the command
 * line, and every fixture that the tests run. Ends with the line `N passed, N failed`.
 */
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

const dist = new URL('../dist/', import.meta.url);
const require = createRequire(import.meta.url);
let passed = 0;
let failed = 0;

/** One expectation. */
function expect(name, holds) {
  if (holds) passed += 1;
  else {
    failed += 1;
    console.log(`not so: ${name}`);
  }
}

const bad = '亲，退款24小时内一定到账哦';
const { createGuard } = await import(new URL('index.js', dist).href);
const commonJs = require(fileURLToPath(new URL('index.cjs', dist)));
const report = createGuard().check(bad);
expect('a bad reply is blocked', report.verdict === 'block');
expect('a finding quotes the reply', report.findings.every(({ start, end, text }) => bad.slice(start, end) === text));
expect('CommonJS says the same', JSON.stringify(commonJs.createGuard().check(bad)) === JSON.stringify(report));
expect('a clean reply passes', createGuard().check('您好，请问您想了解哪款商品呢？').verdict === 'pass');

const main = fileURLToPath(new URL('cli/main.js', dist));
const line = spawnSync(process.execPath, [main, 'check', '--jsonl'], { input: `{"id":1,"reply":"${bad}"}\n`, encoding: 'utf8' });
expect('the command line exits with 1', line.status === 1);
expect('the command line echoes the id', line.stdout.startsWith('{"id":1,"verdict":"block"'));

// The whole fixture suite, judged by the built guard: what passes by the committed list passes here.
const testing = await import(new URL('testing/index.js', dist).href);
const folder = fileURLToPath(new URL('../fixtures', import.meta.url));
const guards = new Map();
const outcomes = testing.runFixtures(testing.loadFixtures(['.'], { root: folder }), (policy) => {
  const key = JSON.stringify(policy);
  if (!guards.has(key)) guards.set(key, createGuard({ policy }));
  return guards.get(key);
});
const gaps = testing.compareGaps(outcomes, testing.readBaseline(folder));
for (const { fixture } of gaps.broken) console.log(`broken: ${fixture.id}`);
passed += gaps.passed;
failed += gaps.broken.length;
expect('there are fixtures that pass', gaps.passed > 0);

console.log(`Node ${process.version}`);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
