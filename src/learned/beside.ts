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
    doubt: [-1.11, -1.85, -1.26, -1.59, -0.51, -1.45, -1.47, -2.32, -0.94, -1.91, null, -1.97, -1.37, null],
    measured: -16.48,
  },
  en: {
    raise: [4.01, 2.33, 2.6, 3.04, 2.77, 3.11, 3.86, 2.34, 3.03, 4.03, null, 2.47, 3.05, null],
    doubt: [-0.35, -2, -1.54, -1.91, -1.08, -1.24, -0.96, -3.14, -2.71, -0.64, null, -3.27, -2.38, null],
    measured: -0.88,
  },
};
