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
    raise: [4.2, 3.55, 3.55, 4.06, 4.18, 3.23, 4.84, 5.76, 5.82, 5.46, null, 4.02, 6.45, null],
    doubt: [-0.32, -0.51, -0.48, -0.81, 0.23, -0.76, -0.96, -1.27, 0.14, -0.73, null, -1.17, -0.29, null],
    measured: -17.09,
  },
  en: {
    raise: [3.9, 2.4, 2.63, 2.46, 2.9, 3.21, 3.58, 1.94, 2.75, 3.58, null, 2.06, 2.67, null],
    doubt: [0.42, -1.1, -0.74, -1.53, -0.31, -0.58, -0.52, -2.78, -2.1, -0.21, null, -2.77, -1.81, null],
    measured: -0.86,
  },
};
