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
    raise: [2.48, 3.01, 2.02, 2.11, 2.44, 2.43, 2.69, 2.21, 2.87, 2.62, null, 1.28, 2.03, null],
    doubt: [-3.56, -3.13, -3.93, -4.78, -4.18, -3.49, -4.59, -4.28, -2.93, -4.51, null, -4.14, -4.31, null],
  },
  en: {
    raise: [3.36, 1.35, 2, 1.38, 2.08, 2.14, 1.24, 2.03, 2.36, 1.74, null, 1.18, 1.86, null],
    doubt: [-2.39, -4.07, -3.88, -3.59, -3.26, -3.69, -4.18, -3.5, -3.24, -4.18, null, -4.39, -3.95, null],
  },
};
