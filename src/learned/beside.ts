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
    raise: [-0.25, 6.92, 2.5, 3.58, -2.25, 2.33, 0.17, -2.42, 0.5, -3, null, -0.33, -0.08, null],
    doubt: [-4, -2, -2, -8, -4, -4, -2, -12, -8, -8, null, -6, -10, null],
  },
  en: {
    raise: [6.67, 1.17, 9.67, 2.5, 6.42, 3.42, -1.75, 1.25, 8.08, 0.5, null, 3.17, 2.33, null],
    doubt: [-4, -2, -10, -2, -6, -8, -4, -2, -4, -10, null, -10, -8, null],
  },
};
