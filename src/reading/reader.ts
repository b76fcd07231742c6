import type { QuantityPack } from '../quantity/pack.ts';
import type { Quantity, TimeQuantity } from '../quantity/quantity.ts';
import { createQuantityReader } from '../quantity/read.ts';
import type { QuantityReader } from '../quantity/read.ts';
import { STARTS, WORD } from '../lexicon/lexicon.ts';
import type { Lexicon } from '../lexicon/lexicon.ts';
import { normalise } from '../text/normalise.ts';
import type { Clause, Sentence, Token } from './reading.ts';

/** A clause longer than this is cut, so that work per clause stays bounded on hostile text. */
const MAX_CLAUSE_CHARACTERS = 300;
const MAX_CLAUSE_TOKENS = 48;
/** From how many days on a time belongs to no step of the case at hand. */
const LATER_DAYS = 28;

const SOFT = 4;
const QUOTE_OPEN = 8;
const QUOTE_CLOSE = 16;
const QUOTE_TOGGLE = 32;
const SPACE = 64;
const DAY = 1;
const LATER = 2;
const NOW = 4;
const MARK = SOFT | QUOTE_OPEN | QUOTE_CLOSE | QUOTE_TOGGLE;
const NO_BITS = new Uint32Array(0);

/** Whether a time lies beyond the case at hand. */
function isLater({ anchor, duration }: TimeQuantity): boolean {
  return anchor === 'date' || (duration.unit === 'day' && duration.max >= LATER_DAYS);
}

/** Whether a time means "at once": 马上, "right away". */
function isNow({ anchor, duration }: TimeQuantity): boolean {
  return anchor === 'relative' && duration.unit === 'minute' && duration.min === 0 && duration.max <= 1;
}

/** Whether a time names a day, as against a length of time or a time of day. */
function isDay({ anchor, target }: TimeQuantity): boolean {
  return target?.dayOffset !== undefined || anchor === 'weekday' || anchor === 'date';
}

function isHan(code: number): boolean {
  return code >= 0x4e00 && code <= 0x9fff;
}

function markClasses(classes: Uint8Array): void {
  const mark = (marks: string, kind: number): void => {
    for (let at = 0; at < marks.length; at++) classes[marks.charCodeAt(at)]! |= kind;
  };
  mark(',，、；;：:。！？!?…\n（）()[]【】{}—–|', SOFT);
  mark('“「『《', QUOTE_OPEN);
  mark('”」』》', QUOTE_CLOSE);
  mark('"', QUOTE_TOGGLE);
  mark(' ', SPACE);
}

/** Reads sentences into clauses and tokens with one pass over the canonical text. */
export class Reader {
  readonly lexicon: Lexicon;
  private readonly readQuantities: QuantityReader;
  private readonly words: number;
  private readonly quantityIds: Readonly<Record<Exclude<Quantity['kind'], 'time'> | 'percent', readonly number[]>>;
  /** Concepts of a time by its traits. */
  private readonly timeIds: readonly (readonly number[])[];
  private readonly breakId: number;
  private readonly attributionId: number;

  constructor(lexicon: Lexicon, quantityPacks: readonly QuantityPack[]) {
    this.lexicon = lexicon;
    markClasses(lexicon.classes);
    this.readQuantities = createQuantityReader(quantityPacks);
    this.words = (lexicon.concepts.length + 31) >>> 5;
    const id = (name: string): number => lexicon.id(name);
    this.quantityIds = {
      money: [id('#money')],
      multiple: [id('#multiple')],
      percent: [id('#percent')],
      number: [id('#number')],
    };
    this.timeIds = Array.from({ length: 8 }, (_, traits) => [
      id('#time'),
      ...((traits & DAY) !== 0 ? [id('#day')] : []),
      ...((traits & LATER) !== 0 ? [id('#later')] : []),
      ...((traits & NOW) !== 0 ? [id('#now')] : []),
    ]);
    this.breakId = id('clause-break');
    this.attributionId = id('attribution');
  }

  /** Reads one sentence. `offset` is where it stands in the caller's string, `index` its position in the reply. */
  read(original: string, offset: number, index: number): Sentence {
    const normalised = normalise(original);
    const { text } = normalised;
    const quantities = this.readQuantities(text);
    const tokens: Token[] = [];
    const clauses: Clause[] = [];
    this.scan(text, quantities, tokens, clauses);
    return { index, offset, original, normalised, tokens, clauses };
  }

  private scan(text: string, quantities: readonly Quantity[], tokens: Token[], clauses: Clause[]): void {
    const { lexicon, words } = this;
    const { classes } = lexicon;
    const length = text.length;
    let clauseStart = 0;
    let clauseFrom = 0;
    let bits = NO_BITS;
    let speech: Token['speech'] = 'own';
    let attributed = false;
    let next = 0;
    let quantity = quantities[0];
    const close = (end: number, mark: number, start: number): void => {
      if (end > clauseStart) {
        clauses.push({ start: clauseStart, end, from: clauseFrom, to: tokens.length, mark, bits });
        bits = NO_BITS;
      }
      clauseFrom = tokens.length;
      clauseStart = start;
    };
    const put = (start: number, end: number, concepts: readonly number[], value?: Quantity): void => {
      if (bits === NO_BITS) bits = new Uint32Array(words);
      for (let index = 0; index < concepts.length; index++) {
        const id = concepts[index]!;
        if (id < 0) continue;
        bits[id >>> 5]! |= 1 << (id & 31);
        if (id === this.attributionId) attributed = true;
      }
      tokens.push({ start, end, concepts, quantity: value, speech });
      if (end - clauseStart > MAX_CLAUSE_CHARACTERS || tokens.length - clauseFrom > MAX_CLAUSE_TOKENS) close(end, 0, end);
    };
    for (let at = 0; at < length; ) {
      const code = text.charCodeAt(at);
      const kind = classes[code]!;
      if (quantity !== undefined && quantity.start <= at) {
        if (quantity.start === at) {
          const concepts = (kind & STARTS) !== 0 ? lexicon.match(text, at, length) : undefined;
          if (concepts !== undefined && lexicon.matchEnd > quantity.end) {
            at = lexicon.matchEnd;
            put(quantity.start, at, concepts);
          } else {
            at = quantity.end;
            const own = this.conceptsOf(quantity);
            // A pledge such as 退一赔三 is a multiple that begins with a term of its own.
            put(quantity.start, at, concepts !== undefined && quantity.kind === 'multiple' ? [...own, ...concepts] : own, quantity);
          }
          quantity = quantities[++next];
          continue;
        }
        quantity = quantities[++next];
        continue;
      }
      if (kind === 0) {
        at++;
        continue;
      }
      if ((kind & MARK) !== 0) {
        if (kind & SOFT) close(at, code, at + 1);
        else if (kind & QUOTE_OPEN || (kind & QUOTE_TOGGLE && speech === 'own')) speech = attributed ? 'cited' : 'quoted';
        else speech = 'own';
        at++;
        continue;
      }
      if ((kind & STARTS) !== 0) {
        const concepts = lexicon.match(text, at, length);
        if (concepts !== undefined) {
          const end = lexicon.matchEnd;
          // A term gives way to a quantity that reaches beyond it.
          if (quantity === undefined || quantity.start >= end || quantity.end <= end) {
            if (concepts.includes(this.breakId)) close(at, 0, at);
            put(at, end, concepts);
            at = end;
            continue;
          }
        }
      }
      if ((kind & WORD) !== 0) {
        const stop = quantity === undefined ? length : quantity.start;
        do at++;
        while (at < stop && (classes[text.charCodeAt(at)]! & WORD) !== 0);
      } else {
        // A space between two Han characters separates clauses in chats that use no punctuation.
        if (code === 32 && at > clauseStart + 1 && isHan(text.charCodeAt(at - 1)) && isHan(text.charCodeAt(at + 1))) {
          close(at, 32, at + 1);
        }
        at++;
      }
    }
    close(length, 0, length);
  }

  private conceptsOf(quantity: Quantity): readonly number[] {
    const { quantityIds } = this;
    if (quantity.kind === 'time') {
      return this.timeIds[(isDay(quantity) ? DAY : 0) | (isLater(quantity) ? LATER : 0) | (isNow(quantity) ? NOW : 0)]!;
    }
    const percent = quantity.kind === 'multiple' && quantity.form !== 'times';
    return percent ? quantityIds.percent : quantityIds[quantity.kind];
  }
}
