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
    balanced: [1.88, 0.88, 1.63, 1.38, 1.75, 2.88, 0.38, 0.75, 4.88, 1.13, 99, -1.12, 0.75, 99],
    careful: [2.75, 0.88, 1.63, 3.5, 2, 2.88, 0.38, 2.5, 5.75, 3.75, 99, -1.12, 0.75, 99],
    spread: 2,
  },
  en: {
    balanced: [-0.12, 0.13, -0.37, -0.37, 0.88, 0.13, 0.88, 0.88, 0.38, 0.88, 99, 0.75, 1.25, 99],
    careful: [0.75, 1.75, 1, 5.25, 1.25, 4, 2.75, 0.88, 2.5, 3.25, 99, 5.25, 1.75, 99],
    spread: 1.5,
  },
};
