/** Replies as rows of numbered features with targets: what the learner learns from. */
import { MOST_TIMES } from '../../src/learned/features.ts';
import { contextFlags, FLAGS, placeFlags, Softeners, SHORT_FLAGS, shortFlags, SOFTENING_FLAGS, softeningFlags } from '../../src/learned/flags.ts';
import { FEATURE, FIRST, HASH, LAST } from '../../src/learned/found.ts';
import type { Found } from '../../src/learned/found.ts';
import { SETTLED_BY_RULES } from '../../src/learned/settled.ts';
import { Walker } from '../../src/learned/walk.ts';
import type { Place } from '../../src/learned/walk.ts';
import { COLUMNS } from '../../src/learned/weights.ts';
import { originalSpan } from '../../src/text/offsets.ts';
import { defaultEngine } from '../../src/default-engine.ts';
import { CATEGORIES } from '../../src/types.ts';
import type { Language } from '../../src/types.ts';
import type { Example } from './data.ts';
import { Growing } from './growing.ts';

/** Targets of a row for a category. */
export const NEGATIVE = 0;
export const POSITIVE = 1;
/** Some row of the reply is positive, it is not known which. */
export const SOME = 2;
export const IGNORE = -1;

/** Rows in compressed form: row `i` has the features `index[rows[i] … rows[i + 1]]`, so often as `times` says. */
export interface Dataset {
  readonly rows: Int32Array;
  readonly index: Int32Array;
  readonly times: Uint16Array;
  /** Hash of each feature. */
  readonly hashes: Int32Array;
  /** The sign that the weights of each feature must have; 0: any. */
  readonly signs: Int8Array;
  /** Scale, reply and targets of each row. */
  readonly scale: Uint8Array;
  readonly reply: Int32Array;
  readonly targets: Int8Array;
}

interface Row {
  readonly scale: number;
  readonly start: number;
  readonly end: number;
  readonly features: Map<number, number>;
}

/** A feature that fewer replies than this have, copies included, is not learnt: rare ones take most of the room and give least. */
const FEWEST_REPLIES = 20;

function count(features: Map<number, number>, hash: number): void {
  features.set(hash, (features.get(hash) ?? 0) + 1);
}

/** Adds features, each so often as it counts. */
function addAll(features: Map<number, number>, more: readonly { readonly hash: number }[]): void {
  const met = new Map<number, number>();
  for (const { hash } of more) count(met, hash);
  for (const [hash, times] of met) features.set(hash, (features.get(hash) ?? 0) + Math.min(times, MOST_TIMES));
}

interface Group {
  question: boolean;
  readonly windows: Row[];
  whole: Row;
}

/** Lays replies out as rows. */
class RowReader extends Walker {
  private groups: Group[] = [];
  private readonly softeners = new Softeners(defaultEngine().lexicon.concepts);
  private unit: { readonly hash: number; readonly first: number; readonly last: number }[] = [];

  rowsOf({ sentences, context, language }: Example): Row[] {
    this.groups = [];
    this.walk(sentences);
    const { groups } = this;
    const rows: Row[] = [];
    const softened = sentences.reduce((set, sentence) => set | this.softeners.in(sentence), 0);
    const length = sentences.reduce((sum, { normalised }) => sum + normalised.text.length, 0);
    const known = [...contextFlags(context), ...shortFlags(length, language), ...softeningFlags(softened)];
    groups.forEach(({ question, windows, whole }, at) => {
      const flags = [...known, ...placeFlags(at === 0, at === groups.length - 1, question)];
      for (const row of [...windows, whole]) {
        for (const flag of flags) row.features.set(flag, 1);
        rows.push(row);
      }
    });
    return rows;
  }

  protected take({ numbers, end }: Found): void {
    for (let at = 0; at < end; at += FEATURE) this.unit.push({ hash: numbers[at + HASH]!, first: numbers[at + FIRST]!, last: numbers[at + LAST]! });
  }

  protected open(): void {
    this.unit = [];
  }

  protected close({ sentence }: Place, joins: boolean): void {
    const { unit, clauses, clauseStart, clauseEnd } = this;
    const place = (from: number, to: number): { start: number; end: number } => {
      const { start, end } = originalSpan(sentence.normalised, from, to);
      return { start: start + sentence.offset, end: end + sentence.offset };
    };
    const { start, end } = place(clauseStart[0]!, clauseEnd[clauses - 1]!);
    let group = this.groups.at(-1);
    if (!joins || group === undefined) {
      group = { question: false, windows: [], whole: { scale: 1, start, end, features: new Map() } };
      this.groups.push(group);
    } else group.whole = { ...group.whole, end };
    group.question = this.question;
    addAll(group.whole.features, unit);
    for (let width = 1; width <= 2; width++) {
      for (let first = 0; first + width <= clauses; first++) {
        const last = first + width - 1;
        const features = new Map<number, number>();
        addAll(features, unit.filter((feature) => feature.first >= first && feature.last <= last));
        group.windows.push({ scale: 0, ...place(clauseStart[first]!, clauseEnd[last]!), features });
      }
    }
  }
}

function targetOf(example: Example, row: Row, column: number): number {
  const bit = 1 << column;
  if ((example.allowed & bit) !== 0) return IGNORE;
  if (SETTLED_BY_RULES.includes(CATEGORIES[column]!)) return IGNORE;
  if ((example.labels & bit) === 0) return NEGATIVE;
  const marks = example.marks.get(column);
  if (marks === undefined) return SOME;
  let target = NEGATIVE;
  for (const [start, end] of marks) {
    const overlap = Math.min(row.end, end) - Math.max(row.start, start);
    const length = end - start;
    if (row.scale === 1) {
      if (overlap >= Math.min(3, length)) return POSITIVE;
    } else if (overlap >= 0.6 * length || (overlap >= 0.9 * (row.end - row.start) && overlap >= 0.4 * length)) {
      return POSITIVE;
    } else if (overlap > 2) target = IGNORE;
  }
  return target;
}

/**
 * Lays replies out as rows to learn a language from. Replies of the other language teach too, since concepts and
 * quantities are the same in both; features that only they have are left out.
 */
export function datasetOf(examples: readonly Example[], language: Language): Dataset {
  const reader = new RowReader(defaultEngine().lexicon.concepts, language);
  const replies = new Map<number, number>();
  const spoken = new Set<number>();
  const starts = [0];
  const index = new Growing((length) => new Int32Array(length));
  const times = new Growing((length) => new Uint16Array(length));
  const scale = new Growing((length) => new Uint8Array(length));
  const reply = new Growing((length) => new Int32Array(length));
  const targets = new Growing((length) => new Int8Array(length));
  examples.forEach((example, at) => {
    const own = new Set<number>();
    for (const row of reader.rowsOf(example)) {
      for (const [hash, often] of row.features) {
        own.add(hash);
        index.push(hash);
        times.push(often);
      }
      starts.push(index.length);
      scale.push(row.scale);
      reply.push(at);
      for (let column = 0; column < COLUMNS; column++) targets.push(targetOf(example, row, column));
    }
    for (const hash of own) {
      count(replies, hash);
      if (example.language === language) spoken.add(hash);
    }
  });
  for (const flag of FLAGS) {
    replies.set(flag, FEWEST_REPLIES);
    spoken.add(flag);
  }
  const hashes = [...replies].filter(([hash, often]) => often >= FEWEST_REPLIES && spoken.has(hash)).map(([hash]) => hash).sort((a, b) => a - b);
  return {
    ...numbered(starts, index, times, new Map(hashes.map((hash, number) => [hash, number]))),
    hashes: Int32Array.from(hashes),
    signs: Int8Array.from(hashes, (hash) => (SOFTENING_FLAGS.includes(hash) ? -1 : SHORT_FLAGS.includes(hash) ? 1 : 0)),
    scale: scale.taken(),
    reply: reply.taken(),
    targets: targets.taken(),
  };
}

/** Rows of hashes as rows of numbers, in the same arrays; what has no number goes. */
function numbered(starts: readonly number[], index: Growing<Int32Array>, times: Growing<Uint16Array>, numbers: ReadonlyMap<number, number>): Pick<Dataset, 'rows' | 'index' | 'times'> {
  const rows = new Int32Array(starts.length);
  let written = 0;
  for (let row = 0; row + 1 < starts.length; row++) {
    for (let at = starts[row]!; at < starts[row + 1]!; at++) {
      const number = numbers.get(index.at(at));
      if (number === undefined) continue;
      index.put(written, number);
      times.put(written++, times.at(at));
    }
    rows[row + 1] = written;
  }
  return { rows, index: index.taken(written), times: times.taken(written) };
}

/** Numbers of the rows of a scale that belong to wanted replies. */
export function rowsAt(dataset: Dataset, scale: number, wanted: (reply: number) => boolean): Int32Array {
  const rows: number[] = [];
  for (let row = 0; row < dataset.scale.length; row++) {
    if (dataset.scale[row] === scale && wanted(dataset.reply[row]!)) rows.push(row);
  }
  return Int32Array.from(rows);
}
