import { describeOutcome, guardFactory, loadFixtures, runFixtures } from '../../testing/index.ts';
import type { CheckerFactory, Fixture } from '../../testing/index.ts';

/** The functions of a test runner that register tests. */
export interface Runner {
  readonly describe: (name: string, register: () => void) => unknown;
  readonly it: (name: string, run: () => void) => unknown;
}

/** Which fixtures, and how they are judged. */
export interface FixtureOptions {
  /** Folder that patterns are taken from. Default: the current one. */
  readonly root?: string;
  /** Makes the checker of a fixture's policy. Default: the rules of this library, without a second reader. */
  readonly checkers?: CheckerFactory;
  /** Ids of fixtures that are known to fail; such a test fails as soon as the reply is judged right. Default: none. */
  readonly knownGaps?: readonly string[];
  /** Where tests are registered. Default: the global `describe` and `it`. */
  readonly runner?: Runner;
}

/**
 * Registers one test for each fixture, in one suite for each file. Call it at the top of a test file.
 *
 * @param patterns Files, folders or globs of fixtures, YAML or JSONL.
 * @throws FixtureError with every mistake in the files. TypeError if no fixture is found, or there is no runner.
 */
export function describeFixtures(patterns: string | readonly string[], options: FixtureOptions = {}): void {
  const { root, checkers = guardFactory(), knownGaps = [], runner = globalRunner() } = options;
  const wanted = typeof patterns === 'string' ? [patterns] : patterns;
  const fixtures = loadFixtures(wanted, root === undefined ? {} : { root }).filter(({ fragment }) => !fragment);
  if (fixtures.length === 0) throw new TypeError(`no fixtures in ${wanted.join(', ')}`);
  const gaps = new Set(knownGaps);
  for (const [file, own] of byFile(fixtures)) {
    runner.describe(file, () => {
      for (const fixture of own) {
        const known = gaps.has(fixture.id) || fixture.knownGap !== undefined;
        runner.it(nameOf(fixture, known), () => judgeOne(fixture, known, checkers));
      }
    });
  }
}

function judgeOne(fixture: Fixture, known: boolean, checkers: CheckerFactory): void {
  for (const outcome of runFixtures([fixture], checkers)) {
    const right = outcome.differences.length === 0;
    if (right && known) throw new Error(`${fixture.id} is judged right now: take it off the known gaps`);
    if (!right && !known) throw new Error(describeOutcome(outcome, fixture.lang));
  }
}

function nameOf({ id, labels, line }: Fixture, known: boolean): string {
  return `${id}: ${labels.length === 0 ? 'good' : labels.join(', ')} (line ${line}${known ? ', known gap' : ''})`;
}

function byFile(fixtures: readonly Fixture[]): Map<string, Fixture[]> {
  const files = new Map<string, Fixture[]>();
  for (const fixture of fixtures) {
    const own = files.get(fixture.file);
    if (own === undefined) files.set(fixture.file, [fixture]);
    else own.push(fixture);
  }
  return files;
}

function globalRunner(): Runner {
  const describe: unknown = Reflect.get(globalThis, 'describe');
  const it: unknown = Reflect.get(globalThis, 'it');
  if (!isFunction(describe) || !isFunction(it)) {
    throw new TypeError('describeFixtures found no global describe and it; pass them as `runner`, or import it from replyguard/vitest/register');
  }
  return { describe: (name, register) => describe(name, register), it: (name, run) => it(name, run) };
}

function isFunction(value: unknown): value is (...values: readonly unknown[]) => unknown {
  return typeof value === 'function';
}
