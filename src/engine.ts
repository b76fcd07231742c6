import { ActReader } from './acts/frames.ts';
import type { ActDefinition } from './acts/frames.ts';
import { EMPTY_CONTEXT } from './context/context.ts';
import type { ResolvedContext } from './context/context.ts';
import { isOpen } from './detectors/detector.ts';
import type { LanguagePack, PackedPack } from './lexicon/pack.ts';
import { Lexicon } from './lexicon/lexicon.ts';
import type { Policy } from './policy/policy.ts';
import type { QuantityPack } from './quantity/pack.ts';
import { Reader } from './reading/reader.ts';
import { CLAUSE_BREAK, QUANTITY_CONCEPTS } from './reading/reading.ts';
import type { Rule } from './rules/rule.ts';
import { Run } from './run.ts';
import type { RunOptions } from './run.ts';
import { HERITAGE } from './acts/heritage.ts';
import { CUES } from './acts/modifiers.ts';
import { SentenceReading } from './sentence-reading.ts';
import type { Known, Reading } from './sentence-reading.ts';
import { Sentences } from './text/sentences.ts';
import type { RawText } from './text/units.ts';

export type { Reading } from './sentence-reading.ts';

/** Everything that an engine is made of: data only. */
export interface EngineData {
  readonly packs: readonly (LanguagePack | PackedPack)[];
  readonly quantities: readonly QuantityPack[];
  readonly acts: readonly ActDefinition[];
  readonly rules: readonly Rule[];
  /** Names of frequent concepts, the most frequent first; for speed only. Default: none. */
  readonly common?: readonly string[];
  /** Drop patterns over concepts that the packs lack, as with one language alone. Default: they are an error. */
  readonly partial?: boolean;
}

/** Reads and judges sentence by sentence; shared by every guard with the same data, and without state of its own. */
export class Engine {
  readonly lexicon: Lexicon;
  readonly rules: readonly Rule[];
  private readonly reader: Reader;
  private readonly actReader: ActReader;
  private readonly watchers = new Map<string, Watchers>();
  private readonly absenceRule: Rule | undefined;
  private readonly gated: readonly Rule[];
  /** Lists of act types, and whether acts of all of them are read at once. */
  private readonly atHand = new WeakMap<readonly string[], boolean>();
  /** The reply under reading: an engine reads one at a time. */
  private readonly text = new Sentences();

  constructor(data: EngineData) {
    this.lexicon = new Lexicon(data.packs, HERITAGE.inherited, [...QUANTITY_CONCEPTS, CLAUSE_BREAK, ...CUES], HERITAGE, data.common);
    this.reader = new Reader(this.lexicon, data.quantities);
    this.rules = data.rules;
    this.gated = data.rules.filter((rule) => !isOpen(rule, EMPTY_CONTEXT));
    const watched = new Set(data.rules.flatMap((rule) => (this.gated.includes(rule) ? [] : rule.acts)));
    this.actReader = new ActReader(data.acts, this.lexicon, data.partial === true, ({ name, commitment, object }) => commitment || object !== undefined || watched.has(name), data.common);
    for (const name of new Set(data.rules.flatMap(({ acts }) => acts))) this.watchers.set(name, this.watchersOf(name));
    this.absenceRule = data.rules.find((rule) => rule.category === 'no-apology' && rule.acts.length === 0);
  }

  /** Starts the check of one reply. */
  begin(policy: Policy, context: ResolvedContext, options: RunOptions = {}): Run {
    return new Run(this, policy, context, options);
  }

  /** Reads one sentence and its acts; needs neither policy nor context. Who has its code units passes those, and from where they count. */
  readSentence(original: string, offset: number, index: number, text?: RawText, from = offset): SentenceReading {
    return new SentenceReading(this.reader.read(original, offset, index, text, from), this.actReader);
  }

  /** Reads a whole reply, sentence by sentence; those that are known are not read again. */
  read(reply: string, known?: Known): Reading {
    let sentences = NO_SENTENCES;
    const { length } = reply;
    const text = this.text;
    text.clear();
    text.append(reply);
    for (let from = 0; from < length; ) {
      const end = text.next(true);
      const original = from === 0 && end === length ? reply : reply.slice(from, end);
      // Spaces after the last sentence are no sentence of their own.
      if (!isBlank(original, text.codes[from]!)) {
        const sentence = known?.take(original, from, sentences.length) ?? this.readSentence(original, from, sentences.length, text);
        if (sentences === NO_SENTENCES) sentences = [sentence];
        else sentences.push(sentence);
      }
      from = end;
    }
    return { reply, sentences };
  }

  /**
   * The rules that watch for an act: those that judge it at once, or those that wait for the whole reply.
   *
   * @param full Also those that say nothing where nothing is known of the case. Default: true.
   */
  rulesFor(act: string, whole: boolean, full = true): readonly Rule[] {
    const rules = this.watchers.get(act);
    if (rules === undefined) return NO_RULES;
    const { atOnce, atEnd } = full ? rules.all : rules.open;
    return whole ? atEnd : atOnce;
  }

  private watchersOf(act: string): Watchers {
    const all = this.rules.filter(({ acts }) => acts.includes(act));
    const parts = (rules: readonly Rule[]): Watchers['all'] => ({
      atOnce: rules.filter(({ scope }) => scope !== 'reply'),
      atEnd: rules.filter(({ scope }) => scope === 'reply'),
    });
    return { all: parts(all), open: parts(all.filter((rule) => !this.gated.includes(rule))) };
  }

  /** Whether the context opens a rule that says nothing where nothing is known of the case; then all acts are judged, not only those watched. */
  opens(context: ResolvedContext): boolean {
    return context !== EMPTY_CONTEXT && this.gated.some((rule) => isOpen(rule, context));
  }

  /** Whether acts of all these types are read at once. */
  watches(names: readonly string[]): boolean {
    let known = this.atHand.get(names);
    if (known === undefined) this.atHand.set(names, (known = names.every((name) => this.actReader.watches(name))));
    return known;
  }

  /** The rule for the absence of an apology. */
  get absence(): Rule | undefined {
    return this.absenceRule;
  }
}

/** The rules that watch for an act: all of them, and those that may speak where nothing is known of the case. */
type Watchers = Readonly<Record<'all' | 'open', { readonly atOnce: readonly Rule[]; readonly atEnd: readonly Rule[] }>>;

/** Whether a text is nothing but spaces; most say with their first character that they are not. */
function isBlank(text: string, first: number): boolean {
  return !((first > 32 && first < 127) || (first >= 0x4e00 && first <= 0x9fff)) && text.trim() === '';
}

const NO_RULES: readonly Rule[] = [];
const NO_SENTENCES: SentenceReading[] = [];
