import type { Category, PolicyInput, PolicyName } from '../../src/index.ts';
import { loadPolicy, toMajor } from '../../src/index.ts';

/** The policy values that the page offers to change. */
export interface PolicyValues {
  readonly preset: PolicyName;
  readonly refundMin: number | null;
  readonly refundMax: number | null;
  readonly verificationMin: number | null;
  readonly verificationMax: number | null;
  readonly dispatchMin: number | null;
  readonly dispatchMax: number | null;
  readonly coupon: number | null;
  readonly goodwill: number | null;
  readonly maxMultiple: number | null;
  readonly off: readonly Category[];
}

/** The values of a preset. Times are in business days, as both presets have them. */
export function valuesOf(preset: PolicyName): PolicyValues {
  const { timelines, caps, maxMultiple } = loadPolicy(preset);
  return {
    preset,
    refundMin: timelines.refund.min,
    refundMax: timelines.refund.max,
    verificationMin: timelines.verification.min,
    verificationMax: timelines.verification.max,
    dispatchMin: timelines.dispatch.min,
    dispatchMax: timelines.dispatch.max,
    coupon: toMajor(caps.coupon.minor),
    goodwill: toMajor(caps.goodwill.amount.minor),
    maxMultiple,
    off: [],
  };
}

/** The policy as a file would have it: the preset's name, or the preset with what was changed. An empty field means the preset's value. */
export function policyOf(values: PolicyValues): PolicyName | PolicyInput {
  const usual = valuesOf(values.preset);
  const or = (field: Exclude<keyof PolicyValues, 'preset' | 'off'>): number => values[field] ?? usual[field]!;
  const changed = (...fields: Exclude<keyof PolicyValues, 'preset' | 'off'>[]): boolean => fields.some((field) => or(field) !== usual[field]);
  const time = (min: 'refundMin' | 'verificationMin' | 'dispatchMin', max: 'refundMax' | 'verificationMax' | 'dispatchMax') =>
    changed(min, max) ? { min: or(min), max: or(max), unit: 'business-day' as const } : undefined;
  const timelines = given({ refund: time('refundMin', 'refundMax'), verification: time('verificationMin', 'verificationMax'), dispatch: time('dispatchMin', 'dispatchMax') });
  const ceiling = loadPolicy(values.preset).caps.goodwill.ceiling;
  const goodwill = changed('goodwill') ? { amount: or('goodwill'), ...(ceiling === null ? {} : { ceiling: or('goodwill') }) } : undefined;
  const caps = given({ coupon: changed('coupon') ? or('coupon') : undefined, goodwill });
  const changes = given({
    caps,
    maxMultiple: changed('maxMultiple') ? or('maxMultiple') : undefined,
    timelines,
    off: values.off.length === 0 ? undefined : [...values.off],
  });
  return changes === undefined ? values.preset : { extends: values.preset, ...changes };
}

/** What is given, or undefined where nothing is. */
function given<T extends object>(fields: T): T | undefined {
  const entries = Object.entries(fields).filter(([, value]) => value !== undefined);
  return entries.length === 0 ? undefined : (Object.fromEntries(entries) as T);
}
