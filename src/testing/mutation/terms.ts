import type { Engine } from '../../engine.ts';
import { maskOf } from './mask.ts';
import { effectOn, passes } from './suite.ts';
import type { Case, Effect } from './suite.ts';
import type { ChangedTerms, Vocabulary, WordEntry } from './vocabulary.ts';

/** An entry of the vocabulary, and what its removal did. */
export interface EntryEffect extends Effect {
  readonly entry: WordEntry;
  /** False if other entries say the same, so that nothing changes without it. */
  readonly changes: boolean;
}

/**
 * Which cases each term stands in, as the reader finds terms: the longest at every place.
 *
 * @param cases the cases; their engines are watched while they run
 * @returns term → positions in `cases`
 */
export function termIndex(cases: readonly Case[]): Map<string, Set<number>> {
  const index = new Map<string, Set<number>>();
  const masks = new Map(enginesOf(cases).map((engine) => [engine, maskOf(engine.lexicon)]));
  cases.forEach(({ fixture, guard, context, setting: { engine } }, position) => {
    masks.get(engine)?.listen((term) => {
      const known = index.get(term);
      if (known === undefined) index.set(term, new Set([position]));
      else known.add(position);
    });
    guard.explain(fixture.reply, context);
    masks.get(engine)?.listen(undefined);
  });
  return index;
}

/**
 * Takes each entry away in turn, and runs the fixtures that it stands in.
 *
 * @param entries what is taken away
 * @param vocabulary all entries
 * @param cases the cases
 */
export function* withoutEntries(entries: readonly WordEntry[], vocabulary: Vocabulary, cases: readonly Case[]): Generator<EntryEffect> {
  const index = termIndex(cases);
  const masks = enginesOf(cases).map((engine) => maskOf(engine.lexicon));
  for (const entry of entries) {
    const changed = vocabulary.without(entry);
    const touched = touchedBy(changed, index).map((position) => cases[position]!);
    for (const mask of masks) mask.put(changed);
    const effect = effectOn(touched, ({ fixture, guard, context }) => passes(fixture, guard, context));
    yield { entry, changes: changed.size > 0, ...effect };
  }
  for (const mask of masks) mask.put(new Map());
}

function touchedBy(changed: ChangedTerms, index: ReadonlyMap<string, ReadonlySet<number>>): number[] {
  const positions = new Set<number>();
  for (const term of changed.keys()) for (const position of index.get(term) ?? []) positions.add(position);
  return [...positions];
}

function enginesOf(cases: readonly Case[]): Engine[] {
  return [...new Set(cases.map(({ setting }) => setting.engine))];
}
