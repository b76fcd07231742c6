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
    raise: [2.62, 2.44, 2.59, 2.28, 2.84, 1.9, 2.73, 1.73, 2.58, 3.81, null, 0.68, 0.52, null],
    doubt: [-3.87, -4.1, -4.28, -5.68, -3.62, -4.82, -4.43, -4.81, -4.51, -4.88, null, -5.82, -5.24, null],
  },
  en: {
    raise: [4.47, 2.06, 3.27, 2.28, 2.1, 1.52, 2.72, 1.68, 2.52, 2.07, null, 0.65, 1.35, null],
    doubt: [-2.27, -5.1, -3.85, -4.38, -3.95, -5.09, -4, -4.97, -4.27, -3.64, null, -6, -4.87, null],
  },
};
