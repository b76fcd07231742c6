import { HASH_RANGE, hashOf } from './hash.ts';

/** Hashes kept: up to here different texts are counted exactly, beyond it within about 6 %. */
export const EXACT_UP_TO = 256;

/** Different texts that were met: the smallest {@link EXACT_UP_TO} + 1 of their hashes, in order. Plain JSON. */
export type Distinct = number[];

/** Notes that a text was met. */
export function addDistinct(distinct: Distinct, text: string): void {
  insert(distinct, hashOf(text));
}

/** Adds what another count met. */
export function mergeDistinct(into: Distinct, from: readonly number[]): void {
  for (const hash of from) insert(into, hash);
}

/** How many different texts were met. */
export function countDistinct(distinct: readonly number[]): { readonly count: number; readonly exact: boolean } {
  if (distinct.length <= EXACT_UP_TO) return { count: distinct.length, exact: true };
  return { count: Math.round((EXACT_UP_TO * HASH_RANGE) / distinct[EXACT_UP_TO]!), exact: false };
}

function insert(distinct: Distinct, hash: number): void {
  let low = 0;
  let high = distinct.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (distinct[middle]! < hash) low = middle + 1;
    else high = middle;
  }
  if (low > EXACT_UP_TO || distinct[low] === hash) return;
  distinct.splice(low, 0, hash);
  if (distinct.length > EXACT_UP_TO + 1) distinct.pop();
}
