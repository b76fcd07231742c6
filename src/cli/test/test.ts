import { relative, resolve } from 'node:path';
import { contextOf, exampleOf, FixtureError, loadFixtures, runFixtures } from '../../testing/index.ts';
import type { Fixture, MutationScope, Outcome, PolicyReference } from '../../testing/index.ts';
import type { Language } from '../../index.ts';
import { EXIT, UsageError } from '../failure.ts';
import type { ReaderChoice } from '../guards.ts';
import type { Terminal } from '../io.ts';
import { isRecord } from '../record.ts';
import type { Shop } from '../shop.ts';
import { coverageTable, mutationTable } from './coverage.ts';
import { fixtureGuards } from './guards.ts';
import type { FixtureGuards } from './guards.ts';
import { testLibrary } from './library.ts';
import { failure } from './pretty.ts';
import { updateGaps } from './update.ts';

/** What `replyguard test` was asked to do. */
export interface TestOptions {
  readonly shop: Shop;
  /** Files, folders or patterns from the current folder; none: where the shop's file says. */
  readonly paths: readonly string[];
  readonly reader: ReaderChoice;
  readonly language: Language;
  readonly format: 'pretty' | 'json';
  readonly coverage: boolean;
  readonly mutate: MutationScope | undefined;
  readonly withLibrary: boolean;
  /** Whether failures become known gaps: after asking, or without. */
  readonly update: 'ask' | 'yes' | undefined;
}

/** A run over fixtures, sorted by what it means. */
export interface TestRun {
  readonly outcomes: readonly Outcome[];
  readonly failed: readonly Outcome[];
  /** Fail, and their file says that they do. */
  readonly gaps: readonly Outcome[];
  /** Pass, though their file says that they fail. */
  readonly stale: readonly Outcome[];
  readonly guards: FixtureGuards;
}

/**
 * `replyguard test`: runs the fixtures, and what else was asked for.
 *
 * @returns the exit status
 * @throws UsageError for files that cannot be used.
 */
export async function testShop(options: TestOptions, terminal: Terminal): Promise<number> {
  const { shop, language } = options;
  const { colour, stdout } = terminal;
  const fixtures = fixturesOf(options, terminal.cwd);
  const run = await runShop(fixtures, options);
  let status: number = printRun(run, options, terminal);
  if (options.update !== undefined) status = await updateGaps(run, options, terminal);
  if (options.withLibrary && (await testLibrary(options, terminal)) > 0) status = EXIT.findings;
  const data = { extension: shop.extension, policy: policyOfShop(shop) };
  if (options.coverage) stdout.write(coverageTable(fixtures, data, { language, colour }));
  if (options.mutate !== undefined) stdout.write(mutationTable(fixtures, data, options.mutate, { language, colour }).text);
  return status;
}

/**
 * The fixtures that are to be run; those that name no policy have the shop's.
 *
 * @throws UsageError if there are none, or a file has mistakes: each with file, line, column and what was expected.
 */
export function fixturesOf({ shop, paths, language }: TestOptions, cwd: string): Fixture[] {
  const fixtures = fixturesIn(shop, cwd, language, paths);
  if (fixtures.length > 0) return fixtures;
  const where = (paths.length > 0 ? paths : shop.fixtures).join(', ');
  throw new UsageError(
    language === 'zh' ? `${where} 里没有样例；新建一个店铺文件夹：replyguard init` : `no fixtures in ${where}; to begin with: replyguard init`,
  );
}

/**
 * The shop's fixtures, or those at other paths from the current folder.
 *
 * @throws UsageError if a file has mistakes.
 */
export function fixturesIn(shop: Shop, cwd: string, language: Language, paths: readonly string[] = []): Fixture[] {
  const policy = policyOfShop(shop);
  const patterns = paths.length > 0 ? paths : shop.fixtures.map((path) => relative(cwd, resolve(shop.folder, path)) || '.');
  try {
    return loadFixtures(patterns, { root: cwd, language, ...(policy === undefined ? {} : { policy }) });
  } catch (error) {
    if (error instanceof FixtureError) throw new UsageError(`\n${error.message}`);
    throw error;
  }
}

/** The shop's policy, as fixtures name one. */
export function policyOfShop({ policy }: Shop): PolicyReference | undefined {
  return typeof policy === 'string' || isRecord(policy) ? policy : undefined;
}

/** Runs fixtures with the shop's words and policy. */
export async function runShop(fixtures: readonly Fixture[], { shop, reader }: TestOptions): Promise<TestRun> {
  const guards = await fixtureGuards(reader, shop.extension);
  const outcomes = runFixtures(fixtures, guards.factory);
  const fails = outcomes.filter(({ differences }) => differences.length > 0);
  return {
    outcomes,
    guards,
    failed: fails.filter(({ fixture }) => fixture.knownGap === undefined),
    gaps: fails.filter(({ fixture }) => fixture.knownGap !== undefined),
    stale: outcomes.filter(({ fixture, differences }) => differences.length === 0 && fixture.knownGap !== undefined),
  };
}

/**
 * Prints a run.
 *
 * @returns the exit status: 0 all pass, 1 some fail, or a known gap passes and is to be entered as a fixture like any other.
 */
export function printRun(run: TestRun, { language, format }: TestOptions, { stdout, colour }: Terminal): number {
  const { outcomes, failed, gaps, stale, guards } = run;
  const passed = outcomes.length - failed.length - gaps.length;
  if (format === 'json') {
    const results = outcomes.map(({ fixture, got, differences }) => ({ id: fixture.id, file: fixture.file, line: fixture.line, expected: fixture.labels, got, differences }));
    stdout.write(`${JSON.stringify({ passed, failed: failed.length, gaps: gaps.length, stale: stale.map(({ fixture }) => fixture.id), results }, null, 2)}\n`);
  } else {
    for (const outcome of failed) {
      const one = exampleOf(outcome);
      const explanation = guards.of(one.policy).explain(one.reply, contextOf(one));
      stdout.write(`${failure(outcome, explanation, { language, colour })}\n`);
    }
    const zh = language === 'zh';
    for (const { fixture } of stale) {
      stdout.write(`! ${fixture.id}  ${fixture.file}:${fixture.line}  ${zh ? '已经通过了，请删掉 known-gap 这一行' : 'passes now: delete its known-gap line'}\n`);
    }
    const counted = zh
      ? [`${passed} 条通过`, `${failed.length} 条失败`, ...(gaps.length > 0 ? [`${gaps.length} 条已知不足`] : [])]
      : [`${passed} passed`, `${failed.length} failed`, ...(gaps.length > 0 ? [`${gaps.length} known gaps`] : [])];
    stdout.write(`${counted.join(zh ? '，' : ', ')}\n`);
  }
  return failed.length + stale.length === 0 ? EXIT.clean : EXIT.findings;
}
