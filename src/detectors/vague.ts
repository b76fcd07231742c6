import type { Act } from '../acts/act.ts';
import type { Rule } from '../rules/rule.ts';
import type { Judgement, Outcome } from './detector.ts';

/** A reply that says this much beside the vague words (in canonical characters) answers something. */
const SUBSTANCE = { han: 24, latin: 90 } as const;

/** Vague words are a finding where they are the whole answer: little else is said, and no next step is given. */
export function measureVague(_rule: Rule, act: Act, { recall }: Judgement): Outcome<'vague'> {
  const { clauses, normalised } = act.sentence;
  const own = clauses[act.clauseTo]!.end - clauses[act.clauseFrom]!.start;
  const latin = normalised.text.charCodeAt(clauses[act.clauseFrom]!.start) < 0x2e80;
  return recall.said().length - own > (latin ? SUBSTANCE.latin : SUBSTANCE.han) ? { excusedBy: 'more-is-said' } : { facts: {} };
}
