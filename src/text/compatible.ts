/**
 * Compatibility forms: circled and parenthesised digits, mathematical letters, ligatures, Roman numerals.
 */
import { isLatin, KIND, Kind } from './characters.ts';
import type { Edits } from './draft.ts';

/** Units after which a circled digit is a number and not the mark of a list. */
const COUNTED = new Set('天小时日周月年元块倍分个次折件张号点％%刻秒星');

/** First code point, last code point, and the number that the first one shows. */
const NEGATIVE_CIRCLES = [
  [0x2776, 0x277f, 1],
  [0x2780, 0x2789, 1],
  [0x278a, 0x2793, 1],
  [0x24eb, 0x24f4, 11],
  [0x24f5, 0x24fe, 1],
] as const;

function circledNumber(unit: number): number {
  if (!(unit >= 0x2460 && unit <= 0x2793)) return -1;
  if (unit >= 0x2460 && unit <= 0x2473) return unit - 0x245f;
  if (unit === 0x24ea || unit === 0x24ff) return 0;
  for (const [from, to, first] of NEGATIVE_CIRCLES) if (unit >= from && unit <= to) return unit - from + first;
  return -1;
}

/** What the form at `at` stands for, or undefined where it stays. */
function plainForm(text: string, at: number): string | undefined {
  const unit = text.charCodeAt(at);
  const number = circledNumber(unit);
  if (number >= 0) {
    const next = text[at + 1] ?? '';
    const neighbour = circledNumber(text.charCodeAt(at + 1)) >= 0 || (at > 0 && circledNumber(text.charCodeAt(at - 1)) >= 0);
    return COUNTED.has(next) || neighbour ? String(number) : undefined;
  }
  const code = text.codePointAt(at) ?? 0;
  // Squared and negative letters have no decomposition of their own.
  if (code >= 0x1f130 && code <= 0x1f189) return letterOf(code);
  if (code < 0x1f00) return unaccented(code);
  const plain = String.fromCodePoint(code).normalize('NFKC').toLowerCase().replaceAll('\u2044', '/');
  return plain === String.fromCodePoint(code) ? undefined : plain;
}

/** The bare letter of one with rare accents; common ones are folded without coming here. */
function unaccented(code: number): string | undefined {
  const base = String.fromCharCode(code).normalize('NFD').charCodeAt(0);
  return isLatin(base) ? String.fromCharCode(base | 32) : undefined;
}

function letterOf(code: number): string | undefined {
  const letter = (code - 0x1f130) & 31;
  return letter < 26 ? String.fromCharCode(97 + letter) : undefined;
}

/** Whether a form stands at `at` that is to be written out. */
export function isCompatible(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  if (unit >= 0xd83c && unit <= 0xd83e) {
    const low = text.charCodeAt(at + 1);
    return unit === 0xd83c && ((low >= 0xdd10 && low <= 0xdd49) || (low >= 0xdd50 && low <= 0xdd69) || (low >= 0xdd70 && low <= 0xdd89)) && plainForm(text, at) !== undefined;
  }
  if (KIND[unit] !== Kind.Compatible) return false;
  if (unit === 0xd835 && !isLow(text.charCodeAt(at + 1))) return false;
  return plainForm(text, at) !== undefined;
}

function isLow(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff;
}

/** Writes compatibility forms out: ②④小时 → 24小时, 𝟐𝟒 → 24, ⑴ → (1), ﬁ → fi, Ⅲ → iii. */
export function writeOutForms(text: string, edits: Edits): void {
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (KIND[unit] !== Kind.Compatible && unit !== 0xd83c) continue;
    if (!isCompatible(text, at)) continue;
    const plain = plainForm(text, at);
    const end = at + (unit >= 0xd800 && isLow(text.charCodeAt(at + 1)) ? 2 : 1);
    if (plain !== undefined) edits.replace(at, end, plain);
    at = end - 1;
  }
}
