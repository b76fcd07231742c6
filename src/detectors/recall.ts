import { NO_MODIFIERS } from '../acts/act.ts';
import type { Act, Modifier } from '../acts/act.ts';
import type { Sentence } from '../reading/reading.ts';
import { codeAt } from '../text/unit.ts';

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
  /** Those of them that are at hand before anybody asks for all. */
  readonly watched: readonly Act[];
  /** Whether all acts of these types are among the watched. */
  watches(names: readonly string[]): boolean;
  readonly sentences: readonly Sentence[];
}

/**
 * What a run remembers of the acts and sentences so far, so that no judgement goes over the whole reply again:
 * everything here is looked at once, however many acts ask.
 */
export class Recall {
  private readonly source: Source;
  private readonly earnest = new Earnest();
  private readonly earnestWatched = new Earnest();
  private measured = 0;
  private length = 0;
  private filled = 0;
  private filledLength = 0;
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
    const { source } = this;
    return source.watches(names) ? this.earnestWatched.first(source.watched, names, except) : this.earnest.first(source.acts, names, except);
  }

  /** How many acts of these types there are that are not quoted. */
  count(names: readonly string[]): number {
    return this.earnest.count(this.source.acts, names);
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
}

interface Said {
  readonly act: Act;
  /** Where it stands among all acts. */
  readonly place: number;
  /** The next act of its type. */
  second?: Said;
  count: number;
}

/** Of a list of acts that grows, those that are said in earnest, by their type. */
class Earnest {
  private indexed = 0;
  private readonly byType = new Map<string, Said>();

  first(acts: readonly Act[], names: readonly string[], except: Act): Act | undefined {
    this.index(acts);
    let best: Said | undefined;
    for (let at = 0; at < names.length; at++) {
      const said = this.byType.get(names[at]!);
      const found = said?.act === except ? said.second : said;
      if (found !== undefined && (best === undefined || found.place < best.place)) best = found;
    }
    return best?.act;
  }

  count(acts: readonly Act[], names: readonly string[]): number {
    this.index(acts);
    return names.reduce((sum, name) => sum + (this.byType.get(name)?.count ?? 0), 0);
  }

  private index(acts: readonly Act[]): void {
    for (; this.indexed < acts.length; this.indexed++) {
      const act = acts[this.indexed]!;
      if (act.modifiers !== NO_MODIFIERS && UNSAID.some((modifier) => act.modifiers[modifier] !== undefined)) continue;
      const known = this.byType.get(act.type.name);
      const said = { act, place: this.indexed, count: 1 };
      if (known === undefined) this.byType.set(act.type.name, said);
      else {
        known.count++;
        known.second ??= said;
      }
    }
  }
}

const HAN = 0x4e00;
const HAN_WEIGHT = 4;

/** How much a piece of text says: its characters, of which a Han character counts as four. */
export function weightOf(text: string, start: number, end: number): number {
  let weight = 0;
  for (let at = start; at < end; at++) weight += codeAt(text, at) >= HAN ? HAN_WEIGHT : 1;
  return weight;
}
