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
  private readonly bySentence = new Map<string, Rule[]>();
  private readonly byReply = new Map<string, Rule[]>();
  private readonly absenceRule: Rule | undefined;
  private readonly gated: ReadonlySet<Rule>;
  /** The reply under reading: an engine reads one at a time. */
  private readonly text = new Sentences();

  constructor(data: EngineData) {
    this.lexicon = new Lexicon(data.packs, HERITAGE.inherited, [...QUANTITY_CONCEPTS, CLAUSE_BREAK, ...CUES], HERITAGE, data.common);
    this.reader = new Reader(this.lexicon, data.quantities);
    this.rules = data.rules;
    this.gated = new Set(data.rules.filter((rule) => !isOpen(rule, EMPTY_CONTEXT)));
    const watched = new Set(data.rules.flatMap((rule) => (this.gated.has(rule) ? [] : rule.acts)));
    this.actReader = new ActReader(data.acts, this.lexicon, data.partial === true, ({ name, commitment, object }) => commitment || object !== undefined || watched.has(name), data.common);
    for (const rule of data.rules) {
      const byAct = rule.scope === 'reply' ? this.byReply : this.bySentence;
      for (const name of rule.acts) {
        const rules = byAct.get(name);
        if (rules === undefined) byAct.set(name, [rule]);
        else rules.push(rule);
      }
    }
    this.absenceRule = data.rules.find((rule) => rule.category === 'no-apology' && rule.acts.length === 0);
  }

  /** Starts the check of one reply. */
  begin(policy: Policy, context: ResolvedContext, options: RunOptions = {}): Run {
    return new Run(this, policy, context, options);
  }

  /** Reads one sentence and its acts; needs neither policy nor context. Who has the code units of the reply passes those. */
  readSentence(original: string, offset: number, index: number, text?: RawText): SentenceReading {
    return new SentenceReading(this.reader.read(original, offset, index, text), this.actReader);
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

  /** The rules that watch for an act: those that judge it at once, or those that wait for the whole reply. */
  rulesFor(act: string, whole: boolean): readonly Rule[] {
    return (whole ? this.byReply : this.bySentence).get(act) ?? NO_RULES;
  }

  /** Whether a rule says nothing where nothing is known of the case. */
  isGated(rule: Rule): boolean {
    return this.gated.has(rule);
  }

  /** Whether the context opens a rule that says nothing where nothing is known of the case; then all acts are judged, not only those watched. */
  opens(context: ResolvedContext): boolean {
    return context !== EMPTY_CONTEXT && [...this.gated].some((rule) => isOpen(rule, context));
  }

  /** Whether acts of all these types are read at once. */
  watches(names: readonly string[]): boolean {
    return names.every((name) => this.actReader.watches(name));
  }

  /** The rule for the absence of an apology. */
  get absence(): Rule | undefined {
    return this.absenceRule;
  }
}

/** Whether a text is nothing but spaces; most say with their first character that they are not. */
function isBlank(text: string, first: number): boolean {
  return !((first > 32 && first < 127) || (first >= 0x4e00 && first <= 0x9fff)) && text.trim() === '';
}

const NO_RULES: readonly Rule[] = [];
const NO_SENTENCES: SentenceReading[] = [];
