/** Scores every reply with a model that has not seen its author. */
import { Scorer } from '../../src/learned/scorer.ts';
import { COLUMNS, Weights } from '../../src/learned/weights.ts';
import { defaultEngine } from '../../src/default-engine.ts';
import type { Language } from '../../src/types.ts';
import { HANDWRITTEN } from './data.ts';
import type { Example } from './data.ts';
import { datasetOf } from './dataset.ts';
import type { ScoredExample } from './figures.ts';
import { modelOf } from './model.ts';
import type { Settings } from './learn.ts';
import { withThinned } from './thin.ts';

/** Scored replies: those of the authors in turn left out, and real chats by the mean of all folds. */
export interface Folds {
  readonly authors: readonly string[];
  readonly authored: readonly ScoredExample[];
  readonly real: readonly ScoredExample[];
}

/**
 * Leaves one author of a language out after the other. Hand-written fixtures and the other language are always learnt
 * from, and never scored.
 */
export function scoreFolds(examples: readonly Example[], real: readonly Example[], language: Language, settings?: Settings): Folds {
  const taught = withThinned(examples);
  const dataset = datasetOf(taught, language);
  const own = examples.filter((example) => example.language === language);
  const authors = [...new Set(own.map(({ author }) => author))].filter((author) => author !== HANDWRITTEN).sort();
  const { concepts } = defaultEngine().lexicon;
  const authored: ScoredExample[] = [];
  const sums = real.map(() => new Float64Array(COLUMNS));
  for (const author of authors) {
    const model = modelOf(dataset, language, (reply) => taught[reply]!.author !== author, settings);
    const scorer = new Scorer(new Weights(model), concepts, language);
    for (const example of own) {
      if (example.author !== author) continue;
      authored.push({ example, logits: scorer.score(example.sentences, example.context).slice() });
    }
    real.forEach((example, at) => {
      const logits = scorer.score(example.sentences, example.context);
      for (let column = 0; column < COLUMNS; column++) sums[at]![column]! += logits[column]! / authors.length;
    });
  }
  return { authors, authored, real: real.map((example, at) => ({ example, logits: sums[at]! })) };
}
