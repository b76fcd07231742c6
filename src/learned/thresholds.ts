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
    balanced: [-7.46, -4.17, -4.21, -4.54, -5, -6.83, -8.83, -7.17, -6.62, -7.33, -13.96, -6.04, -9.92, -1.67],
    careful: [-2.67, -2.75, 0.92, -0.08, -5, 0.33, -8.83, -7.17, -6.21, -7.33, -13.96, -6.04, -2.5, 0.17],
    spread: 3,
  },
  en: {
    balanced: [-9.08, -3.87, -3.17, -8.04, -9.04, -6.67, -10.21, -5.96, -4.08, -6.42, -11.21, -9.37, -10.37, -3.92],
    careful: [1.42, -3.87, 7.58, -8.04, -2.67, -2.67, -10.21, -1.25, -4.08, -3.67, -3.92, -9.37, -4.25, 14.54],
    spread: 2,
  },
};
