import type { Checker } from './checkers.ts';

/** Keeps results alive, so that nothing that is measured can be left out. */
let sink = 0;

/** Milliseconds that a number of passes over the texts takes. */
function time(checker: Checker, texts: readonly string[], passes: number): number {
  const started = performance.now();
  for (let pass = 0; pass < passes; pass += 1) for (const text of texts) sink += checker.run(text);
  return performance.now() - started;
}

/** Milliseconds that one timed slice of a checker should take: long against the clock, short against the machine's moods. */
const SLICE = 12;

/** Milliseconds of warm-up: on a busy machine the optimising compiler comes late. */
const WARM_UP = 1_500;

/** The median of some numbers. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

/**
 * How many times the floor each checker costs on some texts.
 *
 * All in one process and interleaved (A B C A B C …): absolute times drift by a factor of two on shared machines, the ratio of
 * neighbours within a round hardly does. The median of the rounds' ratios counts.
 *
 * @param checkers the first one is the floor.
 * @param rounds rounds that count; warm-up comes before them.
 */
export function ratios(checkers: readonly Checker[], texts: readonly string[], rounds: number): Map<string, number> {
  const passes = checkers.map((checker) => {
    let done = 0;
    const started = performance.now();
    while (done < 3 || (performance.now() - started < WARM_UP && done < 20_000)) {
      time(checker, texts, 1);
      done += 1;
    }
    const once = Math.max(time(checker, texts, 3) / 3, 1e-4);
    return Math.max(1, Math.round(SLICE / once));
  });
  const found = checkers.map((): number[] => []);
  for (let round = 0; round < rounds; round += 1) {
    const times = checkers.map((checker, index) => time(checker, texts, passes[index]!) / passes[index]!);
    times.forEach((one, index) => found[index]!.push(one / times[0]!));
  }
  return new Map(checkers.map(({ name }, index) => [name, median(found[index]!)]));
}

/** Milliseconds for one text: the best of some tries, or of one if that took long. */
export function once(checker: Checker, text: string, tries = 3): number {
  let best = Infinity;
  for (let attempt = 0; attempt < tries; attempt += 1) {
    best = Math.min(best, time(checker, [text], 1));
    if (best > 2_000) break;
  }
  return best;
}

/** What was computed along the way; printed nowhere, only kept alive. */
export function kept(): number {
  return sink;
}
