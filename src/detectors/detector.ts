import { NO_MODIFIERS } from '../acts/act.ts';
import type { Act } from '../acts/act.ts';
import type { ResolvedContext } from '../context/context.ts';
import type { Policy } from '../policy/policy.ts';
import type { Sentence, Token } from '../reading/reading.ts';
import type { Finding } from '../report.ts';
import { DEFAULT_EXCUSES } from '../rules/rule.ts';
import type { Rule } from '../rules/rule.ts';
import type { Category } from '../types.ts';
import { weightOf } from './recall.ts';
import type { Recall } from './recall.ts';

/** What a detector judges by. */
export interface Judgement {
  readonly policy: Policy;
  readonly context: ResolvedContext;
  /** All acts read so far, those of earlier sentences included. */
  readonly acts: readonly Act[];
  /** Those of them that are at hand before anybody asks for all: at least the commitments and what is about something (`ActType.object`). */
  readonly watched: readonly Act[];
  /** Whether all acts of these types are among the watched. */
  watches(names: readonly string[]): boolean;
  /** Whether somebody wants to know why there is no finding, and not only that there is none. */
  readonly explains: boolean;
  /** All sentences read so far. */
  readonly sentences: readonly Sentence[];
  /** What there is to know of them at once. */
  readonly recall: Recall;
  /** The acts of the customer's last message: evidence, never judged. */
  readonly customerActs: readonly Act[];
}

/** The facts that a category's finding carries beside those that every finding has. */
export type FactsOf<C extends Category> = Omit<
  Extract<Finding, { category: C }>,
  'category' | 'rule' | 'severity' | 'start' | 'end' | 'text' | 'message' | 'advice' | 'act' | 'evidence' | 'source' | 'reader'
>;

/** What a detector says of an act: a finding (borderline ones report at `info`), or why there is none. */
export type Outcome<C extends Category> =
  | { readonly facts: FactsOf<C>; readonly borderline?: boolean }
  | { readonly excusedBy: string; readonly cue?: Token | null };

/** The quantity part of a category's judgement, for an act that nothing has excused yet. */
export type Measure<C extends Category> = (rule: Rule, act: Act, judgement: Judgement) => Outcome<C>;

/** What is found by the text as a whole and not act by act; with the place that it marks. */
export interface Absence {
  readonly rule: Rule;
  /** Offsets in the caller's string. */
  readonly start: number;
  readonly end: number;
  readonly borderline?: boolean;
}

/**
 * Why the act is no finding under this rule, or `undefined` if nothing excuses it.
 * Looks at the rule's data only: modifiers, neighbours, context.
 */
export function excuseOf(rule: Rule, act: Act, judgement: Judgement): { excusedBy: string; cue?: Token | null } | undefined {
  const modified = excuseByModifiers(rule, act);
  if (modified !== undefined) return modified;
  const unmet = unmetContext(rule, act, judgement);
  if (unmet !== undefined) return { excusedBy: `context-${unmet}` };
  // Other acts than those watched for may have to be read for this; most replies say more.
  if (!judgement.explains && rule.beside !== undefined && weightBeside(act, judgement) > rule.beside) return { excusedBy: 'more-is-said' };
  if (rule.without !== undefined) {
    const other = judgement.recall.first(rule.without, act);
    if (other !== undefined) return { excusedBy: other.type.name, cue: other.tokens[0] ?? null };
  }
  if (rule.with !== undefined && judgement.recall.first(rule.with, act) === undefined) {
    return { excusedBy: `no-${rule.with.join('-or-')}` };
  }
  if (rule.least !== undefined && judgement.recall.count(rule.acts) < rule.least) return { excusedBy: 'too-few' };
  if (rule.beside !== undefined && weightBeside(act, judgement) > rule.beside) return { excusedBy: 'more-is-said' };
  return undefined;
}

/**
 * Whether the act is excused for good: nothing that the reply goes on to say can make it a finding under this rule. Acts
 * that excuse stay said, and what is said beside the act only grows; what a rule still misses may yet come.
 */
export function isExcusedForGood(rule: Rule, act: Act, judgement: Judgement): boolean {
  return (
    excuseByModifiers(rule, act) !== undefined ||
    unmetFact(rule.context, judgement.context) !== undefined ||
    (rule.without !== undefined && judgement.recall.first(rule.without, act) !== undefined) ||
    (rule.beside !== undefined && weightBeside(act, judgement) > rule.beside)
  );
}

function excuseByModifiers(rule: Rule, { modifiers }: Act): { excusedBy: string; cue?: Token | null } | undefined {
  if (modifiers !== NO_MODIFIERS) {
    for (const modifier of rule.unless ?? DEFAULT_EXCUSES) {
      if (modifiers[modifier] !== undefined) return { excusedBy: modifier, cue: modifiers[modifier] };
    }
  }
  for (const modifier of rule.requires ?? []) {
    if (modifiers[modifier] === undefined) return { excusedBy: `not-${modifier}` };
  }
  return undefined;
}

/** How much the reply says besides the words of the act and what stands between them. */
function weightBeside({ sentence, tokens }: Act, { recall }: Judgement): number {
  return recall.weight() - weightOf(sentence.normalised.text, tokens[0]!.start, tokens[tokens.length - 1]!.end);
}

/** Whether the context may hold what a rule asks for. */
export function isOpen(rule: Rule, context: ResolvedContext): boolean {
  return (rule.limit !== 'decided' || context.decision !== null) && unmetFact(rule.context, context) === undefined;
}

function unmetContext(rule: Rule, act: Act, judgement: Judgement): string | undefined {
  const unmet = unmetFact(rule.context, judgement.context);
  const about = rule.context?.about;
  if (unmet !== undefined || about === undefined) return unmet;
  // Both are only gathered once somebody asks.
  const said = judgement.customerActs.some(({ type }) => about.includes(type.name)) || judgement.recall.first(about, act) !== undefined;
  return said ? undefined : 'about';
}

function unmetFact(wanted: Rule['context'], context: ResolvedContext): string | undefined {
  if (wanted === undefined) return undefined;
  if (wanted.complaint !== undefined && context.complaint !== wanted.complaint) return 'complaint';
  if (wanted.resolved !== undefined && context.resolved !== wanted.resolved) return 'resolved';
  if (wanted.verified !== undefined && context.verified !== wanted.verified) return 'verified';
  if (wanted.channel !== undefined && context.channel !== wanted.channel) return 'channel';
  if (wanted.evidenceRequests !== undefined && context.evidenceRequests < wanted.evidenceRequests) return 'evidence-requests';
  return undefined;
}
