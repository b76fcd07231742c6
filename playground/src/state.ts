import type { Category, Channel, Context, Language, Tier } from '../../src/index.ts';
import { valuesOf } from './policy.ts';
import type { PolicyValues } from './policy.ts';

/** What the context form holds. */
export interface ContextValues {
  readonly complaint: boolean;
  readonly resolved: boolean;
  readonly verified: boolean;
  readonly apologized: boolean;
  readonly channel: Channel;
  readonly tier: Tier;
  readonly evidenceRequests: number | null;
  readonly paid: number | null;
  readonly customer: string;
}

/** Everything that the page shows is made of this. */
export interface State {
  /** Language of the page and of messages. */
  readonly language: Language;
  readonly reply: string;
  readonly context: ContextValues;
  readonly policy: PolicyValues;
  /** Whether the learned reader reads too. */
  readonly learned: boolean;
  readonly fixtureId: string;
  /** What the fixture must get; null: what the reply gets now. */
  readonly wanted: readonly Category[] | null;
}

export const EMPTY_CONTEXT: ContextValues = {
  complaint: false,
  resolved: false,
  verified: false,
  apologized: false,
  channel: 'private',
  tier: 'frontline',
  evidenceRequests: null,
  paid: null,
  customer: '',
};

/** The page as it opens. */
export function openingState(language: Language, reply: string): State {
  return { language, reply, context: EMPTY_CONTEXT, policy: valuesOf(language === 'zh' ? 'default' : 'us-store'), learned: true, fixtureId: 'mine-001', wanted: null };
}

/** The context as `check` takes it: only what was said. */
export function contextOf(values: ContextValues): Context {
  return {
    ...(values.complaint ? { complaint: true } : {}),
    ...(values.resolved ? { resolved: true } : {}),
    ...(values.verified ? { verified: true } : {}),
    ...(values.apologized ? { apologized: true } : {}),
    ...(values.channel === 'private' ? {} : { channel: values.channel }),
    ...(values.tier === 'frontline' ? {} : { tier: values.tier }),
    ...(values.evidenceRequests === null || values.evidenceRequests === 0 ? {} : { evidenceRequests: values.evidenceRequests }),
    ...(values.paid === null ? {} : { paid: values.paid }),
    ...(values.customer.trim() === '' ? {} : { customer: values.customer }),
  };
}
