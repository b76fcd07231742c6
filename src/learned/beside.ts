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
    raise: [3.5, 1.08, -4.33, 1.83, 1, -2.67, -5.17, null, 0.42, -5.42, null, -0.5, -5.67, null],
    doubt: [-4, -8, -10, -6, -10, -8, -12, -12, -12, -10, null, -12, -6, null],
  },
  en: {
    raise: [-1.25, 0.83, 1, 9.08, 0.5, -0.25, -8.5, null, -2.75, -8.58, null, -0.83, -3.5, null],
    doubt: [-6, -12, -12, -10, -4, -12, -12, -10, -4, -10, null, -12, -4, null],
  },
};
