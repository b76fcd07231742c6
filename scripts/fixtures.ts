/**
 * Runs the library's fixtures and compares them with the known gaps:
 * `npm run fixtures [-- --update-gaps] [-- --against REF] [-- --show FILE-OR-ID]`.
 *
 * `--update-gaps` drops gaps that pass now and enters fixtures that are new. It never turns a fixture that passed
 * into a gap. `--against main` also compares the lists with those of another branch, in case they were edited by
 * hand. `--show` prints the differences of a file, a category, or one fixture, gaps included.
 */
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { BASELINE_FILES, parseIds, readBaseline, writeBaseline } from '../src/testing/baseline.ts';
import { loadFixtures } from '../src/testing/files.ts';
import { compareGaps, demoted, isSettled, updateBaseline } from '../src/testing/gaps.ts';
import { guardFactory } from '../src/testing/guard.ts';
import { checkAdvice, describeOutcome, runFixtures } from '../src/testing/judge.ts';
import type { Outcome } from '../src/testing/judge.ts';

const { values: flags } = parseArgs({
  options: { 'update-gaps': { type: 'boolean', default: false }, against: { type: 'string' }, show: { type: 'string' } },
});

const folder = fileURLToPath(new URL('../fixtures', import.meta.url));
const factory = guardFactory();
const outcomes = runFixtures(loadFixtures(['.'], { root: folder }), factory);
let baseline = readBaseline(folder);

if (flags.show !== undefined) show(flags.show);
if (flags['update-gaps']) {
  baseline = updateBaseline(outcomes, baseline);
  writeBaseline(folder, baseline);
}

const report = compareGaps(outcomes, baseline);
list('passed before and fail now (mend them; they may not become gaps)', report.broken);
list('fail and are new (mend them, or enter them: npm run fixtures -- --update-gaps)', report.fresh);
names('stale gaps: they pass, remove them (npm run fixtures -- --update-gaps)', ids(report.stale));
names('pass and are not recorded yet (npm run fixtures -- --update-gaps)', ids(report.unrecorded));
names('listed, but there is no such fixture (npm run fixtures -- --update-gaps)', report.gone);

const advice = checkAdvice(outcomes, factory);
for (const { rule, advice: wording, labels, fixture } of advice) {
  write(`the advice of ${rule} (shown by ${fixture.id}) gets ${labels.join(', ')} itself: ${wording}`);
}

let fallen: readonly string[] = [];
if (flags.against !== undefined) {
  const ref = flags.against;
  execFileSync('git', ['rev-parse', '--verify', '--quiet', `${ref}^{commit}`]);
  const at = (name: string) => {
    const file = `fixtures/${name}`;
    const there = execFileSync('git', ['ls-tree', ref, file], { encoding: 'utf8' }) !== '';
    return there ? parseIds(execFileSync('git', ['show', `${ref}:${file}`], { encoding: 'utf8' })) : {};
  };
  fallen = demoted({ gaps: at(BASELINE_FILES.gaps), passing: at(BASELINE_FILES.passing) }, baseline);
  names(`passed on ${ref} and are gaps here`, fallen);
}

byFile();
write(`${report.passed} fixtures pass, ${report.open.length} known gaps, ${outcomes.length} in all`);
if (!isSettled(report) || advice.length > 0 || fallen.length > 0) process.exitCode = 1;

function byFile(): void {
  const counts = new Map<string, { all: number; gaps: number }>();
  const open = new Set(ids(report.open));
  for (const { fixture } of outcomes) {
    const count = counts.get(fixture.file) ?? { all: 0, gaps: 0 };
    count.all += 1;
    if (open.has(fixture.id)) count.gaps += 1;
    counts.set(fixture.file, count);
  }
  for (const [file, { all, gaps }] of counts) write(`  ${file}: ${all} fixtures, ${gaps} known gaps`);
}

function show(what: string): void {
  for (const outcome of outcomes) {
    const { fixture, differences } = outcome;
    const named = fixture.id === what || fixture.file.includes(what);
    const about = differences.some(({ label }) => label === what);
    if (differences.length > 0 && (named || about)) write(describeOutcome(outcome));
  }
}

function list(title: string, some: readonly Outcome[]): void {
  if (some.length === 0) return;
  write(`${some.length} ${title}:`);
  for (const outcome of some.slice(0, 50)) write(describeOutcome(outcome));
  if (some.length > 50) write(`… and ${some.length - 50} more`);
}

function names(title: string, some: readonly string[]): void {
  if (some.length > 0) write(`${some.length} ${title}: ${some.join(', ')}`);
}

function ids(some: readonly Outcome[]): string[] {
  return some.map(({ fixture }) => fixture.id);
}

function write(line: string): void {
  process.stdout.write(`${line}\n`);
}
