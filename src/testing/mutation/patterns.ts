import type { Act } from '../../acts/act.ts';
import { ActReader } from '../../acts/frames.ts';
import type { ActDefinition } from '../../acts/frames.ts';
import { SentenceReading } from '../../sentence-reading.ts';
import type { Engine } from '../../engine.ts';
import type { Sentence } from '../../reading/reading.ts';
import type { PieceEffect } from './piece.ts';
import { effectOn, passesAs } from './suite.ts';
import type { Case, Effect } from './suite.ts';
import type { RemovalOptions } from './terms.ts';

/**
 * Takes each pattern of each act away, and each exception: those of a pattern (`!c`), and those of the act (`except`).
 *
 * @param acts what is taken apart
 * @param others all other act types, patterns of the same types included
 * @param cases the cases; their engines are changed while this runs
 * @param options as for words: with `together` what nobody notices stays away while the next is tried
 */
export function* withoutPatterns(
  acts: readonly ActDefinition[],
  others: readonly ActDefinition[],
  cases: readonly Case[],
  { together = false }: RemovalOptions = {},
): Generator<PieceEffect> {
  const index = new ReadIndex(cases);
  const engines = [...new Set(cases.map(({ engine }) => engine))];
  let current = acts;
  const tryOut = (position: number, change: Partial<ActDefinition>, touched: readonly Case[]): Effect => {
    const candidate = current.map((one, other) => (other === position ? { ...one, ...change } : one));
    const definitions = [...others, ...candidate];
    const effect = effectBy(definitions, touched, engines);
    if (together && effect.noticedBy === undefined) {
      current = candidate;
      noteActs(touched, definitions, index);
    }
    return effect;
  };
  for (const [position, { act, patterns, except = [] }] of acts.entries()) {
    for (const name of except) {
      const rest = (current[position]?.except ?? []).filter((one) => one !== name);
      const effect = tryOut(position, { except: rest }, index.ofWords([], name));
      yield { kind: 'exception', place: act, piece: `except ${name}`, ...effect };
    }
    for (const source of patterns) {
      const now = (): readonly string[] => current[position]?.patterns ?? [];
      const removed = tryOut(position, { patterns: now().filter((one) => one !== source) }, index.ofPattern(act, source));
      yield { kind: 'pattern', place: act, piece: source, ...removed };
      if (together && removed.noticedBy === undefined) continue;
      let pattern = source;
      for (const word of source.split(' ').filter((one) => one.startsWith('!'))) {
        const words = pattern.split(' ');
        const opened = words.filter((one) => one !== word).join(' ');
        const touched = index.ofWords(words.filter((one) => /^[#a-z]/.test(one)), word.slice(1));
        const effect = tryOut(position, { patterns: now().map((one) => (one === pattern ? opened : one)) }, touched);
        yield { kind: 'exception', place: act, piece: `${source}  without ${word}`, ...effect };
        if (together && effect.noticedBy === undefined) pattern = opened;
      }
    }
  }
}

/** Notes which patterns match in cases under other definitions. */
function noteActs(cases: readonly Case[], definitions: readonly ActDefinition[], index: ReadIndex): void {
  const readerOf = readersOf(definitions);
  for (const one of cases) index.note(one, one.reading.sentences.flatMap(({ sentence }) => readerOf(one.engine).read(sentence)));
}

/** Readers of acts by engine. */
function readersOf(definitions: readonly ActDefinition[]): (engine: Engine) => ActReader {
  const readers = new Map<Engine, ActReader>();
  return (engine) => {
    const known = readers.get(engine) ?? new ActReader(definitions, engine.lexicon, true);
    readers.set(engine, known);
    return known;
  };
}

function effectBy(acts: readonly ActDefinition[], touched: readonly Case[], engines: readonly Engine[]): Effect {
  if (touched.length === 0) return { touched: 0, mended: [] };
  const readerOf = readersOf(acts);
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
      this.note(one, [...run.acts, ...run.customerActs]);
      const customer = context.customer === null ? [] : engine.read(context.customer).sentences;
      for (const { sentence } of [...one.reading.sentences, ...customer]) {
        for (const { concepts } of sentence.tokens) for (const id of concepts) addTo(this.byConcept, engine.lexicon.concepts[id] ?? '', one);
      }
    }
  }

  /** Notes which patterns matched in a case. */
  note(one: Case, acts: readonly Act[]): void {
    for (const { type, pattern } of acts) addTo(this.byPattern, `${type.name} ${pattern}`, one);
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
