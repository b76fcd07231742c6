/**
 * `npx tsx scripts/train/ranking.ts FILES`: how well the learned reader's log odds put the replies of each category before
 * the others, as mean precision in percent; it needs no limits, so sets of weights can be compared by it. FILES are labelled
 * JSONL that the weights have not learnt from.
 */
import { readFileSync } from 'node:fs';
import { readContext } from '../../src/context/index.ts';
import { defaultEngine } from '../../src/default-engine.ts';
import { SETTLED_BY_RULES } from '../../src/learned/index.ts';
import { Scorer } from '../../src/learned/scorer.ts';
import { Weights } from '../../src/learned/weights.ts';
import { weightsEn } from '../../src/learned/weights/en.ts';
import { weightsZh } from '../../src/learned/weights/zh.ts';
import { parseLabelled } from '../../src/testing/corpus.ts';
import { languageOf } from '../../src/text/script.ts';
import { CATEGORIES } from '../../src/types.ts';

/** A category with fewer replies says nothing. */
const FEWEST = 12;

const engine = defaultEngine();
const { concepts } = engine.lexicon;
const scorers = { zh: new Scorer(new Weights(weightsZh), concepts, 'zh'), en: new Scorer(new Weights(weightsEn), concepts, 'en') };
const replies = process.argv
  .slice(2)
  .flatMap((file) => parseLabelled(readFileSync(file, 'utf8'), file))
  .map(({ reply, lang = languageOf(reply, 'zh'), context = {}, labels = [], allowed = [] }) => {
    const sentences = engine.read(reply).sentences.map(({ sentence }) => sentence);
    return { labels, allowed, odds: scorers[lang].score(sentences, readContext(context)).slice() };
  });

const means: number[] = [];
CATEGORIES.forEach((category, column) => {
  const ranked = replies.filter(({ allowed }) => !allowed.includes(category)).sort((a, b) => b.odds[column]! - a.odds[column]!);
  let found = 0;
  let sum = 0;
  ranked.forEach(({ labels }, place) => {
    if (labels.includes(category)) sum += ++found / (place + 1);
  });
  if (found < FEWEST || SETTLED_BY_RULES.includes(category)) return;
  means.push((100 * sum) / found);
  console.log(`${category.padEnd(18)} ${((100 * sum) / found).toFixed(1).padStart(5)}  (${found})`);
});
console.log(`${'mean'.padEnd(18)} ${(means.reduce((sum, value) => sum + value, 0) / means.length).toFixed(1).padStart(5)}`);
