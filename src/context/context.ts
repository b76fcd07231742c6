import type { Decision } from '../decision/decision.ts';
import type { Tier } from '../policy/policy.ts';
import type { Language } from '../types.ts';

/** An earlier turn of the talk: evidence of what was said and asked, never judged itself. */
export interface Turn {
  /** Who said it. */
  readonly role: 'customer' | 'agent';
  /** What was said. */
  readonly text: string;
}

/** Who can read the reply. */
export type Channel = 'private' | 'public';

/** What is known about the talk in which a reply stands. All fields are optional; unknown ones are refused. */
export interface Context {
  /** The customer complains: reports a defect, reproaches a delay, is dissatisfied. Default false. */
  readonly complaint?: boolean | undefined;
  /** The problem is solved. Default false. */
  readonly resolved?: boolean | undefined;
  /** The cause has been verified. Default false. */
  readonly verified?: boolean | undefined;
  /** An apology came earlier in the same talk. Default false. */
  readonly apologized?: boolean | undefined;
  /** Who can read the reply. Default `private`. */
  readonly channel?: Channel | undefined;
  /** How often proof has already been asked for: an integer ≥ 0. Default 0. */
  readonly evidenceRequests?: number | undefined;
  /** The customer's last message. Default: not known. */
  readonly customer?: string | undefined;
  /** Earlier turns, oldest first. Default none. */
  readonly history?: readonly Turn[] | undefined;
  /** What the customer paid: a decimal number ≥ 0 in the policy's currency. Default: not known. */
  readonly paid?: number | undefined;
  /** What the return of these goods costs: a decimal number ≥ 0 in the policy's currency. Default: not known. */
  readonly returnFreight?: number | undefined;
  /** Who answers; a higher tier may offer more. Default `frontline`. */
  readonly tier?: Tier | undefined;
  /** What was decided about the case: the reply may not offer more or other than this. Default: not known. */
  readonly decision?: Decision | undefined;
  /** When the reply is sent: ISO 8601 with offset, `2024-05-27T10:00:00+08:00`. Default: not known. */
  readonly now?: string | undefined;
  /** Language of messages and advice. Default: the reply's own. */
  readonly lang?: Language | undefined;
}

/** A moment with the calendar of the place it was stated for. */
export interface Instant {
  /** Milliseconds since 1970-01-01T00:00:00Z. */
  readonly epoch: number;
  /** Minutes that local time is ahead of UTC: 480 for +08:00. */
  readonly offset: number;
}

/** A context with every field filled in; null: not known. Frozen. */
export interface ResolvedContext {
  readonly complaint: boolean;
  readonly resolved: boolean;
  readonly verified: boolean;
  readonly apologized: boolean;
  readonly channel: Channel;
  readonly evidenceRequests: number;
  readonly customer: string | null;
  readonly history: readonly Turn[];
  /** In hundredths of the policy's currency. */
  readonly paid: number | null;
  /** In hundredths of the policy's currency. */
  readonly returnFreight: number | null;
  readonly tier: Tier;
  readonly decision: Decision | null;
  readonly now: Instant | null;
  readonly lang: Language | null;
}

/** The context of a reply of which nothing is known. */
export const EMPTY_CONTEXT: ResolvedContext = Object.freeze<ResolvedContext>({
  complaint: false,
  resolved: false,
  verified: false,
  apologized: false,
  channel: 'private',
  evidenceRequests: 0,
  customer: null,
  history: Object.freeze([]),
  paid: null,
  returnFreight: null,
  tier: 'frontline',
  decision: null,
  now: null,
  lang: null,
});
