/**
 * A short name for a list of texts: 16 hexadecimal digits, the same on every machine and in every version. It tells texts apart;
 * it is no protection against somebody who wants two of them to be equal.
 */
export function fingerprint(...texts: readonly string[]): string {
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  const mix = (code: number): void => {
    high = Math.imul(high ^ code, 2654435761);
    low = Math.imul(low ^ code, 1597334677);
  };
  for (const text of texts) {
    // The length goes in, so that ("ab", "c") differs from ("a", "bc").
    mix(text.length);
    for (let at = 0; at < text.length; at += 1) mix(text.charCodeAt(at));
  }
  const end = (one: number, other: number): string => {
    const first = Math.imul(one ^ (one >>> 16), 2246822507) ^ Math.imul(other ^ (other >>> 13), 3266489909);
    return (first >>> 0).toString(16).padStart(8, '0');
  };
  return end(high, low) + end(low, high);
}

/**
 * Names findings so that the name survives edits elsewhere: it is made of the rule, the reply's id (if it has one) and the marked
 * words, never of lines or columns; findings that agree in all of it are numbered in the order of their source.
 */
export class FindingNames {
  readonly #seen = new Map<string, number>();

  /** The name of the next such finding, e.g. `9f86d081884c7d65:1`. */
  next(source: string, id: string | undefined, rule: string, words: string): string {
    const name = fingerprint(rule, id ?? '', words);
    const key = `${name} ${source}`;
    const count = (this.#seen.get(key) ?? 0) + 1;
    this.#seen.set(key, count);
    return `${name}:${count}`;
  }
}
