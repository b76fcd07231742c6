/**
 * One-for-one folding: lower case, width, accents, traditional characters.
 */
import { FOLD } from './characters.ts';
import { Noise } from './noise.ts';

const CHUNK = 4096;
const scratch = new Uint16Array(CHUNK);

/**
 * Folds every unit of a text; the length stays.
 *
 * @param text - The text.
 * @param found - What the scan found: where it is only ASCII capitals, the engine's own lower-casing serves.
 */
export function foldText(text: string, found: number): string {
  if ((found & Noise.Folding) === Noise.Upper) {
    const lower = text.toLowerCase();
    if (lower.length === text.length) return lower;
  }
  let folded = '';
  for (let start = 0; start < text.length; start += CHUNK) {
    const count = Math.min(CHUNK, text.length - start);
    for (let index = 0; index < count; index += 1) scratch[index] = FOLD[text.charCodeAt(start + index)];
    folded += Reflect.apply(String.fromCharCode, null, scratch.subarray(0, count));
  }
  return folded;
}
