import type { QuantityPack } from '../quantity/pack.ts';
import type { Quantity } from '../quantity/quantity.ts';
import { createQuantityReader } from '../quantity/read.ts';
import type { QuantityReader } from '../quantity/read.ts';
import type { Lexicon } from '../lexicon/lexicon.ts';
import { normalise } from '../text/normalise.ts';
import type { Clause, Sentence, Token } from './reading.ts';

/** A clause longer than this is cut, so that work per clause stays bounded on hostile text. */
const MAX_CLAUSE_CHARACTERS = 300;
const MAX_CLAUSE_TOKENS = 48;

const SOFT = 1;
const QUOTE_OPEN = 2;
const QUOTE_CLOSE = 3;
const QUOTE_TOGGLE = 4;
const MARKS = new Uint8Array(65536);
for (const mark of ',，、；;：:。！？!?…\n（）()[]【】{}—–|') MARKS[mark.charCodeAt(0)] = SOFT;
for (const mark of '“「『《') MARKS[mark.charCodeAt(0)] = QUOTE_OPEN;
for (const mark of '”」』》') MARKS[mark.charCodeAt(0)] = QUOTE_CLOSE;
MARKS[34] = QUOTE_TOGGLE;

function isHan(code: number): boolean {
  return code >= 0x4e00 && code <= 0x9fff;
}

/** Reads sentences into clauses and tokens with one pass over the canonical text. */
export class Reader {
  readonly lexicon: Lexicon;
  private readonly readQuantities: QuantityReader;
  private readonly words: number;
  private readonly quantityIds: Readonly<Record<Quantity['kind'] | 'percent', readonly number[]>>;
  private readonly breakId: number;
  private readonly attributionId: number;

  constructor(lexicon: Lexicon, quantityPacks: readonly QuantityPack[]) {
    this.lexicon = lexicon;
    this.readQuantities = createQuantityReader(quantityPacks);
    this.words = (lexicon.concepts.length + 31) >>> 5;
    const id = (name: string): number => lexicon.id(name);
    this.quantityIds = {
      time: [id('#time')],
      money: [id('#money')],
      multiple: [id('#multiple')],
      percent: [id('#percent')],
      number: [id('#number')],
    };
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
    const { lexicon } = this;
    const length = text.length;
    let clauseStart = 0;
    let clauseFrom = 0;
    let bits = new Uint32Array(this.words);
    let speech: Token['speech'] = 'own';
    let attributed = false;
    let next = 0;
    const close = (end: number, mark: number): void => {
      if (end > clauseStart) {
        clauses.push({ start: clauseStart, end, from: clauseFrom, to: tokens.length, mark, bits });
        if (tokens.length > clauseFrom) bits = new Uint32Array(this.words);
      }
      clauseFrom = tokens.length;
    };
    const put = (start: number, end: number, concepts: readonly number[], quantity?: Quantity): void => {
      for (const id of concepts) {
        if (id < 0) continue;
        bits[id >>> 5]! |= 1 << (id & 31);
        if (id === this.attributionId) attributed = true;
      }
      tokens.push({ start, end, concepts, quantity, speech });
    };
    for (let at = 0; at < length; ) {
      const code = text.charCodeAt(at);
      const mark = MARKS[code]!;
      if (mark !== 0) {
        if (mark === SOFT) {
          close(at, code);
          clauseStart = at + 1;
        } else if (mark === QUOTE_OPEN || (mark === QUOTE_TOGGLE && speech === 'own')) {
          speech = attributed ? 'cited' : 'quoted';
        } else speech = 'own';
        at++;
        continue;
      }
      while (next < quantities.length && quantities[next]!.start < at) next++;
      const quantity = quantities[next];
      const starts = lexicon.starts(code);
      const word = lexicon.isWord(code);
      if (quantity !== undefined && quantity.start === at) {
        const concepts = starts ? lexicon.match(text, at, length) : undefined;
        if (concepts !== undefined && lexicon.matchEnd > quantity.end) {
          put(at, lexicon.matchEnd, concepts);
          at = lexicon.matchEnd;
        } else {
          const percent = quantity.kind === 'multiple' && quantity.form !== 'times';
          put(at, quantity.end, percent ? this.quantityIds.percent : this.quantityIds[quantity.kind], quantity);
          at = quantity.end;
        }
        next++;
        continue;
      }
      if (starts) {
        const concepts = lexicon.match(text, at, length);
        if (concepts !== undefined) {
          const end = lexicon.matchEnd;
          if (quantity === undefined || quantity.start >= end || quantity.end <= end) {
            if (concepts.includes(this.breakId) && at > clauseStart) {
              close(at, 0);
              clauseStart = at;
            }
            put(at, end, concepts);
            at = end;
            continue;
          }
        }
      }
      if (word) {
        do at++;
        while (at < length && lexicon.isWord(text.charCodeAt(at)) && !(quantity !== undefined && at === quantity.start));
      } else {
        // A space between two Han characters separates clauses in chats that use no punctuation.
        if (code === 32 && at > clauseStart + 1 && isHan(text.charCodeAt(at - 1)) && isHan(text.charCodeAt(at + 1))) {
          close(at, 32);
          clauseStart = at + 1;
        }
        at++;
      }
      if (at - clauseStart > MAX_CLAUSE_CHARACTERS || tokens.length - clauseFrom > MAX_CLAUSE_TOKENS) {
        close(at, 0);
        clauseStart = at;
      }
    }
    close(length, 0);
  }
}
