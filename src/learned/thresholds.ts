/**
 * From which log odds on a category is raised where no rules read beside. Written by `npm run calibrate:learned` from
 * replies that the reader has not learnt from, and from real chats; not for editing.
 */
import type { Language } from '../types.ts';

/** Thresholds of one language, in the order of the categories. */
export interface Thresholds {
  /** The best balance of precision and recall in each category. */
  readonly balanced: readonly number[];
  /** Raised until few clean replies are flagged: 30 in 1,000 hard ones, 5 in 1,000 real ones. */
  readonly careful: readonly number[];
  /** Log odds that one unit of doubt is worth, for the score. */
  readonly spread: number;
}

/** The thresholds of each language. */
export const THRESHOLDS: Readonly<Record<Language, Thresholds>> = {
  zh: {
    balanced: [1.38, 0, 2.63, -0.62, 1.88, 1.63, 0.75, 2, 1.25, 0.13, 99, -2.87, 2.38, 99],
    careful: [3, 0, 2.63, -0.62, 1.88, 1.63, 2, 2, 1.5, 4.75, 99, -1.75, 2.38, 99],
    spread: 2,
  },
  en: {
    balanced: [-1.62, 1.38, 1.38, 0.13, -0.37, 2.88, 1.63, -2.62, -2.37, 1.75, 99, -0.12, -0.37, 99],
    careful: [0.5, 2, 1.38, 3.75, 0.5, 3, 2.75, 1.5, 3, 2.75, 99, 3.5, 1.5, 99],
    spread: 1.5,
  },
};
