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
    raise: [1.17, 0.25, 5, 2.17, -1, 0.67, -4.75, null, -0.33, -4.67, null, 0.42, -2.5, null],
    doubt: [-6, -2, -2, -2, -6, -6, -10, -12, -12, -8, null, -12, -4, null],
  },
  en: {
    raise: [1.92, -0.58, 0.58, 5, 4.83, 0.92, -5, 2.58, 1.83, -5.33, null, -0.5, -1.5, null],
    doubt: [-4, -2, -12, -8, -6, -12, -6, -6, -4, -8, null, -8, -2, null],
  },
};
