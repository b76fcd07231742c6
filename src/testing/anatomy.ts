/** A reply taken apart: its clauses, the words that were read, what they do, and what each rule made of it. */
import { MODIFIERS } from '../acts/act.ts';
import type { Act, Modifier } from '../acts/act.ts';
import type { ResolvedContext } from '../context/context.ts';
import { readContext } from '../context/index.ts';
import type { Context } from '../context/index.ts';
import { extendedEngine } from '../default-engine.ts';
import type { Engine } from '../engine.ts';
import { spanOf } from '../acts/span.ts';
import { guardOf } from '../guard.ts';
import type { Run } from '../run.ts';
import type { SecondReader } from '../second-reader.ts';
import { formatAmount, formatDuration } from '../messages/format.ts';
import { couponLimit, goodwillLimit, loadPolicyDocument } from '../policy/index.ts';
import type { Policy } from '../policy/index.ts';
import type { Quantity } from '../quantity/quantity.ts';
import type { Clause, Sentence, Token } from '../reading/reading.ts';
import type { Explanation } from '../report.ts';
import { judgeReading } from '../reporting.ts';
import type { Rule } from '../rules/rule.ts';
import type { Extension } from '../rules/schema.ts';
import { originalSpan } from '../text/offsets.ts';
import type { Category, Duration, Language, Money, Multiple, Span } from '../types.ts';
import type { PolicyReference } from './checker.ts';

/** A word, or a quantity, that was read. */
export interface AnatomyWord extends Span {
  readonly text: string;
  /** What it was read as. */
  readonly concepts: readonly string[];
  /** Which kind of quantity it is, if it is one. */
  readonly quantity?: Quantity['kind'];
}

/** What a rule made of an act. */
export interface AnatomyJudgement {
  readonly rule: string;
  readonly category: Category;
  /** `borderline`: reported at `info` only, or by a rule in `preview`. */
  readonly outcome: 'found' | 'borderline' | 'excused';
  /** What excused it. */
  readonly by?: string;
  /** The words that did. */
  readonly cue?: string;
  /** The time or the amount that was said, in words. */
  readonly said?: string;
  /** The policy's value, in words. */
  readonly policy?: string;
}

/** Something that a clause does. */
export interface AnatomyAct extends Span {
  readonly act: string;
  readonly text: string;
  readonly pattern: string;
  /** What turns it round or firms it up, with the word that shows it. */
  readonly modifiers: readonly { readonly name: Modifier; readonly cue?: string }[];
  readonly judgements: readonly AnatomyJudgement[];
}

/** A part of a sentence between two marks. */
export interface AnatomyClause extends Span {
  readonly text: string;
  readonly words: readonly AnatomyWord[];
  /** The acts that end here. */
  readonly acts: readonly AnatomyAct[];
}

/** A reply taken apart, and the report on it. Plain JSON. */
export interface Anatomy extends Explanation {
  readonly reply: string;
  /** Name of the policy. */
  readonly policy: string;
  readonly clauses: readonly AnatomyClause[];
}

/** What a reply is taken apart by. */
export interface AnatomyOptions {
  /** Default: the preset `default`. */
  readonly policy?: PolicyReference;
  /** Words, acts and rules of the shop's own. Default: none. */
  readonly extend?: Extension;
  /** A second reader. Default: none. */
  readonly reader?: SecondReader;
  /** What is known about the talk. Default: nothing. */
  readonly context?: Context;
  /** Language of the values in words. Default: the policy's. */
  readonly language?: Language;
}

/**
 * Takes a reply apart.
 *
 * @throws PolicyError, DataError or ContextError for what cannot be used.
 */
export function anatomyOf(reply: string, { policy: reference = 'default', extend = {}, reader, context = {}, language }: AnatomyOptions = {}): Anatomy {
  const policy = loadPolicyDocument(reference);
  const engine = extendedEngine(policy, extend);
  const known = readContext(context);
  const run = judgeReading(engine, engine.read(reply), policy, known, { explain: true });
  const explanation = guardOf(engine, policy, reader).explain(reply, context);
  const values = new Values(policy, known, language ?? policy.language);
  const acts = run.acts.map((act) => ({ act, shown: actOf(act, run, values, reply) }));
  const clauses = run.sentences.flatMap((sentence) =>
    sentence.clauses.map((clause, index): AnatomyClause => {
      const own = acts.filter(({ act }) => act.sentence === sentence && act.clauseTo === index).map(({ shown }) => shown);
      return clauseOf(clause, sentence, own, engine);
    }),
  );
  return { ...explanation, reply, policy: policy.name, clauses: clauses.filter(({ text }) => text.trim() !== '') };
}

function clauseOf(clause: Clause, sentence: Sentence, acts: readonly AnatomyAct[], { lexicon }: Engine): AnatomyClause {
  const wordOf = (token: Token): AnatomyWord => {
    const concepts = token.concepts.map((id) => lexicon.concepts[id] ?? '');
    return { ...place(sentence, token), concepts, ...(token.quantity === undefined ? {} : { quantity: token.quantity.kind }) };
  };
  // The mark that ends a clause belongs to it, spaces before it do not.
  const { text } = sentence.normalised;
  const start = clause.end - text.slice(clause.start, clause.end).trimStart().length;
  const shown = place(sentence, { start, end: clause.mark === 0 ? clause.end : clause.end + 1 });
  return { ...shown, words: sentence.tokens.slice(clause.from, clause.to).map(wordOf), acts };
}

function place({ normalised, original, offset }: Sentence, { start: from, end: to }: Span): Span & { readonly text: string } {
  const { start, end } = originalSpan(normalised, from, Math.min(to, normalised.text.length));
  return { start: offset + start, end: offset + end, text: original.slice(start, end) };
}

function actOf(act: Act, run: Run, values: Values, reply: string): AnatomyAct {
  const { start, end } = spanOf(act);
  const cueOf = (token: Token | null | undefined): { cue?: string } => (token == null ? {} : { cue: place(act.sentence, token).text });
  const found = run.hits
    .filter((hit) => hit.act === act)
    .map(({ rule, borderline }): AnatomyJudgement => ({ rule: rule.id, category: rule.category, outcome: borderline || rule.status === 'preview' ? 'borderline' : 'found', ...values.compared(rule, act) }));
  const excused = run.silences
    .filter((silence) => silence.act === act && (silence.rule.limit !== 'decided' || run.context.decision !== null))
    .map(({ rule, by, cue }): AnatomyJudgement => ({ rule: rule.id, category: rule.category, outcome: 'excused', by, ...cueOf(cue), ...values.compared(rule, act) }));
  const modifiers = MODIFIERS.filter((name) => act.modifiers[name] !== undefined).map((name) => ({ name, ...cueOf(act.modifiers[name]) }));
  return { start, end, text: reply.slice(start, end), act: act.type.name, pattern: act.pattern, modifiers, judgements: [...found, ...excused] };
}

/** What was said against what the policy says, in words. */
class Values {
  private readonly policy: Policy;
  private readonly context: ResolvedContext;
  private readonly language: Language;

  constructor(policy: Policy, context: ResolvedContext, language: Language) {
    this.policy = policy;
    this.context = context;
    this.language = language;
  }

  compared(rule: Rule, act: Act): { said?: string; policy?: string } {
    const limit = this.limitOf(rule);
    const said = this.saidIn(rule, act);
    return limit === undefined || said === undefined ? {} : { said, policy: limit };
  }

  private saidIn({ limit }: Rule, { time, money, multiple }: Act): string | undefined {
    if (limit === 'multiple') return multiple === undefined ? undefined : this.amount({ factor: multiple.factor });
    if (limit !== 'coupon' && limit !== 'goodwill') return time === undefined ? undefined : this.duration(time.duration);
    return money === undefined ? undefined : this.amount({ minor: money.minor * money.count, currency: money.currency ?? this.policy.currency });
  }

  private limitOf({ limit }: Rule): string | undefined {
    const { timelines, currency, maxMultiple } = this.policy;
    const facts = { tier: this.context.tier, paid: this.context.paid, returnFreight: this.context.returnFreight };
    switch (limit) {
      case 'refund':
      case 'verification':
      case 'dispatch':
        return this.duration(timelines[limit]);
      case 'escalation-review':
        return this.duration(timelines.escalationReview);
      case 'first-reply':
        return this.duration(timelines.firstReply);
      case 'delivery':
        return timelines.delivery === 'estimate' ? (this.language === 'zh' ? '只能预计' : 'an estimate only') : this.duration(timelines.delivery);
      case 'coupon':
        return this.amount({ minor: couponLimit(this.policy, facts), currency });
      case 'goodwill':
        return this.amount({ minor: goodwillLimit(this.policy, facts), currency });
      case 'multiple':
        return this.amount({ factor: maxMultiple });
      default:
        return undefined;
    }
  }

  private duration(duration: Duration): string {
    return formatDuration(duration, this.language);
  }

  private amount(amount: Money | Multiple): string {
    return formatAmount(amount, this.language);
  }
}
