/**
 * The code unit at a place inside a text, never outside: V8 inlines it no longer once it has had to answer NaN. Many times as
 * fast as the method of a string where texts come in many of the forms in which V8 keeps them (literals, slices, what was
 * joined): from the fifth on it looks the method up anew for each call.
 */
export function codeAt(text: string, at: number): number {
  return String.prototype.charCodeAt.call(text, at);
}

/** The code unit at a place in a text, of which the code units are given with zeros behind; 0 before its start. */
export function unitAt(codes: Uint16Array, at: number): number {
  return at < 0 ? 0 : codes[at]!;
}

/** Whether a word stands at a place in a text, of which the code units are given with zeros behind. */
export function standsAt(codes: Uint16Array, word: string, at: number): boolean {
  for (let index = 0; index < word.length; index++) if (unitAt(codes, at + index) !== codeAt(word, index)) return false;
  return true;
}

/** The hash of a Latin word, one code unit at a time, from 0 on. */
export function hashOn(hash: number, code: number): number {
  return (Math.imul(hash, 31) + code) | 0;
}

/** The hash of the Latin word in a range of code units. */
export function hashOfWord(codes: Uint16Array, from: number, to: number): number {
  let hash = 0;
  for (let at = from; at < to; at++) hash = hashOn(hash, codes[at]!);
  return hash;
}
