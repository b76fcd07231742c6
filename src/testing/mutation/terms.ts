import type { Engine } from '../../engine.ts';
import { judgeReading } from '../../reporting.ts';
import { maskOf } from './mask.ts';
import type { Mask } from './mask.ts';
import { effectOn, passes } from './suite.ts';
import type { Case, Effect } from './suite.ts';
import type { ChangedTerms, Vocabulary, WordEntry } from './vocabulary.ts';

/** An entry of the vocabulary, and what its removal did. */
export interface EntryEffect extends Effect {
  readonly entry: WordEntry;
  /** False if other entries say the same, so that nothing changes without it. */
  readonly changes: boolean;
}

/** The terms that stand in the cases, as the reader finds terms: the longest at every place. */
class TermIndex {
  private readonly positions = new Map<string, Set<number>>();
  private readonly masks: ReadonlyMap<Engine, Mask>;

  constructor(cases: readonly Case[], masks: ReadonlyMap<Engine, Mask>) {
    this.masks = masks;
    cases.forEach((one, position) => this.read(one, position));
  }

  /** Reads a case, under what the masks show, for the terms in it. */
  read({ fixture, engine, policy, context }: Case, position: number): void {
    const mask = this.masks.get(engine);
    mask?.listen((term) => {
      const known = this.positions.get(term);
      if (known === undefined) this.positions.set(term, new Set([position]));
      else known.add(position);
    });
    // The customer's message is read only if a rule asks for it.
    const run = judgeReading(engine, engine.read(fixture.reply), policy, context, { explain: true });
    if (context.customer !== null) void run.customerActs;
    mask?.listen(undefined);
  }

  /** Positions of the cases in which one of the terms stands. */
  of(changed: ChangedTerms): number[] {
    const positions = new Set<number>();
    for (const term of changed.keys()) for (const position of this.positions.get(term) ?? []) positions.add(position);
    return [...positions];
  }
}

/** How entries are taken away. */
export interface RemovalOptions {
  /**
   * What nobody notices stays away while the next is tried: the list can then be removed as a whole. Default false: each entry
   * is tried by itself, so that of two words that can stand in for each other both are listed.
   */
  readonly together?: boolean;
}

/**
 * Takes each entry away in turn, and runs the fixtures that it stands in.
 *
 * @param entries what is taken away, in this order
 * @param vocabulary all entries; with `together` it is left without those that nobody noticed
 * @param cases the cases; their engines are changed while this runs, and with `together` for good
 */
export function* withoutEntries(
  entries: readonly WordEntry[],
  vocabulary: Vocabulary,
  cases: readonly Case[],
  { together = false }: RemovalOptions = {},
): Generator<EntryEffect> {
  const masks = new Map([...new Set(cases.map(({ engine }) => engine))].map((engine) => [engine, maskOf(engine.lexicon)]));
  const index = new TermIndex(cases, masks);
  for (const entry of entries) {
    const changed = vocabulary.without(entry);
    const touched = index.of(changed);
    for (const mask of masks.values()) mask.put(changed);
    const effect = effectOn(touched.map((position) => cases[position]!), passes);
    if (together && effect.noticedBy === undefined) {
      vocabulary.remove(entry);
      for (const mask of masks.values()) mask.keep(changed);
      for (const position of touched) index.read(cases[position]!, position);
    } else for (const mask of masks.values()) mask.put(NO_CHANGE);
    yield { entry, changes: changed.size > 0, ...effect };
  }
}

const NO_CHANGE: ChangedTerms = new Map();
