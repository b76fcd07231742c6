import type { Lexicon } from '../lexicon/lexicon.ts';
import { hasConcept } from '../reading/reading.ts';
import type { Clause, Sentence, Token } from '../reading/reading.ts';
import type { Act } from './act.ts';

/** The question mark in both its canonical forms. */
const QUESTION_MARKS: readonly number[] = [0x3f, 0xff1f];
/** How near an adjacent negation (不, "no") must stand before a word of the act, in characters. */
const ADJACENT = 3;
/** How many clauses before the act a condition may stand. */
const CONDITION_REACH = 3;

/** Reads what turns an act round, from the cues in its clause and, where a cue reaches further, beside it. */
export class ModifierReader {
  private readonly ids: Readonly<Record<CueName, number>>;

  constructor(lexicon: Lexicon) {
    const ids = {} as Record<CueName, number>;
    for (const name of CUES) ids[name] = lexicon.id(name);
    this.ids = ids;
  }

  /**
   * @param sentence The sentence of the act.
   * @param clauseFrom First clause of the act.
   * @param clauseTo Last clause of the act.
   * @param anchor The clause in which the act was found.
   * @param used Indexes of the act's own tokens: a negation among them is part of what is said, not its denial.
   */
  read(sentence: Sentence, clauseFrom: number, clauseTo: number, anchor: number, used: readonly number[]): Act['modifiers'] {
    const { tokens, clauses } = sentence;
    const { ids } = this;
    const modifiers: Act['modifiers'] = {};
    const usedTokens = used.map((at) => tokens[at]!);
    const last = usedTokens.reduce((end, token) => Math.max(end, token.end), 0);

    for (let index = clauseFrom; index <= clauseTo; index++) {
      const clause = clauses[index]!;
      for (let at = clause.from; at < clause.to; at++) {
        if (used.includes(at)) continue;
        const token = tokens[at]!;
        const is = (name: CueName): boolean => token.concepts.includes(ids[name]);
        if (is('negation') && token.start < last) modifiers.negated ??= token;
        if (is('inability')) modifiers.negated ??= token;
        if (is('negation-adjacent') && usedTokens.some((own) => own.start >= token.end && own.start - token.end <= ADJACENT)) {
          modifiers.negated ??= token;
        }
        if (is('hedge') || is('subject-to')) modifiers.hedged ??= token;
        if (is('certainty')) modifiers.certain ??= token;
        if (is('attempt')) modifiers.attempt ??= token;
        if (is('done')) modifiers.done ??= token;
        if (is('condition')) modifiers.conditional ??= token;
        if (is('question-particle')) modifiers.question ??= token;
        if (is('attribution') && token.start < last) modifiers.reported ??= token;
      }
    }
    const final = clauses[clauseTo]!;
    if (QUESTION_MARKS.includes(final.mark)) modifiers.question ??= null;
    const following = clauses[clauseTo + 1];
    if (following !== undefined) {
      const refusal = this.find(sentence, following, 'inability');
      if (refusal !== undefined && refusal.start - following.start <= 3) modifiers.negated ??= refusal;
      const subject = this.find(sentence, following, 'subject-to');
      if (subject !== undefined) modifiers.hedged ??= subject;
    }
    for (let index = anchor - 1; index >= 0 && index >= anchor - CONDITION_REACH; index--) {
      const condition = this.find(sentence, clauses[index]!, 'condition');
      if (condition !== undefined) modifiers.conditional ??= condition;
    }
    if (usedTokens.every((token) => token.speech === 'cited')) modifiers.quoted = usedTokens[0]!;
    return modifiers;
  }

  private find(sentence: Sentence, clause: Clause, name: CueName): Token | undefined {
    const id = this.ids[name];
    if (!hasConcept(clause.bits, id)) return undefined;
    for (let at = clause.from; at < clause.to; at++) {
      const token = sentence.tokens[at]!;
      if (token.concepts.includes(id)) return token;
    }
    return undefined;
  }
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
  'condition',
  'question-particle',
  'attribution',
] as const;

type CueName = (typeof CUES)[number];
