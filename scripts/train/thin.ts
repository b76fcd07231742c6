/**
 * Copies of replies in which half of the listed words are not recognised. The packs know the words of the replies that
 * they were written from better than those of a new author; learning from both keeps the reader from leaning on them.
 */
import type { Sentence } from '../../src/reading/reading.ts';
import type { Example } from './data.ts';

const UNREAD_PERCENT = 50;

function hashOf(words: string, seed: number): number {
  let hash = seed;
  for (let at = 0; at < words.length; at++) hash = Math.imul(hash ^ words.charCodeAt(at), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b);
  return (hash ^ (hash >>> 13)) >>> 0;
}

function thinSentence(sentence: Sentence, seed: number): Sentence {
  const { text } = sentence.normalised;
  const read = sentence.tokens.filter(
    ({ start, end, quantity }) => quantity !== undefined || hashOf(text.slice(start, end), seed) % 100 >= UNREAD_PERCENT,
  );
  return { ...sentence, tokens: read };
}

/** The examples, and after them a thinned copy of each. */
export function withThinned(examples: readonly Example[]): Example[] {
  const copies = examples.map((example, at) => ({
    ...example,
    sentences: example.sentences.map((sentence) => thinSentence(sentence, 1000 + at)),
  }));
  return [...examples, ...copies];
}
