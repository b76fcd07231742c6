import type { Lexicon } from '../lexicon/lexicon.ts';
import { hasConcept } from '../reading/reading.ts';
import type { Clause, Sentence, Token } from '../reading/reading.ts';
import type { Act, ActType, Actor } from './act.ts';
import { ModifierReader } from './modifiers.ts';
import { known, parsePattern } from './pattern.ts';
import type { Pattern, PatternElement } from './pattern.ts';

/** An act type with its patterns, as plain data (`rules/acts/*.yml`). */
export interface ActDefinition {
  readonly act: string;
  readonly commitment?: boolean | undefined;
  readonly actor?: Actor | undefined;
  readonly object?: string | undefined;
  readonly patterns: readonly string[];
}

const NO_ACTS: Act[] = [];

interface Frame {
  readonly type: ActType;
  readonly pattern: Pattern;
  readonly order: number;
}

/** Finds the acts of a sentence by the frames of all act types. */
export class ActReader {
  private readonly byAnchor: (readonly Frame[] | undefined)[];
  private readonly modifiers: ModifierReader;
  private readonly frameCount: number;

  /**
   * @param partial Drop patterns over concepts that the lexicon lacks, instead of refusing them.
   * @throws Error if a pattern is faulty.
   */
  constructor(definitions: readonly ActDefinition[], lexicon: Lexicon, partial: boolean) {
    const byAnchor: Frame[][] = [];
    const types = new Map<string, ActType>();
    let order = 0;
    for (const definition of definitions) {
      const { act: name, commitment = false, actor = 'agent', object } = definition;
      const type = types.get(name) ?? { name, commitment, actor, object };
      types.set(name, type);
      for (const source of definition.patterns) {
        if (partial && !known(source, lexicon)) continue;
        const frame: Frame = { type, pattern: parsePattern(source, lexicon, partial), order: order++ };
        for (const id of frame.pattern.anchors) (byAnchor[id] ??= []).push(frame);
      }
    }
    this.byAnchor = byAnchor;
    this.frameCount = order;
    this.modifiers = new ModifierReader(lexicon);
  }

  /** The acts of the sentence, in reading order; at most one of a type for each clause. */
  read(sentence: Sentence): Act[] {
    const { clauses, tokens } = sentence;
    if (tokens.length === 0) return NO_ACTS;
    const acts: Act[] = [];
    for (let index = 0; index < clauses.length; index++) {
      const clause = clauses[index]!;
      const first = acts.length;
      let seen: number[] | undefined;
      for (let at = clause.from; at < clause.to; at++) {
        const { concepts } = tokens[at]!;
        for (let position = 0; position < concepts.length; position++) {
          const id = concepts[position]!;
          const frames = this.byAnchor[id];
          if (frames === undefined || seen?.includes(id)) continue;
          (seen ??= []).push(id);
          for (let order = 0; order < frames.length; order++) {
            const frame = frames[order]!;
            if (!possible(frame.pattern, clauses, index) || alreadyRead(acts, first, frame.type)) continue;
            const found = matchPattern(frame.pattern, sentence, index);
            if (found !== undefined) acts.push(this.makeAct(frame, sentence, index, found));
          }
        }
      }
    }
    return acts;
  }

  /** Number of compiled frames. */
  get size(): number {
    return this.frameCount;
  }

  private makeAct(frame: Frame, sentence: Sentence, index: number, found: readonly number[]): Act {
    const { tokens, clauses } = sentence;
    let clauseFrom = index;
    let clauseTo = index;
    for (const at of found) {
      while (at < clauses[clauseFrom]!.from) clauseFrom--;
      while (at >= clauses[clauseTo]!.to) clauseTo++;
    }
    const used = found.map((at) => tokens[at]!).sort((a, b) => a.start - b.start);
    const time = quantityOf(sentence, clauseFrom, clauseTo, found, 'time');
    const act: Act = {
      type: frame.type,
      sentence,
      clauseFrom,
      clauseTo,
      tokens: used,
      modifiers: this.modifiers.read(sentence, clauseFrom, clauseTo, index, found, time),
      time,
      money: quantityOf(sentence, clauseFrom, clauseTo, found, 'money'),
      multiple: quantityOf(sentence, clauseFrom, clauseTo, found, 'multiple'),
      number: quantityOf(sentence, clauseFrom, clauseTo, found, 'number'),
      pattern: frame.pattern.source,
    };
    return act;
  }
}

function alreadyRead(acts: readonly Act[], from: number, type: ActType): boolean {
  for (let index = from; index < acts.length; index++) if (acts[index]!.type === type) return true;
  return false;
}

/** Cheap test on the bit sets: could the pattern match around this clause? */
function possible({ elements, absent, reach }: Pattern, clauses: readonly Clause[], index: number): boolean {
  const from = Math.max(0, index - reach);
  const to = Math.min(clauses.length - 1, index + reach);
  for (let at = 0; at < elements.length; at++) if (!present(elements[at]!.ids, clauses, from, to)) return false;
  return absent.length === 0 || !present(absent, clauses, index, index);
}

/** Whether one of the concepts stands in the clauses `from` to `to` (inclusive). */
function present(ids: readonly number[], clauses: readonly Clause[], from: number, to: number): boolean {
  for (let at = 0; at < ids.length; at++) {
    for (let index = from; index <= to; index++) if (hasConcept(clauses[index]!.bits, ids[at]!)) return true;
  }
  return false;
}

/** Indexes of the tokens that fill the pattern's elements, or `undefined`. */
function matchPattern(pattern: Pattern, sentence: Sentence, index: number): number[] | undefined {
  const { clauses, tokens } = sentence;
  const reach: Reach = {
    tokens,
    from: clauses[Math.max(0, index - pattern.reach)]!.from,
    to: clauses[Math.min(clauses.length - 1, index + pattern.reach)]!.to,
    here: clauses[index]!.from,
  };
  const found: number[] = [];
  if (!fill(pattern.elements, 0, reach, found)) return undefined;
  return pattern.reach > 0 && touchesAbsent(pattern.absent, clauses, found) ? undefined : found;
}

/** Whether a clause that a wide match reaches into holds a concept that must be absent. */
function touchesAbsent(absent: readonly number[], clauses: readonly Clause[], found: readonly number[]): boolean {
  return (
    absent.length > 0 &&
    clauses.some(({ from, to }, index) => present(absent, clauses, index, index) && found.some((at) => at >= from && at < to))
  );
}

/** Where a pattern may look: the tokens `from` to `to`; its own clause, which begins at `here`, comes first. */
interface Reach {
  readonly tokens: readonly Token[];
  readonly from: number;
  readonly to: number;
  readonly here: number;
}

function fill(elements: readonly PatternElement[], position: number, reach: Reach, found: number[]): boolean {
  const element = elements[position];
  if (element === undefined) return true;
  if (element.after < 0) return take(elements, position, reach, found, reach.here, reach.to) || take(elements, position, reach, found, reach.from, reach.here);
  return take(elements, position, reach, found, (found[position - 1] ?? -1) + 1, reach.to);
}

function take(elements: readonly PatternElement[], position: number, reach: Reach, found: number[], from: number, to: number): boolean {
  const { ids, after } = elements[position]!;
  const { tokens } = reach;
  for (let at = from; at < to; at++) {
    if (after >= 0 && tokens[at]!.start - tokens[from - 1]!.end > after) break;
    if (found.includes(at)) continue;
    if (!ids.some((id) => tokens[at]!.concepts.includes(id))) continue;
    found.push(at);
    if (fill(elements, position + 1, reach, found)) return true;
    found.pop();
  }
  return false;
}

type QuantityKind = 'time' | 'money' | 'multiple' | 'number';
type QuantityOf<K extends QuantityKind> = Extract<NonNullable<Token['quantity']>, { kind: K }>;

/** The quantity of a kind that the act is about: the one it matched, else the nearest in its clauses. */
function quantityOf<K extends QuantityKind>(
  sentence: Sentence,
  clauseFrom: number,
  clauseTo: number,
  found: readonly number[],
  kind: K,
): QuantityOf<K> | undefined {
  const { tokens, clauses } = sentence;
  const isKind = (token: Token): token is Token & { quantity: QuantityOf<K> } => token.quantity?.kind === kind;
  for (const at of found) {
    const token = tokens[at]!;
    if (isKind(token)) return token.quantity;
  }
  let best: QuantityOf<K> | undefined;
  let distance = Infinity;
  const anchor = tokens[found[found.length - 1]!]!;
  const limits: Pick<Clause, 'from' | 'to'> = { from: clauses[clauseFrom]!.from, to: clauses[clauseTo]!.to };
  for (let at = limits.from; at < limits.to; at++) {
    const token = tokens[at]!;
    if (!isKind(token)) continue;
    const gap = Math.abs(token.start - anchor.start);
    if (gap < distance) {
      distance = gap;
      best = token.quantity;
    }
  }
  return best;
}
