/** Writes `src/learned/thresholds.ts`. Only numbers leave the real chats. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CATEGORIES } from '../../src/types.ts';
import type { Language } from '../../src/types.ts';
import { thresholdsOf } from './figures.ts';
import type { ScoredExample } from './figures.ts';
import type { Folds } from './folds.ts';

/** Shares of clean replies that the careful thresholds may flag. */
export const BUDGET = { authored: 0.03, real: 0.005 };
/** Stands for a category that is never raised. */
const NEVER = 99;
const SPREADS = [0.5, 0.75, 1, 1.5, 2, 3, 4, 6];

const round = (value: number): number => (value > NEVER ? NEVER : Math.round(value * 100) / 100);

/** The spread with which scores come nearest to the labels. */
function spreadOf(items: readonly ScoredExample[], balanced: Float64Array): number {
  const loss = (spread: number): number => {
    let sum = 0;
    for (const { example, logits } of items) {
      for (let column = 0; column < CATEGORIES.length; column++) {
        if ((example.allowed & (1 << column)) !== 0 || !Number.isFinite(logits[column]!)) continue;
        const sign = (example.labels & (1 << column)) !== 0 ? -1 : 1;
        sum += Math.log1p(Math.exp((sign * (logits[column]! - balanced[column]!)) / spread));
      }
    }
    return sum;
  };
  return SPREADS.reduce((best, spread) => (loss(spread) < loss(best) ? spread : best));
}

/** Stores the thresholds that the folds of both languages give. */
export function writeThresholds(root: string, all: Readonly<Record<Language, Folds>>): void {
  const lines = (['zh', 'en'] as const).map((language) => {
    const { authored, real } = all[language];
    const balanced = thresholdsOf(authored, real);
    const careful = thresholdsOf(authored, real, BUDGET);
    const list = (values: Float64Array): string => `[${Array.from(values, round).join(', ')}]`;
    return `  ${language}: {\n    balanced: ${list(balanced)},\n    careful: ${list(careful)},\n    spread: ${spreadOf(authored, balanced)},\n  },\n`;
  });
  const path = join(root, 'src/learned/thresholds.ts');
  const source = readFileSync(path, 'utf8');
  const head = source.slice(0, source.indexOf('export const THRESHOLDS'));
  writeFileSync(path, `${head}export const THRESHOLDS: Readonly<Record<Language, Thresholds>> = {\n${lines.join('')}};\n`);
}
