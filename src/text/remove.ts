/**
 * The slow way: the passes that noise needs, in their order.
 */
import { joinCharacters } from './apart.ts';
import { writeOutForms } from './compatible.ts';
import { applyEdits, Edits } from './draft.ts';
import type { Draft } from './draft.ts';
import { foldText } from './fold.ts';
import { removeInvisible } from './invisible.ts';
import { joinLetters, replaceLookalikes } from './letters.ts';
import { removeMarkup } from './markup.ts';
import { Noise } from './noise.ts';
import { replacePhrases } from './phrases.ts';
import { dropAnnotations } from './pinyin.ts';
import { repairWords } from './words.ts';

type Pass = (text: string, edits: Edits) => void;

/** Passes that want the text as it was written. */
const BEFORE_FOLDING: ReadonlyArray<readonly [number, Pass]> = [
  [Noise.Invisible, removeInvisible],
  [Noise.Markup, removeMarkup],
  [Noise.Annotation, dropAnnotations],
  [Noise.Compatible, writeOutForms],
  [Noise.Lookalike, replaceLookalikes],
];

/** Passes that want canonical characters. */
const AFTER_FOLDING: ReadonlyArray<readonly [number, Pass]> = [
  [Noise.Apart, joinCharacters],
  [Noise.Phrase, replacePhrases],
  [Noise.Letters, joinLetters],
  [Noise.Word, repairWords],
];

function run(draft: Draft, found: number, passes: ReadonlyArray<readonly [number, Pass]>): Draft {
  let current = draft;
  for (const [bit, pass] of passes) {
    if ((found & bit) === 0) continue;
    const edits = new Edits();
    pass(current.text, edits);
    current = applyEdits(current, edits);
  }
  return current;
}

/** Runs the passes that the bits of `found` ask for, once. */
export function removeNoise(draft: Draft, found: number): Draft {
  let current = run(draft, found, BEFORE_FOLDING);
  if ((found & Noise.Folding) !== 0) current = { ...current, text: foldText(current.text, found) };
  return run(current, found, AFTER_FOLDING);
}
