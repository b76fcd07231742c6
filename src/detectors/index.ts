import { defaultEngine } from '../default-engine.ts';
import { detectorOf } from './detect.ts';
import type { Detector } from './detect.ts';

/** Outcomes guaranteed that others decide. */
export const detectGuarantee: Detector<'guarantee'> = /* @__PURE__ */ detectorOf('guarantee', defaultEngine);
/** Causes stated as certain before verification, and punishments. */
export const detectLiability: Detector<'liability'> = /* @__PURE__ */ detectorOf('liability', defaultEngine);
/** More than the policy allows. */
export const detectCompensation: Detector<'compensation'> = /* @__PURE__ */ detectorOf('compensation', defaultEngine);
/** Times faster than the policy's, or certain where others decide. */
export const detectTimeline: Detector<'timeline'> = /* @__PURE__ */ detectorOf('timeline', defaultEngine);
/** Internal information told to the customer. */
export const detectDisclosure: Detector<'disclosure'> = /* @__PURE__ */ detectorOf('disclosure', defaultEngine);
/** Long-term promises outside the agent's remit. */
export const detectFuture: Detector<'future'> = /* @__PURE__ */ detectorOf('future', defaultEngine);
/** Arguing, denying, blaming the customer. */
export const detectArguing: Detector<'arguing'> = /* @__PURE__ */ detectorOf('arguing', defaultEngine);
/** Pressure over a review, or a reward for one. */
export const detectReviewPressure: Detector<'review-pressure'> = /* @__PURE__ */ detectorOf('review-pressure', defaultEngine);
/** Vague words as the whole answer. */
export const detectVague: Detector<'vague'> = /* @__PURE__ */ detectorOf('vague', defaultEngine);
/** Bureaucratic or rude dismissals. */
export const detectCold: Detector<'cold'> = /* @__PURE__ */ detectorOf('cold', defaultEngine);
/** A complaint answered without apology or empathy. */
export const detectNoApology: Detector<'no-apology'> = /* @__PURE__ */ detectorOf('no-apology', defaultEngine);
/** Pressing for proof. */
export const detectEvidencePressure: Detector<'evidence-pressure'> = /* @__PURE__ */ detectorOf('evidence-pressure', defaultEngine);
/** Moving the talk, the payment or the deal off the platform. */
export const detectOffPlatform: Detector<'off-platform'> = /* @__PURE__ */ detectorOf('off-platform', defaultEngine);
/** Private details in a public answer. */
export const detectPublicExposure: Detector<'public-exposure'> = /* @__PURE__ */ detectorOf('public-exposure', defaultEngine);
