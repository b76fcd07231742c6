import { ActReader } from '../../acts/frames.ts';
import type { ActDefinition } from '../../acts/frames.ts';
import { SentenceReading } from '../../sentence-reading.ts';
import type { Engine } from '../../engine.ts';
import type { Sentence } from '../../reading/reading.ts';
import type { PieceEffect } from './piece.ts';
import { effectOn, passesAs } from './suite.ts';
import type { Case } from './suite.ts';

/**
 * Takes each pattern of each act away, and each exception (`!c`) of each pattern.
 *
 * @param acts what is taken apart
 * @param others all other act types, patterns of the same types included
 * @param cases the cases; their engines are changed while this runs
 */
export function* withoutPatterns(acts: readonly ActDefinition[], others: readonly ActDefinition[], cases: readonly Case[]): Generator<PieceEffect> {
  const index = new ReadIndex(cases);
  const engines = [...new Set(cases.map(({ engine }) => engine))];
  for (const [position, definition] of acts.entries()) {
    for (const [at, pattern] of definition.patterns.entries()) {
      const instead = (patterns: readonly string[]): readonly ActDefinition[] => [...others, ...acts.map((one, other) => (other === position ? { ...one, patterns } : one))];
      const removed = instead(without(definition.patterns, at));
      const effect = effectBy(removed, index.ofPattern(definition.act, pattern), engines);
      yield { kind: 'pattern', place: definition.act, piece: pattern, ...effect };
      const words = pattern.split(' ');
      for (const [place, word] of words.entries()) {
        if (!word.startsWith('!')) continue;
        const opened = without(words, place).join(' ');
        const touched = index.ofWords(words.filter((one) => /^[#a-z]/.test(one)), word.slice(1));
        yield { kind: 'exception', place: definition.act, piece: `${pattern}  without ${word}`, ...effectBy(instead(definition.patterns.map((one) => (one === pattern ? opened : one))), touched, engines) };
      }
    }
  }
}

function without(list: readonly string[], at: number): string[] {
  return list.filter((_, index) => index !== at);
}

function effectBy(acts: readonly ActDefinition[], touched: readonly Case[], engines: readonly Engine[]): Omit<PieceEffect, 'kind' | 'place' | 'piece'> {
  if (touched.length === 0) return { touched: 0, mended: [] };
  const readers = new Map<Engine, ActReader>();
  const readerOf = (engine: Engine): ActReader => {
    const known = readers.get(engine) ?? new ActReader(acts, engine.lexicon, true);
    readers.set(engine, known);
    return known;
  };
  const reread = (sentence: Sentence, engine: Engine): SentenceReading => new SentenceReading(sentence, readerOf(engine));
  for (const engine of engines) {
    const before = engine.readSentence.bind(engine);
    engine.readSentence = (original, offset, index) => reread(before(original, offset, index).sentence, engine);
  }
  try {
    return effectOn(touched, (one) => {
      const sentences = one.reading.sentences.map(({ sentence }) => reread(sentence, one.engine));
      return passesAs(one, { reply: one.reading.reply, sentences }, one.policy);
    });
  } finally {
    for (const engine of engines) Reflect.deleteProperty(engine, 'readSentence');
  }
}

/** Which patterns matched in which cases, and which concepts stand in them. */
class ReadIndex {
  private readonly byPattern = new Map<string, Set<Case>>();
  private readonly byConcept = new Map<string, Set<Case>>();

  constructor(cases: readonly Case[]) {
    for (const one of cases) {
      const { run, engine, context } = one;
      for (const { type, pattern } of [...run.acts, ...run.customerActs]) addTo(this.byPattern, `${type.name} ${pattern}`, one);
      const customer = context.customer === null ? [] : engine.read(context.customer).sentences;
      for (const { sentence } of [...one.reading.sentences, ...customer]) {
        for (const { concepts } of sentence.tokens) for (const id of concepts) addTo(this.byConcept, engine.lexicon.concepts[id] ?? '', one);
      }
    }
  }

  ofPattern(act: string, pattern: string): Case[] {
    return [...(this.byPattern.get(`${act} ${pattern}`) ?? [])];
  }

  /** Cases that hold one concept of each of these, and one of the exception. */
  ofWords(elements: readonly string[], exception: string): Case[] {
    const holding = (alternatives: string): Set<Case> => new Set(alternatives.split('|').flatMap((name) => [...(this.byConcept.get(name) ?? [])]));
    const sets = elements.map(holding);
    return [...holding(exception)].filter((one) => sets.every((set) => set.has(one)));
  }
}

function addTo(sets: Map<string, Set<Case>>, key: string, one: Case): void {
  const known = sets.get(key);
  if (known === undefined) sets.set(key, new Set([one]));
  else known.add(one);
}
