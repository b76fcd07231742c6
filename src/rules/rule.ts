import type { Modifier } from '../acts/act.ts';
import type { Source } from '../report.ts';
import type { Category, Language, Severity } from '../types.ts';

/** The policy value that a rule's quantity is measured by. */
export const LIMITS = [
  'refund',
  'verification',
  'escalation-review',
  'first-reply',
  'dispatch',
  'delivery',
  'coupon',
  'goodwill',
  'multiple',
  'paid',
  'decided',
] as const;

/** One of {@link LIMITS}. */
export type Limit = (typeof LIMITS)[number];

/** A requirement on the context of the check. */
export interface ContextCondition {
  readonly complaint?: boolean | undefined;
  readonly resolved?: boolean | undefined;
  readonly verified?: boolean | undefined;
  readonly channel?: 'private' | 'public' | undefined;
  /** At least so many earlier requests for proof. */
  readonly evidenceRequests?: number | undefined;
  /** The customer's last message, or the reply itself, must do one of these acts: name a noise, a smell … */
  readonly about?: readonly string[] | undefined;
}

/** A rule as plain data (`rules/categories/<category>/*.yml`), without its examples. */
export interface Rule {
  /** `category/name`. */
  readonly id: string;
  readonly category: Category;
  /** A `preview` rule reports at `info`. */
  readonly status: 'preview' | 'stable';
  /** Severity where it differs from the category's. */
  readonly severity?: Severity | undefined;
  readonly source: Source;
  /** The acts that it watches for. */
  readonly acts: readonly string[];
  /** The policy value that the act's time or amount is compared with; absent: the act alone is the finding. */
  readonly limit?: Limit | undefined;
  /** What excuses the act; absent: negated, question, quoted, reported. */
  readonly unless?: readonly Modifier[] | undefined;
  /** Modifiers that must be there. */
  readonly requires?: readonly Modifier[] | undefined;
  /** Other acts of the reply, in this or an earlier sentence, that excuse this one. */
  readonly without?: readonly string[] | undefined;
  /** Other acts of which one must stand in this or an earlier sentence. */
  readonly with?: readonly string[] | undefined;
  /** `reply`: judged when the whole reply is there, so that later sentences count for `with` and `without`. */
  readonly scope?: 'sentence' | 'reply' | undefined;
  readonly context?: ContextCondition | undefined;
  /**
   * The act must be the answer: at most so many characters may stand beside its words in the whole reply; a Han
   * character counts as four.
   */
  readonly beside?: number | undefined;
  /** Speaks only where no other rule of its category has found the same words: the more telling message comes first. Default false. */
  readonly general?: boolean | undefined;
  /** The reply must hold at least so many of the acts; only they together are the finding. */
  readonly least?: number | undefined;
  /** What is wrong; slots in braces: {text}, {promised}, {allowed}, {offered}, {cap}. */
  readonly message: Readonly<Record<Language, string>>;
  /** A wording that may be said instead; the same slots. */
  readonly advice: Readonly<Record<Language, string>>;
}

/** What excuses an act unless its rule says otherwise. */
export const DEFAULT_EXCUSES: readonly Modifier[] = ['negated', 'question', 'quoted', 'reported'];
