import type { Context } from '../../context/index.ts';
import type { Engine } from '../../engine.ts';
import { guardOf } from '../../guard.ts';
import type { Guard } from '../../guard.ts';
import type { Policy } from '../../policy/index.ts';
import type { Fixture } from '../fixture.ts';
import { contextOf, judge } from '../judge.ts';

/** What a fixture is judged by. */
export interface Setting {
  readonly engine: Engine;
  readonly policy: Policy;
}

/** A fixture with what judges it, and what became of it while nothing was changed. */
export interface Case {
  readonly fixture: Fixture;
  readonly context: Context;
  readonly setting: Setting;
  readonly guard: Guard;
  /** Whether it got what it asks for. */
  readonly passes: boolean;
}

/** What a change did to the fixtures that it can touch. */
export interface Effect {
  /** Fixtures that the change can touch. */
  readonly touched: number;
  /** The first fixture that passed and fails now; absent if none does. */
  readonly noticedBy?: Fixture;
  /** Fixtures that failed and pass now, as far as they were looked at. */
  readonly mended: readonly Fixture[];
}

/**
 * Makes cases of fixtures; fragments are left out.
 *
 * @param fixtures the fixtures
 * @param settingOf what a fixture is judged by
 */
export function casesOf(fixtures: readonly Fixture[], settingOf: (fixture: Fixture) => Setting): Case[] {
  const guards = new Map<Policy, Map<Engine, Guard>>();
  const guardFor = ({ engine, policy }: Setting): Guard => {
    const known = guards.get(policy) ?? new Map<Engine, Guard>();
    const guard = known.get(engine) ?? guardOf(engine, policy);
    guards.set(policy, known.set(engine, guard));
    return guard;
  };
  return fixtures
    .filter(({ fragment }) => !fragment)
    .map((fixture) => {
      const setting = settingOf(fixture);
      const guard = guardFor(setting);
      const context = contextOf(fixture);
      return { fixture, context, setting, guard, passes: passes(fixture, guard, context) };
    });
}

/** Whether a fixture gets what it asks for. */
export function passes(fixture: Fixture, guard: Guard, context: Context): boolean {
  return judge(fixture, guard.check(fixture.reply, context)).differences.length === 0;
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
