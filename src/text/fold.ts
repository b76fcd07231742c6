/**
 * One-for-one folding: lower case, width, accents, traditional characters.
 */
import { FOLD, KIND, Kind } from './characters.ts';
import { Noise } from './noise.ts';
import { codeAt } from './unit.ts';

const CHUNK = 4096;
const SMALL = 'abcdefghijklmnopqrstuvwxyz';
const scratch = new Uint16Array(CHUNK);

/**
 * Folds every unit of a text; the length stays.
 *
 * @param text - The text.
 * @param found - What the scan found.
 */
export function foldText(text: string, found: number): string {
  if ((found & Noise.Folding) === Noise.Upper) {
    if (isWide(text)) return lowerCase(text);
    const lower = text.toLowerCase();
    if (lower.length === text.length) return lower;
  }
  let folded = '';
  for (let start = 0; start < text.length; start += CHUNK) {
    const count = Math.min(CHUNK, text.length - start);
    for (let index = 0; index < count; index += 1) scratch[index] = FOLD[codeAt(text, start + index)];
    folded += Reflect.apply(String.fromCharCode, null, scratch.subarray(0, count));
  }
  return folded;
}

/** Whether a text looks Chinese: the engine's own lower-casing is quick on Latin text alone. */
function isWide(text: string): boolean {
  const step = (text.length >> 3) + 1;
  for (let at = 0; at < text.length; at += step) if (codeAt(text, at) > 255) return true;
  return false;
}

/** Lowers ASCII capitals; what lies between them is copied in one piece. */
function lowerCase(text: string): string {
  let lower = '';
  let from = 0;
  for (let at = 0; at < text.length; at += 1) {
    if (KIND[codeAt(text, at)] !== Kind.Upper) continue;
    lower += text.slice(from, at) + SMALL[codeAt(text, at) - 65];
    from = at + 1;
  }
  return lower + text.slice(from);
}
