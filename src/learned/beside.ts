/**
 * How the learned reader works beside the rules: from which log odds on it raises a category that the rules are silent
 * about, and below which it does not believe a rule. Written by `npm run calibrate:learned` from replies of authors
 * whom neither the rules nor the model had seen, and from real chats; not for editing.
 */
import type { Language } from '../types.ts';

/** Limits by category, in the order of the categories; `null`: never. */
export interface BesideRules {
  /** Raise from these log odds on. */
  readonly raise: readonly (number | null)[];
  /** Doubt a rule's finding below these. */
  readonly doubt: readonly (number | null)[];
}

/** The limits of each language. */
export const BESIDE: Readonly<Record<Language, BesideRules>> = {
  zh: {
    raise: [2.92, -1.08, -6.83, 3.75, 1.17, 7.83, -7.58, null, 0.58, -6.5, null, -7, -3.5, null],
    doubt: [-2, -6, -8, -6, -10, -8, -12, -12, -12, -8, null, -12, -6, null],
  },
  en: {
    raise: [1.08, 2.67, 5.58, null, 6.42, -2.75, -7.92, null, -1.83, -7.75, null, -8, -5.5, null],
    doubt: [-8, -2, -12, -12, -8, -12, -10, -12, -6, -12, null, -12, -8, null],
  },
};
