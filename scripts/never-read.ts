import type { Engine } from '../src/engine.ts';

/**
 * Whether a word is never read as what it is listed under: a number, a time or an amount is read at its place, or a sentence ends
 * inside it.
 *
 * @param term the word in canonical form
 * @param concept what it is listed under
 */
export function isNeverRead(engine: Engine, term: string, concept: string): boolean {
  const id = engine.lexicon.id(concept);
  const { sentences } = engine.read(term);
  return !sentences.some(({ sentence }) => sentence.tokens.some(({ start, end, concepts }) => start === 0 && end === term.length && concepts.includes(id)));
}
