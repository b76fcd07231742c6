import type { Engine } from '../../engine.ts';
import { DEFAULT_EXCUSES } from '../../rules/rule.ts';
import type { Rule } from '../../rules/rule.ts';
import type { PieceEffect } from './piece.ts';
import { effectOn, passesAs } from './suite.ts';
import type { Case } from './suite.ts';

/** A rule without one of its pieces. */
interface RuleMutant {
  readonly piece: string;
  /** What stands in its place; absent: nothing. */
  readonly instead?: Rule;
  /** Which cases it can touch: those where the rule fired, or where it was silent by one of these. */
  readonly fired: boolean;
  readonly silentBy: (by: string) => boolean;
}

/**
 * Takes each rule away, and each of its conditions and excuses.
 *
 * @param rules the rules
 * @param cases the cases; their engines are changed while this runs
 */
export function* withoutRuleParts(rules: readonly Rule[], cases: readonly Case[]): Generator<PieceEffect> {
  const touched = new RuleIndex(cases);
  const engines = [...new Set(cases.map(({ engine }) => engine))];
  for (const rule of rules) {
    // What reports at info is no label, and no fixture can ask for it.
    if (rule.status === 'preview') continue;
    for (const mutant of mutantsOf(rule)) {
      const restore = engines.map((engine) => replaceRule(engine, rule, mutant.instead));
      try {
        const effect = effectOn(touched.by(rule, mutant), (one) => passesAs(one, one.reading, one.policy));
        yield { kind: mutant.instead === undefined ? 'rule' : 'rule-part', place: rule.id, piece: mutant.piece, ...effect };
      } finally {
        for (const back of restore) back();
      }
    }
  }
}

function mutantsOf(rule: Rule): RuleMutant[] {
  const never = (): boolean => false;
  const { unless = DEFAULT_EXCUSES, requires = [], without = [], context = {} } = rule;
  const mutants: RuleMutant[] = [{ piece: 'removed', fired: true, silentBy: never }];
  const put = (piece: string, instead: Partial<Rule>, fired: boolean, silentBy: (by: string) => boolean = never): void => {
    mutants.push({ piece, instead: { ...rule, ...instead }, fired, silentBy });
  };
  for (const one of unless) put(`unless ${one}`, { unless: unless.filter((other) => other !== one) }, false, (by) => by === one);
  for (const one of requires) put(`requires ${one}`, { requires: requires.filter((other) => other !== one) }, false, (by) => by === `not-${one}`);
  for (const one of without) put(`without ${one}`, { without: without.filter((other) => other !== one) }, false, (by) => by === one);
  if (rule.with !== undefined) {
    put('with', { with: undefined }, false, (by) => by.startsWith('no-'));
    if (rule.with.length > 1) for (const one of rule.with) put(`with ${one}`, { with: rule.with.filter((other) => other !== one) }, true);
  }
  for (const key of Object.keys(context)) {
    const rest = Object.fromEntries(Object.entries(context).filter(([other]) => other !== key));
    put(`context ${key}`, { context: rest }, false, (by) => by.startsWith('context-'));
  }
  if (rule.acts.length > 1) for (const one of rule.acts) put(`act ${one}`, { acts: rule.acts.filter((other) => other !== one) }, true);
  if (rule.beside !== undefined) put('beside', { beside: undefined }, false, (by) => by === 'more-is-said');
  if (rule.least !== undefined) put('least', { least: undefined }, false, (by) => by === 'too-few');
  if (rule.scope === 'reply') put('scope', { scope: 'sentence' }, true, () => true);
  return mutants;
}

/** In which cases a rule fired, and in which it was silent and why. */
class RuleIndex {
  private readonly fired = new Map<string, Case[]>();
  private readonly silent = new Map<string, Map<string, Case[]>>();

  constructor(cases: readonly Case[]) {
    for (const one of cases) {
      for (const id of new Set(one.run.hits.map(({ rule }) => rule.id))) listOf(this.fired, id).push(one);
      for (const { rule, by } of one.run.silences) {
        const reasons = this.silent.get(rule.id) ?? new Map<string, Case[]>();
        this.silent.set(rule.id, reasons);
        const list = listOf(reasons, by);
        if (list[list.length - 1] !== one) list.push(one);
      }
    }
  }

  by({ id }: Rule, { fired, silentBy }: RuleMutant): Case[] {
    const silent = [...(this.silent.get(id) ?? [])].flatMap(([by, cases]) => (silentBy(by) ? cases : []));
    return [...new Set([...(fired ? (this.fired.get(id) ?? []) : []), ...silent])];
  }
}

function listOf(lists: Map<string, Case[]>, key: string): Case[] {
  const known = lists.get(key) ?? [];
  lists.set(key, known);
  return known;
}

/** Puts a rule, or nothing, in the place of another; returns what puts the old one back. */
function replaceRule(engine: Engine, old: Rule, instead: Rule | undefined): () => void {
  if (engine.absence?.id === old.id) {
    Object.defineProperty(engine, 'absence', { configurable: true, get: () => instead });
    return () => {
      Reflect.deleteProperty(engine, 'absence');
    };
  }
  const before = engine.rulesFor.bind(engine);
  const lists = new Map<string, readonly Rule[]>();
  engine.rulesFor = (act, whole) => {
    const key = `${act} ${String(whole)}`;
    const known = lists.get(key);
    if (known !== undefined) return known;
    const others = before(act, whole);
    const stays = instead?.acts.includes(act) === true && (instead.scope === 'reply') === whole ? [instead] : [];
    const list = stays.length === 0 && !others.some(({ id }) => id === old.id) ? others : [...others.filter(({ id }) => id !== old.id), ...stays];
    lists.set(key, list);
    return list;
  };
  return () => {
    Reflect.deleteProperty(engine, 'rulesFor');
  };
}
