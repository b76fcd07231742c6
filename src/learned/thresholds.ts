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
    balanced: [1.13, 2.38, 2.38, -1.62, 3.13, 1.63, 2, 2, 3.75, 0.38, 99, -1, -0.12, 99],
    careful: [2.5, 2.38, 2.38, 0.75, 3.13, 1.63, 2, 4.75, 5.25, 3.5, 99, -1, 0.25, 99],
    spread: 2,
  },
  en: {
    balanced: [-0.12, -1.12, -0.37, 1.88, 0.13, -0.87, 0.88, 1, 1.38, 1.38, 99, 0.38, 1, 99],
    careful: [0.75, 2.25, 4, 1.88, 3.5, 3, 2.75, 2, 2.5, 4, 99, 0.38, 2.75, 99],
    spread: 1.5,
  },
};
