import type { Act } from '../acts/act.ts';
import type { Sentence } from '../reading/reading.ts';
import type { Rule } from '../rules/rule.ts';
import type { Absence, Judgement } from './detector.ts';

/** Clauses of substance that may stand before the apology and still leave it in the opening. */
const OPENING_CLAUSES = 2;
/** A reply of at most two sentences and this many characters is short: an apology anywhere in it counts. */
const SHORT = { han: 40, latin: 140 } as const;
const SOOTHING = new Set(['apology', 'empathy']);
const PRELUDE = new Set(['greeting', 'thanks']);

/**
 * A complaint is first soothed: an apology or empathy must come in the opening, before any explanation.
 * `settled`: no later sentence can make it one. A "sorry" that only introduces a denial makes the absence borderline.
 */
export function detectNoApologyAbsence(rule: Rule, judgement: Judgement, complete: boolean): Absence | 'settled' | undefined {
  const { context, acts, sentences } = judgement;
  if (!context.complaint || context.apologized) return 'settled';
  const soothing = acts.find((act) => SOOTHING.has(act.type.name) && act.modifiers.quoted === undefined);
  if (soothing !== undefined && isOpening(soothing, judgement)) return 'settled';
  if (!complete && sentences.length < 2) return undefined;
  if (soothing !== undefined && isShort(judgement)) return undefined;
  const opening = sentences[0];
  const hollow = acts.some((act) => act.type.name === 'hollow-apology');
  if (opening === undefined) return { rule, start: 0, end: 0 };
  const end = opening.offset + opening.original.trimEnd().length;
  return { rule, start: opening.offset, end, borderline: hollow };
}

/** Whether few clauses of substance come before the act; greetings, thanks and forms of address are none. */
function isOpening(act: Act, { sentences, acts }: Judgement): boolean {
  let count = 0;
  let next = 0;
  for (const sentence of sentences) {
    if (sentence.index > act.sentence.index) break;
    const last = sentence.index === act.sentence.index ? act.clauseFrom : sentence.clauses.length;
    const preludes = new Set<number>();
    while (next < acts.length && acts[next]!.sentence.index < sentence.index) next++;
    for (; next < acts.length && acts[next]!.sentence === sentence; next++) {
      if (PRELUDE.has(acts[next]!.type.name)) preludes.add(acts[next]!.clauseFrom);
    }
    const short = shortAddress(sentence);
    for (let index = 0; index < last; index++) {
      const clause = sentence.clauses[index]!;
      if (clause.end - clause.start > short && !preludes.has(index) && ++count > OPENING_CLAUSES) return false;
    }
  }
  return true;
}

/** A clause as short as this is a form of address ("亲爱的顾客", "Dear Anna") or an interjection. */
function shortAddress(sentence: Sentence): number {
  return isHan(sentence) ? 5 : 18;
}

function isHan(sentence: Sentence): boolean {
  const { text } = sentence.normalised;
  for (let at = 0; at < text.length && at < 40; at++) if (text.charCodeAt(at) >= 0x4e00) return true;
  return false;
}

function isShort({ sentences, recall }: Judgement): boolean {
  const said = recall.said();
  const first = said.sentences > 2 ? undefined : sentences.find((sentence) => sentence.clauses.length > 0);
  return first !== undefined && said.clauseLength <= (isHan(first) ? SHORT.han : SHORT.latin);
}
