import type { Category } from '../types.ts';
import { measureCompensation } from './compensation.ts';
import { measureEvidencePressure, measurePlain } from './conduct.ts';
import type { Measure } from './detector.ts';
import { measurePublicExposure } from './public-exposure.ts';
import { measureTimeline } from './timeline.ts';

/** Category → what its detector measures once a rule's data has not excused an act. */
export const MEASURES: { readonly [C in Category]: Measure<C> } = {
  guarantee: measurePlain,
  liability: measurePlain,
  compensation: measureCompensation,
  timeline: measureTimeline,
  disclosure: measurePlain,
  future: measurePlain,
  arguing: measurePlain,
  'review-pressure': measurePlain,
  vague: measurePlain,
  cold: measurePlain,
  'no-apology': measurePlain,
  'evidence-pressure': measureEvidencePressure,
  'off-platform': measurePlain,
  'public-exposure': measurePublicExposure,
};
