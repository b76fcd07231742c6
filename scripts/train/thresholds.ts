/**
 * `npm run thresholds:learned -- --real DIR`: writes `src/learned/thresholds.ts` from folds with one author left out and
 * from real chats. Only numbers leave the real chats.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CATEGORIES } from '../../src/types.ts';
import { loadExamples, loadReal } from './data.ts';
import { thresholdsOf } from './figures.ts';
import type { ScoredExample } from './figures.ts';
import { scoreFolds } from './folds.ts';

const BUDGET = { authored: 0.03, real: 0.005 };
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

const at = process.argv.indexOf('--real');
if (at < 0) throw new Error('name the folder of the real chats: --real DIR');
const examples = loadExamples(process.cwd());
const real = loadReal(process.argv[at + 1] ?? '');
if (real.length === 0) throw new Error('no real-*.jsonl there');
const lines = (['zh', 'en'] as const).map((language) => {
  const folds = scoreFolds(examples, real.filter((example) => example.language === language), language);
  const balanced = thresholdsOf(folds.authored, folds.real);
  const careful = thresholdsOf(folds.authored, folds.real, BUDGET);
  const list = (values: Float64Array): string => `[${Array.from(values, round).join(', ')}]`;
  return `  ${language}: {\n    balanced: ${list(balanced)},\n    careful: ${list(careful)},\n    spread: ${spreadOf(folds.authored, balanced)},\n  },\n`;
});
const path = join(process.cwd(), 'src/learned/thresholds.ts');
const source = readFileSync(path, 'utf8');
const head = source.slice(0, source.indexOf('export const THRESHOLDS'));
writeFileSync(path, `${head}export const THRESHOLDS: Readonly<Record<Language, Thresholds>> = {\n${lines.join('')}};\n`);
