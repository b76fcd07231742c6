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
  /** Doubt one that a rule measured by the policy below this, in any category. */
  readonly measured: number;
}

/** The limits of each language. */
export const BESIDE: Readonly<Record<Language, BesideRules>> = {
  zh: {
    raise: [4.17, 3.07, 3.62, 4.11, 3.88, 3.27, 4.98, 5.74, 5.84, 5.61, null, 3.98, 6.61, null],
    doubt: [-0.94, -1.7, -1.1, -1.41, -0.35, -1.3, -1.31, -2.12, -0.77, -1.72, null, -1.82, -1.16, null],
    measured: -16.48,
  },
  en: {
    raise: [4.01, 2.33, 2.6, 3.04, 2.77, 3.11, 3.86, 2.34, 3.03, 4.03, null, 2.47, 3.05, null],
    doubt: [-0.16, -1.85, -1.38, -1.73, -0.93, -1.05, -0.82, -2.99, -2.54, -0.5, null, -3.12, -2.23, null],
    measured: -0.88,
  },
};
