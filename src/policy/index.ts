export { couponLimit, goodwillCap, goodwillLimit, partialRefundLimit } from './limits.ts';
export type { LimitFacts, TierFacts } from './limits.ts';
export { loadPolicy, loadPolicyDocument } from './load.ts';
export { times, toMajor, toMinor } from './money.ts';
export { TIERS } from './policy.ts';
export type { Cutoff, GoodwillCap, NamedDuration, Policy, Published, Tier, TierFactor, Timelines } from './policy.ts';
export { POLICY_NAMES } from './schema.ts';
export type { DeepPartial, PolicyDocument, PolicyExtension, PolicyInput, PolicyName } from './schema.ts';
