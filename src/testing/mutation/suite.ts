import { readContext } from '../../context/index.ts';
import type { Context } from '../../context/index.ts';
import type { ResolvedContext } from '../../context/context.ts';
import type { Engine, Reading } from '../../engine.ts';
import { findingsOf, judgeReading } from '../../reporting.ts';
import type { Policy } from '../../policy/index.ts';
import { repliesOf } from '../each.ts';
import type { Fixture } from '../fixture.ts';
import { contextOf, judge } from '../judge.ts';
import type { Run } from '../../run.ts';

/** What a fixture is judged by. */
export interface Setting {
  readonly engine: Engine;
  readonly policy: Policy;
}

/** A fixture with what judges it, what was read in it, and what became of it while nothing was changed. */
export interface Case extends Setting {
  readonly fixture: Fixture;
  readonly context: ResolvedContext;
  readonly reading: Reading;
  /** The run while nothing was changed, silences included. */
  readonly run: Run;
  /** Whether it got what it asks for. */
  readonly passes: boolean;
  /** Says whether it gets what it asks for, where that is something else than labels. */
  readonly holds?: (reading: Reading) => boolean;
}

/** What a change did to the fixtures that it can touch. */
export interface Effect {
  /** How many fixtures the change can touch. */
  readonly touched: number;
  /** The first fixture that passed and fails now; absent if none does. */
  readonly noticedBy?: Fixture;
  /** Fixtures that failed and pass now, as far as they were looked at. */
  readonly mended: readonly Fixture[];
}

/**
 * Makes cases of fixtures, judged by the rules alone: one a reply, with `each` one a phrase. Fragments are left out.
 *
 * @param fixtures the fixtures
 * @param settingOf what a fixture is judged by
 */
export function casesOf(fixtures: readonly Fixture[], settingOf: (fixture: Fixture) => Setting): Case[] {
  return fixtures
    .filter(({ fragment }) => !fragment)
    .flatMap(repliesOf)
    .map((fixture) => {
      const { engine, policy } = settingOf(fixture);
      const given: Context = contextOf(fixture);
      const context = readContext(given);
      const reading = engine.read(fixture.reply);
      const run = judgeReading(engine, reading, policy, context, EXPLAIN);
      return { fixture, engine, policy, context, reading, run, passes: fits(fixture, engine, run) };
    });
}

const EXPLAIN = { explain: true };

/** Whether a case gets what it asks for, read anew. */
export function passes(one: Case): boolean {
  return passesAs(one, one.engine.read(one.fixture.reply), one.policy);
}

/**
 * Whether a case gets what it asks for.
 *
 * @param one the case
 * @param reading what was read in it
 * @param policy what it is judged by
 */
export function passesAs({ fixture, engine, context, holds }: Case, reading: Reading, policy: Policy): boolean {
  return holds?.(reading) ?? fits(fixture, engine, judgeReading(engine, reading, policy, context, EXPLAIN));
}

function fits(fixture: Fixture, engine: Engine, run: Run): boolean {
  const findings = findingsOf(engine, run, fixture.reply, fixture.lang);
  return judge(fixture, { verdict: 'pass', findings }).differences.length === 0;
}

/**
 * What a change does, seen from the fixtures that it can touch. Stops at the first that notices it.
 *
 * @param touched the cases that the change can touch
 * @param nowPasses whether a case passes under the change
 */
export function effectOn(touched: readonly Case[], nowPasses: (one: Case) => boolean): Effect {
  const mended: Fixture[] = [];
  for (const one of touched) {
    const now = nowPasses(one);
    if (one.passes && !now) return { touched: touched.length, noticedBy: one.fixture, mended };
    if (!one.passes && now) mended.push(one.fixture);
  }
  return { touched: touched.length, mended };
}
