import type { Act } from './acts/act.ts';
import { spanOf } from './acts/span.ts';
import type { Instant } from './context/context.ts';
import { localTime } from './context/instant.ts';
import type { Lexicon } from './lexicon/lexicon.ts';
import { resolveTime } from './quantity/resolve.ts';
import type { Token } from './reading/reading.ts';
import type { Commitment, Evidence } from './report.ts';
import { originalSpan } from './text/offsets.ts';
import type { Certainty, Money, Multiple, Span } from './types.ts';

/** A token as evidence, in the caller's words. */
export function evidenceOf(token: Token, act: Act, lexicon: Lexicon): Evidence {
  const { sentence } = act;
  const { start, end } = originalSpan(sentence.normalised, token.start, token.end);
  return {
    text: sentence.original.slice(start, end),
    concepts: token.concepts.map((id) => lexicon.concepts[id] ?? ''),
    start: sentence.offset + start,
    end: sentence.offset + end,
  };
}

/** The promise that the act makes, or `undefined` where it makes none. Weekdays and dates are counted from `now`, where it is known. */
export function commitmentOf(act: Act, reply: string, currency: string, now: Instant | null): Commitment | undefined {
  const { type, modifiers } = act;
  if (!type.commitment) return undefined;
  if (modifiers.question !== undefined || modifiers.quoted !== undefined || modifiers.reported !== undefined) return undefined;
  if (modifiers.negated !== undefined) return undefined;
  const { start, end } = spanOf(act);
  const certainty: Certainty =
    modifiers.conditional !== undefined ? 'conditional' : modifiers.hedged !== undefined ? 'hedged' : 'certain';
  const { conditional } = modifiers;
  const { time } = act;
  const commitment: Writable<Commitment> = { act: type.name, actor: type.actor, certainty, polarity: 'will', start, end, text: reply.slice(start, end) };
  if (type.object !== undefined) commitment.object = type.object;
  if (conditional != null) commitment.condition = wordsOf(act, conditional);
  if (time !== undefined) {
    const { min, max, unit } = now === null ? time.duration : resolveTime(time, localTime(now));
    commitment.time = { min, max, unit, text: wordsOf(act, time) };
  }
  const amount = amountOf(act, currency);
  if (amount !== undefined) commitment.amount = amount;
  return commitment;
}

type Writable<T> = { -readonly [Key in keyof T]: T[Key] };

function wordsOf({ sentence }: Act, { start, end }: Span): string {
  const span = originalSpan(sentence.normalised, start, end);
  return sentence.original.slice(span.start, span.end);
}

function amountOf({ money, multiple }: Act, currency: string): Money | Multiple | undefined {
  if (money !== undefined) return { minor: money.minor * money.count, currency: money.currency ?? currency };
  return multiple === undefined ? undefined : { factor: multiple.factor };
}
