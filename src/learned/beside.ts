/**
 * How the learned reader works beside the rules: from which log odds on it raises a category that the rules are silent
 * about, and below which it does not believe a rule. Written by `npm run calibrate:learned` from replies that it has not
 * learnt from, and from real chats; not for editing.
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
    raise: [4.45, 5.06, 4.07, 4.32, 4.87, 4.15, 4.6, 4.16, 3.45, 5.33, null, 2.21, 2.91, null],
    doubt: [-2.3, -2.09, -2.45, -3.95, -1.88, -3.35, -1.72, -3.2, -4.06, -2.35, null, -4.38, -3.38, null],
  },
  en: {
    raise: [5.52, 3.86, 4.4, 3.38, 5.19, 3.86, 4.58, 2.66, 1.78, 4.76, null, 1.9, 3.54, null],
    doubt: [-1.31, -2.84, -1.27, -2.75, -1.85, -2.11, -1.09, -3.2, -4.34, -1.62, null, -3.6, -3.14, null],
  },
};
