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
    raise: [3.55, 3.41, 3.51, 3.25, 3.81, 2.83, 3.82, 2.59, 3.61, 4.97, null, 1.55, 1.31, null],
    doubt: [-2.83, -3, -3.25, -4.59, -2.53, -3.78, -3.2, -3.85, -3.35, -3.57, null, -4.84, -4.36, null],
  },
  en: {
    raise: [5.45, 2.97, 4.22, 3.12, 2.98, 2.4, 3.68, 2.52, 3.32, 2.99, null, 1.53, 2.21, null],
    doubt: [-1.17, -4.07, -2.79, -3.43, -2.96, -4.11, -2.92, -4.02, -3.37, -2.61, null, -5.01, -3.91, null],
  },
};
