export { couponLimit, goodwillCap, goodwillLimit, partialRefundLimit } from './limits';
export type { LimitFacts } from './limits';
export { loadPolicy, loadPolicyDocument } from './load';
export { times, toMajor, toMinor } from './money';
export { TIERS } from './policy';
export type { Cutoff, GoodwillCap, NamedDuration, Policy, Published, Tier, TierFactor, Timelines } from './policy';
export { POLICY_NAMES } from './schema';
export type { PolicyDocument, PolicyExtension, PolicyInput, PolicyName } from './schema';
