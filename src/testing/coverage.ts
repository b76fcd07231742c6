import { MODIFIERS } from '../acts/act.ts';
import type { Modifier } from '../acts/act.ts';
import type { Rule } from '../rules/rule.ts';
import { normalise } from '../text/normalise.ts';
import type { Fixture } from './fixture.ts';
import type { Case } from './mutation/suite.ts';
import { ownWords, shopCases } from './workbench.ts';
import type { ShopData } from './workbench.ts';

/** How many fixtures show a piece of data. */
export interface Covered {
  /** A rule's id, a word, a modifier that a cue gives (`hedged`), a value of the policy (`coupon`). */
  readonly name: string;
  /** Bad fixtures that show it: the rule fires, the value is broken, the word stands there. */
  readonly bad: number;
  /** Good fixtures that show it: a near match that is excused, a value that is kept to, the word in a reply that is fine. */
  readonly good: number;
}

/** What the fixtures show, and what they never touch. */
export interface Coverage {
  readonly rules: readonly Covered[];
  /** The words that the shop adds. */
  readonly words: readonly Covered[];
  /** What cues turn acts into. `bad`: found nevertheless; `good`: excused by it. */
  readonly cues: readonly Covered[];
  /** The values of the policy that times and amounts are measured by. */
  readonly values: readonly Covered[];
}

/**
 * Counts what fixtures show.
 *
 * @param fixtures the shop's fixtures
 * @param shop what the shop adds
 */
export function coverageOf(fixtures: readonly Fixture[], shop: ShopData): Coverage {
  const cases = shopCases(fixtures, shop);
  const counter = new Counter();
  for (const one of cases) count(one, counter);
  const known = new Map((cases[0]?.engine.rules ?? []).map((rule) => [rule.id, rule]));
  const limits = [...new Set([...known.values()].flatMap(({ limit }) => (limit === undefined || limit === 'decided' ? [] : [limit])))];
  const words = ownWords(shop);
  for (const { word, terms } of words) {
    for (const { fixture } of cases) {
      const { text } = normalise(fixture.reply);
      if (terms.some((term) => text.includes(term))) counter.add(`word ${word}`, fixture.labels.length > 0);
    }
  }
  return {
    rules: [...known.keys()].sort().map((id) => counter.covered(`rule ${id}`, id)),
    words: words.map(({ word }) => counter.covered(`word ${word}`, word)),
    cues: MODIFIERS.map((name) => counter.covered(`cue ${name}`, name)),
    values: limits.map((name) => counter.covered(`value ${name}`, name)),
  };
}

class Counter {
  private readonly counts = new Map<string, { bad: number; good: number }>();

  add(key: string, bad: boolean): void {
    const count = this.counts.get(key) ?? { bad: 0, good: 0 };
    count[bad ? 'bad' : 'good']++;
    this.counts.set(key, count);
  }

  covered(key: string, name: string): Covered {
    return { name, ...(this.counts.get(key) ?? { bad: 0, good: 0 }) };
  }
}

function count({ fixture, run }: Case, counter: Counter): void {
  const shown = new Map<string, boolean>();
  const wanted = (rule: Rule): boolean => fixture.labels.includes(rule.category);
  for (const { rule, act, borderline } of run.hits) {
    if (borderline || !wanted(rule)) continue;
    shown.set(`rule ${rule.id}`, true);
    if (rule.limit !== undefined) shown.set(`value ${rule.limit}`, true);
    for (const name of Object.keys(act?.modifiers ?? {})) shown.set(`cue ${name}`, true);
  }
  for (const [key, bad] of shown) counter.add(key, bad);
  const excused = new Set<string>();
  for (const { rule, by } of run.silences) {
    if (wanted(rule) || by === 'no-decision' || by.startsWith('context-') || by === 'switched-off') continue;
    excused.add(`rule ${rule.id}`);
    if (by === 'within-policy' && rule.limit !== undefined) excused.add(`value ${rule.limit}`);
    if (isModifier(by)) excused.add(`cue ${by}`);
  }
  for (const key of excused) counter.add(key, false);
}

function isModifier(by: string): by is Modifier {
  return MODIFIERS.some((name) => name === by);
}
