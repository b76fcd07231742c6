import type { Lexicon } from '../lexicon/lexicon.ts';
import type { Clause, Sentence, Token } from '../reading/reading.ts';
import type { TimeQuantity } from '../quantity/quantity.ts';
import { NO_MODIFIERS } from './act.ts';
import type { Act } from './act.ts';

/** How near an adjacent negation (不, "no") must stand before a word of the act, in characters. */
const ADJACENT = 3;
/** How many clauses before the act a condition may stand. */
const CONDITION_REACH = 3;
/** How many clauses after the act "subject to the bank" may stand. */
const SUBJECT_REACH = 2;
/** A clause before the act that only opens it ("as a rule,", 正常的话，) is at most so many characters long. */
const OPENING = 24;
const MINUTES_TO_NOON = 720;

/** Reads what turns an act round, from the cues in its clause and, where a cue reaches further, beside it. */
export class ModifierReader {
  /** The flag of each cue, and of a time. */
  private readonly cues: Readonly<Record<CueName | '#time', number>>;
  /** The flags of all cues. */
  private readonly any: number;

  constructor(lexicon: Lexicon) {
    const cues = { '#time': lexicon.flag('#time') } as Record<CueName | '#time', number>;
    let any = 0;
    for (const name of CUES) any |= cues[name] = lexicon.flag(name);
    this.cues = cues;
    this.any = any;
  }

  /**
   * @param sentence The sentence of the act.
   * @param clauseFrom First clause of the act.
   * @param clauseTo Last clause of the act.
   * @param anchor The clause in which the act was found.
   * @param used Indexes of the act's own tokens: a negation among them is part of what is said, not its denial.
   * @param time The time of the act: hedges and what is done count only where that time stands.
   */
  read(
    sentence: Sentence,
    clauseFrom: number,
    clauseTo: number,
    anchor: number,
    used: readonly number[],
    time?: TimeQuantity,
  ): Act['modifiers'] {
    const { tokens, clauses } = sentence;
    const { cues } = this;
    if (this.isPlain(sentence, clauseFrom, clauseTo, anchor, used)) return time !== undefined && isThisMorning(time) ? { done: null } : NO_MODIFIERS;
    const modifiers: Act['modifiers'] = {};
    let last = 0;
    for (let index = 0; index < used.length; index++) last = Math.max(last, tokens[used[index]!]!.end);
    let timed = -1;
    if (time !== undefined) for (timed = clauseFrom; clauses[timed]!.end < time.end; ) timed++;

    let mentioned = false;
    for (let index = clauseFrom; index <= clauseTo; index++) {
      const clause = clauses[index]!;
      if ((clause.flags & this.any) === 0) continue;
      for (let at = clause.from; at < clause.to; at++) {
        const token = tokens[at]!;
        if ((token.flags & this.any) === 0 || used.includes(at)) continue;
        const { flags } = token;
        if ((flags & cues.negation) !== 0 && token.start < last) modifiers.negated ??= token;
        if ((flags & cues.inability) !== 0) modifiers.negated ??= token;
        if ((flags & cues['negation-adjacent']) !== 0 && isRightBefore(token, tokens, used)) modifiers.negated ??= token;
        if (index >= timed && ((flags & cues.hedge) !== 0 || (flags & cues['subject-to']) !== 0)) modifiers.hedged ??= token;
        if ((flags & cues.mention) !== 0) mentioned = true;
        if ((flags & cues.certainty) !== 0) modifiers.certain ??= token;
        if ((flags & cues.attempt) !== 0) modifiers.attempt ??= token;
        if ((flags & cues.condition) !== 0) modifiers.conditional ??= token;
        if ((flags & cues['question-particle']) !== 0) modifiers.question ??= token;
        if ((flags & cues.attribution) !== 0 && token.start < last) modifiers.reported ??= token;
      }
    }
    if (isQuestionMark(clauses[clauseTo]!.mark)) modifiers.question ??= null;
    if (clauseTo + 1 < clauses.length) {
      const following = clauses[clauseTo + 1]!;
      const refusal = this.find(sentence, following, this.cues.inability);
      if (refusal !== undefined && refusal.start - following.start <= 3) modifiers.negated ??= refusal;
    }
    for (let index = clauseTo + 1; index < clauses.length && index <= clauseTo + SUBJECT_REACH; index++) {
      const subject = this.find(sentence, clauses[index]!, this.cues['subject-to']);
      if (subject !== undefined) modifiers.hedged ??= subject;
    }
    if (timed > 0 && modifiers.hedged === undefined) {
      const opening = this.openingHedge(sentence, clauses[timed - 1]!);
      if (opening !== undefined) modifiers.hedged = opening;
    }
    const request = this.request(sentence, used);
    if (request !== undefined) modifiers.requested = request;
    const past = this.done(sentence, timed < 0 ? anchor : timed, used, last, time);
    if (past !== undefined) modifiers.done = past;
    for (let index = anchor - 1; index >= 0 && index >= anchor - CONDITION_REACH; index--) {
      const condition = this.find(sentence, clauses[index]!, this.cues.condition);
      if (condition !== undefined) modifiers.conditional ??= condition;
    }
    if (isForeign(tokens, used, time)) {
      for (let index = clauseFrom - 1; index <= clauseTo + 1; index += clauseTo + 2 - clauseFrom) {
        if (index >= 0 && index < clauses.length && this.find(sentence, clauses[index]!, cues.mention) !== undefined) mentioned = true;
      }
      if (mentioned || used.every((at) => tokens[at]!.speech === 'cited')) modifiers.quoted = tokens[used[0]!]!;
    }
    return modifiers;
  }

  /** A hedge that makes up a short clause before the act's, with no time of its own: "as a rule, it takes a week". */
  private openingHedge(sentence: Sentence, clause: Clause): Token | undefined {
    if (clause.end - clause.start > OPENING || (clause.flags & this.cues['#time']) !== 0) return undefined;
    const hedge = this.find(sentence, clause, this.cues.hedge);
    return hedge !== undefined && sentence.tokens[clause.to - 1] === hedge ? hedge : undefined;
  }

  /** A verb of the act with which its sentence begins, or that follows "please": the customer is to do it, unless it is "send you". */
  private request({ tokens, normalised }: Sentence, used: readonly number[]): Token | undefined {
    const { cues } = this;
    for (let index = 0; index < used.length; index++) {
      const at = used[index]!;
      const verb = tokens[at]!;
      if ((verb.flags & cues.imperative) === 0 || (verb.flags & cues['own-giving']) !== 0) continue;
      const before = tokens[at - 1];
      const asked = before === undefined ? isBlank(normalised.text, verb.start) : (before.flags & cues.request) !== 0 && before.end + 1 >= verb.start;
      if (asked) return verb;
    }
    return undefined;
  }

  /**
   * What shows that the act lies behind: 已 or "has been" with no 就 or "will" beside it, a verb in the past ("arrived on
   * Monday", 周一到的), also just before a time of day (delivered yesterday, 4:12 pm), this morning. 已 before a time that lies ahead and a verb after it (已退款,明天到账) shows nothing.
   */
  private done(
    sentence: Sentence,
    index: number,
    used: readonly number[],
    last: number,
    time: TimeQuantity | undefined,
  ): Token | null | undefined {
    const clause = sentence.clauses[index]!;
    const ahead = time !== undefined && isAhead(time);
    const promised = ahead && used.some((at) => sentence.tokens[at]!.start > time.start);
    let past: Token | undefined;
    const { cues } = this;
    const some = cues.future | cues.done | cues['past-form'];
    for (let at = (clause.flags & some) === 0 ? clause.to : clause.from; at < clause.to; at++) {
      const token = sentence.tokens[at]!;
      if ((token.flags & some) === 0) continue;
      const { flags } = token;
      if ((flags & cues.future) !== 0 && token.start < last) return undefined;
      if ((flags & cues.done) !== 0 && !promised && !used.includes(at) && token.start <= last + ADJACENT) past ??= token;
      if ((flags & cues['past-form']) !== 0 && !ahead) past ??= token;
    }
    if (past !== undefined) return past;
    if (time?.anchor === 'clock' && index > 0) {
      const before = sentence.clauses[index - 1]!;
      const over = this.find(sentence, before, this.cues.done) ?? this.find(sentence, before, this.cues['past-form']);
      if (over !== undefined) return over;
    }
    return time !== undefined && isThisMorning(time) ? null : undefined;
  }

  /** Whether nothing near the act can turn it round: no cue in reach, no question mark, nobody else's words. */
  private isPlain({ tokens, clauses }: Sentence, clauseFrom: number, clauseTo: number, anchor: number, used: readonly number[]): boolean {
    if (tokens[used[0]!]!.speech !== 'own' || isQuestionMark(clauses[clauseTo]!.mark)) return false;
    const first = Math.max(0, Math.min(clauseFrom - 1, anchor - CONDITION_REACH));
    const last = Math.min(clauses.length - 1, clauseTo + SUBJECT_REACH);
    for (let index = first; index <= last; index++) if ((clauses[index]!.flags & this.any) !== 0) return false;
    return true;
  }

  private find(sentence: Sentence, clause: Clause, cue: number): Token | undefined {
    if ((clause.flags & cue) === 0) return undefined;
    for (let at = clause.from; at < clause.to; at++) {
      const token = sentence.tokens[at]!;
      if ((token.flags & cue) !== 0) return token;
    }
    return undefined;
  }
}

/** The question mark has two canonical forms. */
function isQuestionMark(code: number): boolean {
  return code === 0x3f || code === 0xff1f;
}

/** Whether nothing but spaces stands before a place. */
function isBlank(text: string, before: number): boolean {
  return text.slice(0, before).trim() === '';
}

/** Whether a negation stands right before a word of the act. */
function isRightBefore(negation: Token, tokens: readonly Token[], used: readonly number[]): boolean {
  for (let index = 0; index < used.length; index++) {
    const gap = tokens[used[index]!]!.start - negation.end;
    if (gap >= 0 && gap <= ADJACENT) return true;
  }
  return false;
}

/** Whether all words of an act stand between quotation marks, or its time does. */
function isForeign(tokens: readonly Token[], used: readonly number[], time: TimeQuantity | undefined): boolean {
  let own = false;
  for (let index = 0; index < used.length; index++) {
    const { speech, quantity } = tokens[used[index]!]!;
    if (speech === 'own') own = true;
    else if (time !== undefined && quantity === time) return true;
  }
  return !own;
}

/** Whether a time can only lie ahead, whatever the tense: "within 24 hours", "tomorrow", "in two days". */
function isAhead({ form, anchor, target, duration }: TimeQuantity): boolean {
  if (target?.dayOffset !== undefined) return target.dayOffset > 0;
  return anchor !== 'date' && anchor !== 'weekday' && anchor !== 'clock' && (form === 'deadline' || duration.min > 0);
}

/** 今早, "this morning": said of what has happened, unless a word for the future stands beside it. */
function isThisMorning({ form, target }: TimeQuantity): boolean {
  return form !== 'deadline' && target?.dayOffset === 0 && target.minuteOfDay === MINUTES_TO_NOON;
}

/** Concepts that are cues: they say nothing by themselves, but turn an act round. */
export const CUES = [
  'negation',
  'negation-adjacent',
  'inability',
  'hedge',
  'subject-to',
  'certainty',
  'attempt',
  'done',
  'past-form',
  'future',
  'condition',
  'question-particle',
  'attribution',
  'mention',
  'request',
  'imperative',
  'own-giving',
] as const;

type CueName = (typeof CUES)[number];
