/** How often concepts stand in ordinary replies. */
import { readFileSync } from 'node:fs';
import { globSync } from 'tinyglobby';
import { ROOT } from './root.ts';
import { CUES } from '../src/acts/modifiers.ts';
import { Lexicon } from '../src/lexicon/lexicon.ts';
import type { PackedPack } from '../src/lexicon/pack.ts';
import { Reader } from '../src/reading/reader.ts';
import { CLAUSE_BREAK, QUANTITY_CONCEPTS } from '../src/reading/reading.ts';

const NAMES = 120;
/** Every so many replies one is read. */
const SAMPLE = 4;

/** The most frequent concepts of the committed replies, the most frequent first; quantities always come before words. */
export function commonConcepts(packs: readonly PackedPack[]): string[] {
  const lexicon = new Lexicon(packs, [], [...QUANTITY_CONCEPTS, CLAUSE_BREAK, ...CUES]);
  const reader = new Reader(lexicon, []);
  const counts = new Map<string, number>(QUANTITY_CONCEPTS.map((name, index) => [name, 1e9 - index]));
  const paths = globSync('fixtures/corpora/*.jsonl', { cwd: ROOT, absolute: true }).sort();
  const lines = paths.flatMap((path) => readFileSync(path, 'utf8').split('\n').filter((line) => line.trim() !== ''));
  lines.forEach((line, index) => {
    if (index % SAMPLE !== 0) return;
    const { reply } = JSON.parse(line) as { reply?: unknown };
    if (typeof reply !== 'string') return;
    for (const { concepts } of reader.read(reply, 0, 0).tokens) {
      for (const id of concepts) counts.set(lexicon.concepts[id]!, (counts.get(lexicon.concepts[id]!) ?? 0) + 1);
    }
  });
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, NAMES).map(([name]) => name);
}
