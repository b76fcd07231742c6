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
    raise: [3.32, 3.01, 2.88, 3.28, 3.67, 2.8, 5.57, 5.83, 4.28, 9.53, null, 3.67, 6.51, null],
    doubt: [-1.49, -2.02, -2.09, -1.68, -1.34, -2.34, -1.61, -2.18, -2.52, -2.1, null, -3.02, -1.8, null],
    measured: -12.06,
  },
  en: {
    raise: [3.14, 2.03, 2.45, 2.53, 2.49, 2.81, 3.98, 1.21, 2.13, 2.58, null, 2.58, 2.98, null],
    doubt: [-0.05, -1.18, -0.51, -1.1, -0.43, -0.73, 0.11, -3, -2.34, -1.3, null, -1.67, -0.85, null],
    measured: 0.66,
  },
};
