import type { QuantityPack } from '../quantity/pack.ts';
import type { Quantity, TimeQuantity } from '../quantity/quantity.ts';
import { createQuantityReader } from '../quantity/read.ts';
import type { QuantityReader } from '../quantity/read.ts';
import { STARTS, WORD } from '../lexicon/lexicon.ts';
import type { Lexicon } from '../lexicon/lexicon.ts';
import type { Term } from '../lexicon/term.ts';
import { normalise } from '../text/normalise.ts';
import { END_PARTICLES } from '../text/particles.ts';
import { Units } from '../text/units.ts';
import type { RawText } from '../text/units.ts';
import { CLAUSE_BREAK } from './reading.ts';
import type { Clause, Place, Sentence, Token } from './reading.ts';

/** A clause longer than this is cut, so that work per clause stays bounded on hostile text. */
const MAX_CLAUSE_CHARACTERS = 300;
const MAX_CLAUSE_TOKENS = 48;
/** From how many days on a time belongs to no step of the case at hand. */
const LATER_DAYS = 28;
const NEWLINE = 10;

const SOFT = 4;
const QUOTE_OPEN = 8;
const QUOTE_CLOSE = 16;
const QUOTE_TOGGLE = 32;
const SPACE = 64;
/** A letter of a script that neither language is written in. */
const FOREIGN = 128;
/** One of `END_PARTICLES`. */
const PARTICLE = 1024;
const DAY = 1;
const LATER = 2;
const NOW = 4;
const MARK = SOFT | QUOTE_OPEN | QUOTE_CLOSE | QUOTE_TOGGLE;
/** Beyond the end of any text. */
const NEVER = 0x7fffffff;

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

function markClasses(classes: Uint16Array): void {
  const mark = (marks: string, kind: number): void => {
    for (let at = 0; at < marks.length; at++) classes[marks.charCodeAt(at)]! |= kind;
  };
  mark(',，、；;：:。！？!?…\n（）()[]【】{}—–|', SOFT);
  mark('“「『《', QUOTE_OPEN);
  mark('”」』》', QUOTE_CLOSE);
  mark('"', QUOTE_TOGGLE);
  mark(' ', SPACE);
  mark(END_PARTICLES, PARTICLE);
  for (const [from, to] of [[0x370, 0x1fff], [0x3040, 0x30ff], [0xac00, 0xd7af]] as const) {
    for (let code = from; code <= to; code++) classes[code]! |= FOREIGN;
  }
}

/** Reads sentences into clauses and tokens with one pass over the canonical text. */
export class Reader {
  readonly lexicon: Lexicon;
  private readonly readQuantities: QuantityReader;
  private readonly quantityTerms: Readonly<Record<Exclude<Quantity['kind'], 'time'> | 'percent', Term>>;
  /** Terms of a time by its traits. */
  private readonly timeTerms: readonly Term[];
  private readonly shield: number;
  private readonly clauseBreak: number;
  private readonly attribution: number;

  // The sentence under reading: a reader reads one at a time.
  private readonly units = new Units();
  private tokens: Token[] = [];
  private clauses: Clause[] = [];
  private clauseStart = 0;
  private clauseFrom = 0;
  private flags = 0;
  private low = 0;
  private high = 0;
  private speech: Token['speech'] = 'own';
  private attributed = false;
  private foreign = 0;

  constructor(lexicon: Lexicon, quantityPacks: readonly QuantityPack[]) {
    this.lexicon = lexicon;
    markClasses(lexicon.classes);
    this.readQuantities = createQuantityReader(quantityPacks);
    const term = (...names: string[]): Term => lexicon.termOf(names.map((name) => lexicon.id(name)));
    this.quantityTerms = { money: term('#money'), multiple: term('#multiple'), percent: term('#percent'), number: term('#number') };
    this.timeTerms = Array.from({ length: 8 }, (_, traits) =>
      term(
        '#time',
        ...((traits & DAY) !== 0 ? ['#day'] : []),
        ...((traits & LATER) !== 0 ? ['#later'] : []),
        ...((traits & NOW) !== 0 ? ['#now'] : []),
      ),
    );
    this.shield = lexicon.id('neutral');
    this.clauseBreak = lexicon.flag(CLAUSE_BREAK);
    this.attribution = lexicon.flag('attribution');
  }

  /**
   * Reads one sentence.
   *
   * @param offset Where it stands in the caller's string.
   * @param index Its position in the reply.
   * @param reply The code units of the caller's string, if they are known.
   */
  read(original: string, offset: number, index: number, reply?: RawText): Sentence & Place {
    const { units } = this;
    if (reply === undefined) units.fill(original);
    else units.take(reply, offset, offset + original.length);
    const normalised = reply?.quiet === true ? { text: original, map: null, ends: null } : normalise(original, units);
    const tokens: Token[] = (this.tokens = []);
    const clauses: Clause[] = (this.clauses = []);
    this.clauseStart = this.clauseFrom = this.flags = this.low = this.high = this.foreign = 0;
    this.speech = 'own';
    this.attributed = false;
    this.scan(units, this.readQuantities(units));
    return { index, offset, original, normalised, tokens, clauses, foreign: this.foreign };
  }

  private scan(units: Units, quantities: readonly Quantity[]): void {
    const { lexicon } = this;
    const { codes, length } = units;
    const { classes } = lexicon;
    let next = 0;
    let quantity = quantities[0];
    let quantityStart = quantity === undefined ? NEVER : quantity.start;
    for (let at = 0; at < length; ) {
      if (at >= quantityStart && quantity !== undefined) {
        if (at === quantityStart) at = this.putQuantity(units, quantity);
        quantity = quantities[++next];
        quantityStart = quantity === undefined ? NEVER : quantity.start;
        continue;
      }
      const code = codes[at]!;
      const kind = classes[code]!;
      if (kind === 0) {
        at++;
        continue;
      }
      if ((kind & MARK) !== 0) {
        if (code !== NEWLINE || !this.isWrapped(codes, at)) this.mark(kind, code, at);
        at++;
        continue;
      }
      if ((kind & STARTS) !== 0) {
        const term = lexicon.find(units, at, length);
        if (term !== undefined) {
          const end = lexicon.matchEnd;
          // A term gives way to a quantity that reaches beyond it.
          if (quantityStart >= end || quantity === undefined || quantity.end <= end) {
            // After ", " a clause has only just begun.
            if (this.isBreak(term) && (at > this.clauseStart + 1 || at === 0 || codes[at - 1] !== 32)) this.close(at, 0, at);
            this.put(at, end, term, undefined);
            at = end;
            continue;
          }
        }
      }
      // A particle or a space between two Han characters separates clauses in chats that use no punctuation.
      if ((kind & PARTICLE) !== 0 && at > this.clauseStart && isHan(codes[at + 1]!)) this.close(at + 1, 0, at + 1);
      if ((kind & SPACE) !== 0) {
        if (at > this.clauseStart + 1 && isHan(codes[at - 1]!) && isHan(codes[at + 1]!)) this.close(at, 32, at + 1);
      } else if ((kind & FOREIGN) !== 0) this.foreign++;
      const stop = (kind & WORD) === 0 ? at + 1 : lexicon.wordEnd(units, at, length);
      at = stop > quantityStart ? quantityStart : stop;
    }
    this.close(length, 0, length);
  }

  /** Whether a line break stands between a time or an amount and what it is said of: 明天⏎到货. */
  private isWrapped(codes: Uint16Array, at: number): boolean {
    const last = this.tokens[this.tokens.length - 1];
    return last?.quantity !== undefined && last.end === at && isHan(codes[at + 1]!);
  }

  /** Takes the quantity, or a longer term that starts where it does; returns where that ends. */
  private putQuantity(units: Units, quantity: Quantity): number {
    const { lexicon } = this;
    const { codes, length } = units;
    const { start } = quantity;
    const starts = (lexicon.classes[codes[start]!]! & STARTS) !== 0;
    const term = starts ? lexicon.find(units, start, length) : undefined;
    // A longer term takes the place of a quantity, of a multiple only if it is a shield: 三倍赔 is both, 三倍镜 is neither.
    if (term !== undefined && lexicon.matchEnd > quantity.end && (quantity.kind !== 'multiple' || term.concepts.includes(this.shield))) {
      const end = lexicon.matchEnd;
      this.put(start, end, term, undefined);
      return end;
    }
    const own = this.termOf(quantity);
    // A pledge such as 退一赔三 is a multiple that begins with a term of its own; 秒退 is a time and a term at once.
    const double = quantity.kind === 'multiple' || (quantity.kind === 'time' && lexicon.matchEnd === quantity.end);
    const both = term !== undefined && double ? lexicon.termOf([...own.concepts, ...term.concepts]) : own;
    this.put(start, quantity.end, both, quantity);
    return quantity.end;
  }

  private put(start: number, end: number, term: Term, quantity: Quantity | undefined): void {
    const { tokens } = this;
    const { concepts, flags } = term;
    this.flags |= flags;
    this.low |= term.low;
    this.high |= term.high;
    if ((flags & this.attribution) !== 0) this.attributed = true;
    tokens.push({ start, end, concepts, flags, term: term.number, quantity, speech: this.speech });
    if (end - this.clauseStart > MAX_CLAUSE_CHARACTERS || tokens.length - this.clauseFrom > MAX_CLAUSE_TOKENS) this.close(end, 0, end);
  }

  private close(end: number, mark: number, start: number): void {
    const to = this.tokens.length;
    if (end > this.clauseStart) {
      this.clauses.push({ start: this.clauseStart, end, from: this.clauseFrom, to, mark, flags: this.flags, low: this.low, high: this.high });
      this.flags = this.low = this.high = 0;
    }
    this.clauseFrom = to;
    this.clauseStart = start;
  }

  private mark(kind: number, code: number, at: number): void {
    if ((kind & SOFT) !== 0) this.close(at, code, at + 1);
    else if ((kind & QUOTE_OPEN) !== 0 || ((kind & QUOTE_TOGGLE) !== 0 && this.speech === 'own')) this.speech = this.attributed ? 'cited' : 'quoted';
    else this.speech = 'own';
  }

  private isBreak({ flags }: Term): boolean {
    return (flags & this.clauseBreak) !== 0;
  }

  private termOf(quantity: Quantity): Term {
    if (quantity.kind === 'time') return this.timeTerms[(isDay(quantity) ? DAY : 0) | (isLater(quantity) ? LATER : 0) | (isNow(quantity) ? NOW : 0)]!;
    if (quantity.kind === 'multiple' && quantity.form !== 'times') return this.quantityTerms.percent;
    return this.quantityTerms[quantity.kind];
  }
}
