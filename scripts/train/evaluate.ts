/**
 * `npm run evaluate:learned [zh|en] [-- --real DIR]`: how well the learned reader does alone on authors that it has not
 * seen, with 95 % intervals; thresholds of each author come from the others and from real chats.
 */
import { SETTLED_BY_RULES } from '../../src/learned/settled.ts';
import { CATEGORIES } from '../../src/types.ts';
import type { Language } from '../../src/types.ts';
import { loadExamples, loadReal } from './data.ts';
import type { Example } from './data.ts';
import { f1, interval, macro, perThousand, raised, tally, thresholdsOf } from './figures.ts';
import type { Budget, ScoredExample, Tally } from './figures.ts';
import { scoreFolds } from './folds.ts';

const BUDGETS: readonly (readonly [string, Budget | undefined])[] = [
  ['best F1', undefined],
  ['careful', { authored: 0.03, real: 0.005 }],
];

const percent = (value: number): string => (100 * value).toFixed(1).padStart(5);

function line(name: string, result: Tally): string {
  return `${name.padEnd(16)} over-promises ${percent(macro(result, 'over-promises'))}  conduct ${percent(macro(result, 'conduct'))}  clean flagged ${perThousand(result).toFixed(0).padStart(3)}/1000 of ${result.clean}`;
}

function table(items: readonly (readonly [Example, number])[]): void {
  const result = tally(items);
  console.log('  category            P     R     F1   95 %          gold');
  CATEGORIES.forEach((category, column) => {
    if (SETTLED_BY_RULES.includes(category)) return;
    const gold = result.hits[column]! + result.misses[column]!;
    const found = result.hits[column]! + result.alarms[column]!;
    const [low, high] = interval(items, (drawn) => f1(drawn, column));
    console.log(
      `  ${category.padEnd(18)}${percent(result.hits[column]! / Math.max(1, found))} ${percent(result.hits[column]! / Math.max(1, gold))} ${percent(f1(result, column))}  ${percent(low)}–${percent(high).trim()}  ${String(gold).padStart(4)}`,
    );
  });
  for (const family of ['over-promises', 'conduct'] as const) {
    const [low, high] = interval(items, (drawn) => macro(drawn, family));
    console.log(`  macro-F1 ${family}: ${percent(macro(result, family)).trim()} (${percent(low).trim()}–${percent(high).trim()})`);
  }
}

function report(language: Language, examples: readonly Example[], real: readonly Example[]): void {
  const folds = scoreFolds(examples, real, language);
  console.log(`\n== ${language}: ${folds.authored.length} replies of ${folds.authors.length} authors, real chats ${real.length}`);
  for (const [name, budget] of BUDGETS) {
    const others = (author: string): ScoredExample[] => folds.authored.filter(({ example }) => example.author !== author);
    const thresholds = new Map(folds.authors.map((author) => [author, thresholdsOf(others(author), folds.real, budget)]));
    const items = folds.authored.map(({ example, logits }) => [example, raised(logits, thresholds.get(example.author)!)] as const);
    console.log(`\n-- thresholds: ${name}`);
    for (const author of folds.authors) console.log(line(author, tally(items.filter(([example]) => example.author === author))));
    console.log(line('all', tally(items)));
    table(items);
    const all = thresholdsOf(folds.authored, folds.real, budget);
    console.log(line('real chats', tally(folds.real.map(({ example, logits }) => [example, raised(logits, all)] as const))));
  }
}

const [wanted] = process.argv.slice(2).filter((argument) => argument === 'zh' || argument === 'en');
const at = process.argv.indexOf('--real');
const examples = loadExamples(process.cwd());
const real = at < 0 ? [] : loadReal(process.argv[at + 1] ?? '');
for (const language of ['zh', 'en'] as const) {
  if (wanted !== undefined && wanted !== language) continue;
  report(language, examples, real.filter((example) => example.language === language));
}
