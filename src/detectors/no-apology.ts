import type { Act } from '../acts/act.ts';
import type { Sentence } from '../reading/reading.ts';
import type { Rule } from '../rules/rule.ts';
import type { Absence, Judgement } from './detector.ts';
import { weightOf } from './recall.ts';

/** How much may be said of the case before the apology, as `weightOf` counts it, for it to be still in the opening. */
const OPENING = 260;
/** A reply of at most two sentences and this many characters is short: an apology anywhere in it counts. */
const SHORT = { han: 40, latin: 140 } as const;
/** A clause as short as this is a form of address ("亲爱的顾客", "Dear Anna") or an interjection. */
const ADDRESS = { han: 5, latin: 18 } as const;
/** Sentences of substance after which it is known whether the opening soothes. */
const OPENING_SENTENCES = 2;
const SOOTHING = new Set(['apology', 'empathy']);
const PRELUDE = new Set(['greeting', 'thanks', 'restate']);

/**
 * A complaint is first soothed: an apology or empathy must come in the opening, before any explanation.
 * `settled`: no later sentence can make it one. A "sorry" that only introduces a denial makes the absence borderline.
 */
export function detectNoApologyAbsence(rule: Rule, judgement: Judgement, complete: boolean): Absence | 'settled' | undefined {
  const { context, acts, sentences } = judgement;
  if (!context.complaint || context.apologized) return 'settled';
  const soothing = acts.find((act) => SOOTHING.has(act.type.name) && act.modifiers.quoted === undefined);
  const opening = readOpening(judgement, soothing);
  if (soothing !== undefined && opening.soothed) return 'settled';
  if (!complete && opening.sentences < OPENING_SENTENCES) return undefined;
  if (soothing !== undefined && isShort(judgement)) return undefined;
  const first = sentences[0];
  const hollow = acts.some((act) => act.type.name === 'hollow-apology');
  if (first === undefined) return { rule, start: 0, end: 0 };
  const end = first.offset + first.original.trimEnd().length;
  return { rule, start: first.offset, end, borderline: hollow };
}

/**
 * Reads the opening up to the soothing act: whether it comes before any explanation and soon enough, and how many
 * sentences say something. Greetings, thanks, forms of address and what only restates the case do not count.
 */
function readOpening({ sentences, acts }: Judgement, soothing: Act | undefined): { readonly soothed: boolean; readonly sentences: number } {
  let weight = 0;
  let filled = 0;
  let next = 0;
  let late = false;
  for (const sentence of sentences) {
    const preludes = new Set<number>();
    const explained = new Set<number>();
    while (next < acts.length && acts[next]!.sentence.index < sentence.index) next++;
    for (; next < acts.length && acts[next]!.sentence === sentence; next++) {
      const { type, clauseFrom } = acts[next]!;
      if (PRELUDE.has(type.name)) preludes.add(clauseFrom);
      if (type.name === 'explain') explained.add(clauseFrom);
    }
    const own = soothing?.sentence === sentence;
    const last = own ? soothing.clauseFrom : sentence.clauses.length;
    const before = weight;
    for (let index = 0; index < last; index++) {
      const { start, end } = sentence.clauses[index]!;
      if (explained.has(index)) late = true;
      if (end - start <= address(sentence) || preludes.has(index)) continue;
      weight += weightOf(sentence.normalised.text, start, end);
    }
    if (own) return { soothed: !late && weight <= OPENING, sentences: filled };
    if (weight > before || late) filled++;
    if (late || weight > OPENING) return { soothed: false, sentences: Math.max(filled, sentences.length) };
  }
  return { soothed: false, sentences: filled };
}

function address(sentence: Sentence): number {
  return isHan(sentence) ? ADDRESS.han : ADDRESS.latin;
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
