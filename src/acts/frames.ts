import type { Lexicon } from '../lexicon/lexicon.ts';
import type { Clause, Sentence, Token } from '../reading/reading.ts';
import type { Act, ActType, Actor } from './act.ts';
import { quantityOf } from './amounts.ts';
import { FrameIndex, frameOf, weightOf } from './frame.ts';
import type { Frame } from './frame.ts';
import { ConceptGroups } from './groups.ts';
import { FrameMatcher } from './matcher.ts';
import { ModifierReader } from './modifiers.ts';
import { known, parsePattern } from './pattern.ts';

/** An act type with its patterns, as plain data (`rules/acts/*.yml`). */
export interface ActDefinition {
  readonly act: string;
  readonly commitment?: boolean | undefined;
  readonly actor?: Actor | undefined;
  readonly object?: string | undefined;
  /** Concepts that none of the patterns may meet, as if each of them ended in `!concept`; a pattern may still ask for one itself. */
  readonly except?: readonly string[] | undefined;
  readonly patterns: readonly string[];
}

const NO_ACTS: Act[] = [];

/** More frames, and more concepts of one term, than there will ever be. */
const MAX_FRAMES = 65536;
const MAX_CONCEPTS = 256;

/** A match that is not an act yet. */
interface Match {
  readonly frame: Frame;
  readonly found: readonly number[];
  readonly place: number;
}

/** Finds the acts of a sentence by the frames of all act types. */
export class ActReader {
  private readonly watched: FrameIndex;
  private readonly watchedNames: ReadonlySet<string>;
  private readonly others: FrameIndex;
  private readonly lexicon: Lexicon;
  private readonly groups = new ConceptGroups();
  private readonly matcher: FrameMatcher;
  private readonly modifiers: ModifierReader;
  private readonly frameCount: number;
  private readonly quantities: QuantityFlags;

  /** Where the numbers stand of the frames that may match in the clause at hand. */
  private readonly candidates: number[] = [];

  /**
   * @param watches Whether acts of a type are read at once; the rest is read when somebody asks.
   * @param common Names of frequent concepts, the most frequent first: what they are in is looked for by something rarer.
   * @param partial Drop patterns over concepts that the lexicon lacks, instead of refusing them.
   * @throws Error if a pattern is faulty.
   */
  constructor(definitions: readonly ActDefinition[], lexicon: Lexicon, partial: boolean, watches: (type: ActType) => boolean = () => true, common: readonly string[] = []) {
    this.lexicon = lexicon;
    const watched: Frame[] = [];
    const names = new Set<string>();
    const others: Frame[] = [];
    const types = new Map<string, ActType>();
    const weight = weightOf(lexicon, common);
    let count = 0;
    for (const definition of definitions) {
      const { act: name, commitment = false, actor = 'agent', object, except } = definition;
      const type = types.get(name) ?? { name, commitment, actor, object };
      types.set(name, type);
      const isWatched = watches(type);
      if (isWatched) names.add(name);
      for (const source of definition.patterns) {
        if (partial && !known(source, lexicon)) continue;
        (isWatched ? watched : others).push(frameOf(type, parsePattern(source, lexicon, partial, except), count++, weight, this.groups));
      }
    }
    this.watchedNames = names;
    this.watched = new FrameIndex(watched, lexicon.concepts.length);
    this.others = new FrameIndex(others, lexicon.concepts.length);
    this.frameCount = count;
    this.quantities = {
      time: lexicon.flag('#time'),
      money: lexicon.flag('#money'),
      multiple: lexicon.flag('#multiple') | lexicon.flag('#percent'),
      number: lexicon.flag('#number'),
    };
    this.matcher = new FrameMatcher(this.groups, [...watched, ...others].reduce((most, { elements }) => Math.max(most, elements.length), 1));
    this.modifiers = new ModifierReader(lexicon);
  }

  /** The acts of the sentence that are watched, in reading order; at most one of a type for each clause. */
  read(sentence: Sentence): Act[] {
    return sentence.tokens.length === 0 ? NO_ACTS : this.readBy(sentence, this.watched);
  }

  /** Whether all acts of a type are among the watched. */
  watches(name: string): boolean {
    return this.watchedNames.has(name);
  }

  /** All acts of the sentence in reading order; `watched` are those that {@link read} gave. */
  readAll(sentence: Sentence, watched: readonly Act[]): readonly Act[] {
    const others = sentence.tokens.length === 0 ? NO_ACTS : this.readBy(sentence, this.others);
    if (others.length === 0) return watched;
    return watched.length === 0 ? others : [...watched, ...others].sort((a, b) => a.place - b.place);
  }

  /** Makes ready for the terms that the lexicon has unpacked meanwhile. */
  private learn(): void {
    this.groups.learn(this.lexicon);
    this.watched.learn(this.lexicon);
    this.others.learn(this.lexicon);
  }

  private readBy(sentence: Sentence, frameIndex: FrameIndex): Act[] {
    const { clauses, tokens } = sentence;
    let acts = NO_ACTS;
    if (this.groups.lacks(this.lexicon)) this.learn();
    this.matcher.open(sentence, frameIndex.tests);
    for (let index = 0; index < clauses.length; index++) {
      const count = frameIndex.possible(sentence, index, this.candidates);
      let matches: Match[] | undefined;
      for (let at = 0; at < count; at++) {
        const place = this.candidates[at]!;
        if (!this.matcher.matches(place, index)) continue;
        const frame = frameIndex.frameAt(place);
        (matches ??= []).push({ frame, found: this.matcher.taken(), place: this.placeOf(frame, tokens, clauses[index]!) });
      }
      if (matches === undefined) continue;
      if (acts === NO_ACTS) acts = [];
      this.makeActs(matches, sentence, index, acts);
    }
    return acts;
  }

  /** Makes acts of the matches of a clause, in the order of their places; of each type the first. */
  private makeActs(matches: Match[], sentence: Sentence, index: number, acts: Act[]): void {
    const first = acts.length;
    if (matches.length > 1) arrange(matches, placeOfMatch);
    for (let at = 0; at < matches.length; at++) {
      const match = matches[at]!;
      if (!alreadyRead(acts, first, match.frame.type)) acts.push(this.makeAct(match, sentence, index));
    }
  }

  /** Acts stand where the anchor of their frame first stands in the clause; those of one place, in the order of the frames. */
  private placeOf({ pattern, anchors: group, order }: Frame, tokens: readonly Token[], clause: Clause): number {
    const { anchors } = pattern;
    for (let at = clause.from; at < clause.to; at++) {
      const { term, concepts } = tokens[at]!;
      if (!this.groups.has(term, group)) continue;
      for (let position = 0; position < concepts.length; position++) {
        if (anchors.includes(concepts[position]!)) return (at * MAX_CONCEPTS + position) * MAX_FRAMES + order;
      }
    }
    return clause.from * MAX_CONCEPTS * MAX_FRAMES + order;
  }

  /** Number of compiled frames. */
  get size(): number {
    return this.frameCount;
  }

  private makeAct({ frame: { type, pattern }, found, place }: Match, sentence: Sentence, index: number): Act {
    const { tokens, clauses } = sentence;
    let clauseFrom = index;
    let clauseTo = index;
    let flags = 0;
    const used: Token[] = [];
    const anchor = tokens[found[found.length - 1]!]!;
    for (let position = 0; position < found.length; position++) {
      const at = found[position]!;
      while (at < clauses[clauseFrom]!.from) clauseFrom--;
      while (at >= clauses[clauseTo]!.to) clauseTo++;
      used.push(tokens[at]!);
    }
    for (let clause = clauseFrom; clause <= clauseTo; clause++) flags |= clauses[clause]!.flags;
    const { time: timed, money, multiple, number } = this.quantities;
    const time = (flags & timed) === 0 ? undefined : quantityOf(sentence, clauseFrom, clauseTo, used, anchor, 'time');
    const act: Act = {
      type,
      sentence,
      place,
      clauseFrom,
      clauseTo,
      tokens: used,
      modifiers: this.modifiers.read(sentence, clauseFrom, clauseTo, index, found, time),
      time,
      money: (flags & money) === 0 ? undefined : quantityOf(sentence, clauseFrom, clauseTo, used, anchor, 'money'),
      multiple: (flags & multiple) === 0 ? undefined : quantityOf(sentence, clauseFrom, clauseTo, used, anchor, 'multiple'),
      number: (flags & number) === 0 ? undefined : quantityOf(sentence, clauseFrom, clauseTo, used, anchor, 'number'),
      pattern: pattern.source,
    };
    if (used.length > 1) arrange(used, startOf);
    return act;
  }
}

interface QuantityFlags {
  readonly time: number;
  readonly money: number;
  readonly multiple: number;
  readonly number: number;
}

function startOf({ start }: Token): number {
  return start;
}

function placeOfMatch({ place }: Match): number {
  return place;
}

/** More items than this are left to `Array.prototype.sort`, which takes long to start. */
const FEW = 8;

/** Sorts items, mostly two or three. */
function arrange<Item>(items: Item[], keyOf: (item: Item) => number): void {
  if (items.length > FEW) {
    items.sort((a, b) => keyOf(a) - keyOf(b));
    return;
  }
  for (let at = 1; at < items.length; at++) {
    const item = items[at]!;
    const key = keyOf(item);
    let to = at;
    for (; to > 0 && keyOf(items[to - 1]!) > key; to--) items[to] = items[to - 1]!;
    items[to] = item;
  }
}

function alreadyRead(acts: readonly Act[], from: number, type: ActType): boolean {
  for (let index = from; index < acts.length; index++) if (acts[index]!.type === type) return true;
  return false;
}
