import type { Actor } from './acts/act.ts';
import type { Category, Certainty, Duration, Money, Multiple, Severity, Span, Verdict } from './types.ts';

/** A piece of the reply that a finding or a commitment rests on. */
export interface Evidence extends Span {
  /** The words, as the caller wrote them. */
  readonly text: string;
  /** What the words were read as: concepts such as `refund`, or a cue such as `certainty`. */
  readonly concepts: readonly string[];
}

/** Where a rule comes from. */
export interface Source {
  /** Number of the source article (`000` to `004`), or `own`. */
  readonly article: string;
  /** The passage, or the section of the labelling guide, in a few words. */
  readonly passage: string;
}

/** What every finding carries. */
export interface FindingBase extends Span {
  /** Id of the rule that fired, e.g. `timeline/refund-arrival`. */
  readonly rule: string;
  readonly severity: Severity;
  /** The offending words, as the caller wrote them: `reply.slice(start, end)`. */
  readonly text: string;
  /** What is wrong, in the reply's language. */
  readonly message: string;
  /** A wording that may be said instead, in the reply's language. */
  readonly advice: string;
  /** The act that was found, e.g. `refund-arrival`. */
  readonly act: string;
  /** The words that made it that act. */
  readonly evidence: readonly Evidence[];
  readonly source: Source;
  /** Which reader raised it. */
  readonly reader: 'rules' | 'learned';
}

/** An outcome guaranteed that somebody else decides. */
export interface GuaranteeFinding extends FindingBase {
  readonly category: 'guarantee';
}
/** A cause or a fault stated as certain, or a punishment announced. */
export interface LiabilityFinding extends FindingBase {
  readonly category: 'liability';
}
/** More than the policy allows. */
export interface CompensationFinding extends FindingBase {
  readonly category: 'compensation';
  /** What was offered; null where the offer names no amount. */
  readonly offered: Money | Multiple | null;
  /** The limit that it breaks; null where no amount would be allowed. */
  readonly cap: Money | Multiple | null;
  /** False where the offer is in another currency than the policy, so that the two cannot be compared. */
  readonly comparable: boolean;
}
/** A time faster than the policy's, or certain where others decide. */
export interface TimelineFinding extends FindingBase {
  readonly category: 'timeline';
  /** The time that was promised; null where it is named but has no length ("before the wedding"). */
  readonly promised: Duration | null;
  /** The time that the policy allows; null where no certain time may be said. */
  readonly allowed: Duration | null;
}
/** Internal information told to the customer. */
export interface DisclosureFinding extends FindingBase {
  readonly category: 'disclosure';
}
/** A long-term promise outside the agent's remit. */
export interface FutureFinding extends FindingBase {
  readonly category: 'future';
}
/** Bad conduct; `category` says which. */
export interface ConductFinding<C extends Category = Category> extends FindingBase {
  readonly category: C;
}
/** Arguing, denying, or blaming the customer. */
export type ArguingFinding = ConductFinding<'arguing'>;
/** Pressure over a review, or a reward for one. */
export type ReviewPressureFinding = ConductFinding<'review-pressure'>;
/** Vague words as the whole answer. */
export type VagueFinding = ConductFinding<'vague'>;
/** A bureaucratic or rude dismissal. */
export type ColdFinding = ConductFinding<'cold'>;
/** No apology to a complaint; marks the opening sentence, `[0, 0)` where there is none. */
export type NoApologyFinding = ConductFinding<'no-apology'>;
/** Pressing for proof. */
export interface EvidencePressureFinding extends ConductFinding<'evidence-pressure'> {
  /** How often proof had been requested before this reply. */
  readonly requestsBefore: number;
}
/** The talk, the payment or the deal moved off the platform. */
export type OffPlatformFinding = ConductFinding<'off-platform'>;
/** Private details in a public answer. */
export interface PublicExposureFinding extends ConductFinding<'public-exposure'> {
  /** What kind of detail stands there. */
  readonly detail: 'order-number' | 'phone' | 'address' | 'email' | 'name';
}

/** Something in the reply that should not be sent, discriminated by `category`. */
export type Finding =
  | GuaranteeFinding
  | LiabilityFinding
  | CompensationFinding
  | TimelineFinding
  | DisclosureFinding
  | FutureFinding
  | ArguingFinding
  | ReviewPressureFinding
  | VagueFinding
  | ColdFinding
  | NoApologyFinding
  | EvidencePressureFinding
  | OffPlatformFinding
  | PublicExposureFinding;

/** A promise that the reply makes, proper or not. */
export interface Commitment extends Span {
  /** What is promised, e.g. `refund-arrival`, `resend`, `follow-up`. */
  readonly act: string;
  /** Who is to do it. */
  readonly actor: Actor;
  /** What it is about, in a word. */
  readonly object?: string;
  readonly certainty: Certainty;
  readonly polarity: 'will' | 'will-not';
  /** The condition, in the reply's words. */
  readonly condition?: string;
  /** By when, as it was said. */
  readonly time?: Duration & { readonly text: string };
  /** How much. */
  readonly amount?: Money | Multiple;
  /** The words of the promise. */
  readonly text: string;
}

/** A remark on the check itself, not on the reply. */
export interface Note {
  readonly code: 'unsupported-language';
  readonly message: string;
}

/** What a check found. Plain JSON. */
export interface Report {
  /** Version of the package. */
  readonly version: string;
  /** Version of this shape. */
  readonly schema: 1;
  /** The highest severity among the findings: none or `info` is `pass`. */
  readonly verdict: Verdict;
  /** Findings in the order of their place in the reply; at most 100. */
  readonly findings: readonly Finding[];
  /** Every promise that the reply makes, proper or not. */
  readonly commitments: readonly Commitment[];
  readonly notes: readonly Note[];
  /** True where there were more than 100 findings. */
  readonly truncated?: true;
}

/** A near match: an act that a rule watches for and that something excused. */
export interface Excuse extends Span {
  readonly rule: string;
  readonly category: Category;
  readonly act: string;
  readonly text: string;
  /** What excused it, e.g. `negated`, `hedged`, `within-policy`, `switched-off`. */
  readonly by: string;
  /** The words that show it; absent where it was a value or the context. */
  readonly cue?: Evidence;
}

/** A report that says also why the rules kept silent. */
export interface Explanation extends Report {
  /** The near matches that were excused, and by which cue. */
  readonly excused: readonly Excuse[];
  /** The acts that were read, excused or not. */
  readonly acts: readonly ActSummary[];
}

/** An act as read. */
export interface ActSummary extends Span {
  readonly act: string;
  readonly text: string;
  /** What turns it round or firms it up. */
  readonly modifiers: readonly string[];
  /** The pattern of concepts that matched. */
  readonly pattern: string;
  readonly evidence: readonly Evidence[];
}
