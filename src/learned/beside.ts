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
    raise: [-1.75, 5.58, 2.08, 3.58, -2.17, -1.17, 1.25, -2.42, 0.08, -4.5, null, -0.5, -0.83, null],
    doubt: [-4, -2, -2, -8, -4, -4, -10, -12, -10, -8, null, -8, -12, null],
  },
  en: {
    raise: [6.92, 2.58, 8.58, 2.92, 4.58, 2.58, -1.83, 0.33, 8.17, -0.08, null, 1.25, 1.17, null],
    doubt: [-4, -2, -10, -4, -6, -8, -6, -2, -4, -10, null, -10, -8, null],
  },
};
