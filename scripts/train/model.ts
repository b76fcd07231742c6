/** From rows to packed weights. */
import { COLUMNS, MOST, SCALES, encode, encodeGap, encodeWeight } from '../../src/learned/weights.ts';
import type { PackedWeights } from '../../src/learned/weights.ts';
import type { Language } from '../../src/types.ts';
import { rowsAt } from './dataset.ts';
import type { Dataset } from './dataset.ts';
import { learn } from './learn.ts';
import type { Learned, Settings } from './learn.ts';

/** How each language is learnt; `l1` so that the weights have room, see `bench/accuracy/LEARNED.md`. */
export const SETTINGS: Readonly<Record<Language, Settings>> = {
  zh: { epochs: 8, rate: 0.1, l1: 153, positive: 3, smoothing: 0.5 },
  en: { epochs: 8, rate: 0.1, l1: 179, positive: 3, smoothing: 0.5 },
};

/** What a step is worth in log odds. */
const STEP = 1 / 4;

/** Learns the weights of a language from the replies that are wanted. */
export function modelOf(dataset: Dataset, language: Language, wanted: (reply: number) => boolean, settings = SETTINGS[language]): PackedWeights {
  const learned: Learned[] = [];
  for (let scale = 0; scale < SCALES; scale++) learned.push(learn(dataset, rowsAt(dataset, scale, wanted), settings));
  return pack(dataset.hashes, learned, language);
}

function pack(hashes: Int32Array, learned: readonly Learned[], language: Language): PackedWeights {
  let gaps = '';
  let counts = '';
  let slots = '';
  let values = '';
  let before = 0;
  hashes.forEach((hash, feature) => {
    let count = 0;
    learned.forEach(({ weights }, scale) => {
      for (let column = 0; column < COLUMNS; column++) {
        const exact = Math.round(weights[feature * COLUMNS + column]! / STEP);
        const value = Math.max(-MOST, Math.min(MOST, exact));
        if (value === 0) continue;
        count++;
        slots += encode(scale * COLUMNS + column);
        values += encodeWeight(value);
      }
    });
    if (count === 0) return;
    gaps += encodeGap(hash - before);
    counts += encode(count);
    before = hash;
  });
  const bias = learned.flatMap(({ bias: own }) => Array.from(own, (value) => Math.round(value / STEP)));
  return { language, step: STEP, bias, gaps, counts, slots, values };
}
