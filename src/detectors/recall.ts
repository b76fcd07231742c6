import { NO_MODIFIERS } from '../acts/act.ts';
import type { Act, Modifier } from '../acts/act.ts';
import type { Sentence } from '../reading/reading.ts';

/** Modifiers with which an act says nothing of its own, so that it excuses and proves nothing either. */
const UNSAID: readonly Modifier[] = ['negated', 'question', 'quoted', 'reported'];

interface Gathered<Value> {
  /** How many acts have been looked at. */
  seen: number;
  readonly value: Value;
}

/** The acts and sentences of a run so far. */
export interface Source {
  readonly acts: readonly Act[];
  readonly sentences: readonly Sentence[];
}

/**
 * What a run remembers of the acts and sentences so far, so that no judgement goes over the whole reply again:
 * everything here is looked at once, however many acts ask.
 */
export class Recall {
  private readonly source: Source;
  private indexed = 0;
  /** Act type → its first two acts that are said in earnest, with their places. */
  private readonly earnest = new Map<string, { readonly act: Act; readonly place: number }[]>();
  private measured = 0;
  private length = 0;
  private filled = 0;
  private filledLength = 0;
  private readonly counts = new Map<string, number>();
  private weighed = 0;
  private weightSoFar = 0;
  private readonly gathered = new Map<object, unknown>();
  private readonly answers = new Map<object | string, { readonly sentence: Sentence; readonly value: unknown }>();

  /** @param source What is recalled; it may grow. */
  constructor(source: Source) {
    this.source = source;
  }

  /** The first act of one of these types, other than `except`, that is not negated, asked, quoted or reported. */
  first(names: readonly string[], except: Act): Act | undefined {
    this.index();
    let best: Act | undefined;
    let place = Infinity;
    for (const name of names) {
      const found = this.earnest.get(name)?.find((entry) => entry.act !== except);
      if (found === undefined || found.place >= place) continue;
      best = found.act;
      place = found.place;
    }
    return best;
  }

  /** How many acts of these types there are that are not quoted. */
  count(names: readonly string[]): number {
    this.index();
    return names.reduce((sum, name) => sum + (this.counts.get(name) ?? 0), 0);
  }

  /**
   * What is gathered from all acts so far; each act is looked at once for a key.
   *
   * @param key What is gathered; always with the same functions.
   * @param start What there is at first.
   * @param add Adds an act.
   * @param until Acts before this one only; asked for in reading order.
   * @param acts Where it is gathered from, always the same list. Default: all acts.
   */
  gather<Value extends object>(key: object, start: () => Value, add: (value: Value, act: Act) => void, until?: Act, acts = this.source.acts): Value {
    let known = this.gathered.get(key) as Gathered<Value> | undefined;
    if (known === undefined) this.gathered.set(key, (known = { seen: 0, value: start() }));
    for (; known.seen < acts.length && acts[known.seen] !== until; known.seen++) add(known.value, acts[known.seen]!);
    return known.value;
  }

  /** What `compute` says of a sentence; asked once for each key while that sentence is judged. */
  once<Value>(key: object | string, sentence: Sentence, compute: () => Value): Value {
    const known = this.answers.get(key);
    if (known?.sentence === sentence) return known.value as Value;
    const value = compute();
    this.answers.set(key, { sentence, value });
    return value;
  }

  /** How many canonical characters the sentences so far have; how many sentences have a clause, and the characters of those. */
  said(): { readonly length: number; readonly sentences: number; readonly clauseLength: number } {
    for (; this.measured < this.source.sentences.length; this.measured++) {
      const { normalised, clauses } = this.source.sentences[this.measured]!;
      const { length } = normalised.text.trim();
      this.length += length;
      if (clauses.length === 0) continue;
      this.filled++;
      this.filledLength += length;
    }
    return { length: this.length, sentences: this.filled, clauseLength: this.filledLength };
  }

  /** How much the sentences so far say, as {@link weightOf} has it. */
  weight(): number {
    for (; this.weighed < this.source.sentences.length; this.weighed++) {
      const text = this.source.sentences[this.weighed]!.normalised.text.trim();
      this.weightSoFar += weightOf(text, 0, text.length);
    }
    return this.weightSoFar;
  }

  private index(): void {
    const { acts } = this.source;
    for (; this.indexed < acts.length; this.indexed++) {
      const act = acts[this.indexed]!;
      const { name } = act.type;
      if (act.modifiers !== NO_MODIFIERS && UNSAID.some((modifier) => act.modifiers[modifier] !== undefined)) continue;
      this.counts.set(name, (this.counts.get(name) ?? 0) + 1);
      const known = this.earnest.get(name);
      if (known === undefined) this.earnest.set(name, [{ act, place: this.indexed }]);
      else if (known.length < 2) known.push({ act, place: this.indexed });
    }
  }
}

const HAN = 0x4e00;
const HAN_WEIGHT = 4;

/** How much a piece of text says: its characters, of which a Han character counts as four. */
export function weightOf(text: string, start: number, end: number): number {
  let weight = 0;
  for (let at = start; at < end; at++) weight += text.charCodeAt(at) >= HAN ? HAN_WEIGHT : 1;
  return weight;
}
