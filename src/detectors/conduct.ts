import type { Act } from '../acts/act.ts';
import type { Rule } from '../rules/rule.ts';
import type { Category } from '../types.ts';
import type { Judgement, Outcome } from './detector.ts';

/** Categories whose findings carry no quantities: the act itself, not excused, is the finding. */
export type PlainCategory = Exclude<Category, 'timeline' | 'compensation' | 'evidence-pressure' | 'public-exposure'>;

/** The measure of a category without quantities: whatever the rule's data did not excuse is a finding. */
export function measurePlain(): Outcome<PlainCategory> {
  return { facts: {} };
}

/** Pressing for proof, with how often proof had been asked for before. */
export function measureEvidencePressure(_rule: Rule, _act: Act, { context }: Judgement): Outcome<'evidence-pressure'> {
  return { facts: { requestsBefore: context.evidenceRequests } };
}
