import type { Act } from './acts/act.ts';
import { ActReader } from './acts/frames.ts';
import type { ActDefinition } from './acts/frames.ts';
import { readPrivateDetails } from './acts/private-details.ts';
import { EMPTY_CONTEXT } from './context/context.ts';
import type { ResolvedContext } from './context/context.ts';
import { excuseOf, isOpen } from './detectors/detector.ts';
import type { Judgement, Outcome } from './detectors/detector.ts';
import { MEASURES } from './detectors/measures.ts';
import { Recall } from './detectors/recall.ts';
import { detectNoApologyAbsence } from './detectors/no-apology.ts';
import type { LanguagePack, PackedPack } from './lexicon/pack.ts';
import { Lexicon } from './lexicon/lexicon.ts';
import type { Policy } from './policy/policy.ts';
import type { QuantityPack } from './quantity/pack.ts';
import { Reader } from './reading/reader.ts';
import { CLAUSE_BREAK, QUANTITY_CONCEPTS } from './reading/reading.ts';
import type { Sentence, Token } from './reading/reading.ts';
import type { Rule } from './rules/rule.ts';
import { HERITAGE } from './acts/heritage.ts';
import { CUES } from './acts/modifiers.ts';
import { SentenceReading } from './sentence-reading.ts';
import type { Known, Reading } from './sentence-reading.ts';
import { sentenceEnd } from './text/sentences.ts';
import { codeAt } from './text/unit.ts';
import type { Category } from './types.ts';

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

/** A rule that fired, before it becomes a finding in somebody's language. */
export interface Hit {
  readonly rule: Rule;
  /** The act, or absent where the finding is of an absence. */
  readonly act?: Act;
  /** Where an absence is marked, in the caller's string. */
  readonly place?: { readonly start: number; readonly end: number };
  readonly borderline: boolean;
  /** The category's own facts. */
  readonly facts: object;
}

/** A rule that watched an act and kept silent. */
export interface Silence {
  readonly rule: Rule;
  readonly act: Act;
  readonly by: string;
  readonly cue?: Token;
}

/** How a run judges. */
export interface RunOptions {
  /** Keep the silences too. Default false. */
  readonly explain?: boolean;
  /** Judge this category alone. Default: all. */
  readonly only?: Category;
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
  private readonly gated: readonly Rule[];

  constructor(data: EngineData) {
    this.lexicon = new Lexicon(data.packs, HERITAGE.inherited, [...QUANTITY_CONCEPTS, CLAUSE_BREAK, ...CUES], HERITAGE, data.common);
    this.reader = new Reader(this.lexicon, data.quantities);
    this.rules = data.rules;
    this.gated = data.rules.filter((rule) => !isOpen(rule, EMPTY_CONTEXT));
    const watched = new Set(data.rules.flatMap((rule) => (this.gated.includes(rule) ? [] : rule.acts)));
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

  /** Reads one sentence and its acts; needs neither policy nor context. */
  readSentence(original: string, offset: number, index: number): SentenceReading {
    return new SentenceReading(this.reader.read(original, offset, index), this.actReader);
  }

  /** Reads a whole reply, sentence by sentence; those that are known are not read again. */
  read(reply: string, known?: Known): Reading {
    let sentences = NO_SENTENCES;
    const { length } = reply;
    for (let from = 0; from < length; ) {
      const end = sentenceEnd(reply, from, true);
      const original = from === 0 && end === length ? reply : reply.slice(from, end);
      // Spaces after the last sentence are no sentence of their own.
      if (!isBlank(original)) {
        const sentence = known?.take(original, from, sentences.length) ?? this.readSentence(original, from, sentences.length);
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

  /** Whether the context opens a rule that says nothing where nothing is known of the case; then all acts are judged, not only those watched. */
  opens(context: ResolvedContext): boolean {
    return context !== EMPTY_CONTEXT && this.gated.some((rule) => isOpen(rule, context));
  }

  /** The rule for the absence of an apology. */
  get absence(): Rule | undefined {
    return this.absenceRule;
  }
}

/** Whether a text is nothing but spaces; most say with their first character that they are not. */
function isBlank(text: string): boolean {
  const first = codeAt(text, 0);
  return !((first > 32 && first < 127) || (first >= 0x4e00 && first <= 0x9fff)) && text.trim() === '';
}

const NO_RULES: readonly Rule[] = [];
const NO_ACTS: readonly Act[] = [];
const NO_SENTENCES: SentenceReading[] = [];

/** The check of one reply, sentence by sentence. */
export class Run implements Judgement {
  readonly policy: Policy;
  readonly context: ResolvedContext;
  /** The acts that were judged, commitments among them. */
  readonly judged: Act[] = [];
  readonly hits: Hit[] = [];
  /** Acts that were measured by the policy and found within it: what no other reader may flag. */
  readonly measured: { readonly category: Category; readonly act: Act }[] = [];
  /** Filled only when the run explains. */
  readonly silences: Silence[] = [];
  private readonly engine: Engine;
  private readonly options: RunOptions;
  /** Acts that some rule judges by the whole reply. */
  readonly waiting: Act[] = [];
  /** Whether every act is judged. */
  private readonly full: boolean;
  private readings: SentenceReading[] = [];
  private readonly said: Sentence[] = [];
  /** By sentence, what its shape alone gave away; public replies only. */
  private readonly details: (readonly Act[])[] = [];
  private readonly read: Act[] = [];
  private readSentences = 0;
  private readonly readWatched: Act[] = [];
  private watchedSentences = 0;
  /** Letters of scripts that neither language is written in. */
  foreign = 0;
  private absenceJudged: boolean;
  private memory: Recall | undefined;
  private customerRead: readonly Act[] | undefined;

  constructor(engine: Engine, policy: Policy, context: ResolvedContext, options: RunOptions) {
    this.engine = engine;
    this.policy = policy;
    this.context = context;
    this.options = options;
    this.full = options.explain === true || engine.opens(context);
    const rule = engine.absence;
    this.absenceJudged = rule === undefined || !context.complaint || this.ignores(rule) || this.isOff(rule);
  }

  /** All acts so far, in reading order; those that nothing watches for are read when this is first asked for. */
  get acts(): readonly Act[] {
    for (; this.readSentences < this.readings.length; this.readSentences++) {
      for (const act of this.readings[this.readSentences]!.acts) this.read.push(act);
      for (const act of this.details[this.readSentences] ?? []) this.read.push(act);
    }
    return this.read;
  }

  /** The acts so far that were read at once. */
  get watched(): readonly Act[] {
    for (; this.watchedSentences < this.readings.length; this.watchedSentences++) {
      for (const act of this.readings[this.watchedSentences]!.watched) this.readWatched.push(act);
    }
    return this.readWatched;
  }

  /** The sentences so far. */
  get sentences(): readonly Sentence[] {
    while (this.said.length < this.readings.length) this.said.push(this.readings[this.said.length]!.sentence);
    return this.said;
  }

  /** The rule for the absence of an apology, while it is not known whether one is missing. */
  get awaited(): Rule | undefined {
    return this.absenceJudged ? undefined : this.engine.absence;
  }

  get recall(): Recall {
    return (this.memory ??= new Recall(this));
  }

  /** The acts of the customer's last message; read when a rule first asks. */
  get customerActs(): readonly Act[] {
    this.customerRead ??= this.engine.read(this.context.customer ?? '').sentences.flatMap(({ acts }) => acts);
    return this.customerRead;
  }

  /** Judges the next sentence. */
  sentence(reading: SentenceReading): void {
    this.foreign += reading.sentence.foreign;
    // Most replies are one sentence: a list of one is made at once, and only a longer one grows.
    if (this.readings.length === 0) this.readings = [reading];
    else this.readings.push(reading);
    const details = this.context.channel === 'public' ? readPrivateDetails(reading.sentence) : NO_ACTS;
    if (details !== NO_ACTS) this.details[this.readings.length - 1] = details;
    this.judgeAll(this.full ? reading.acts : reading.watched);
    this.judgeAll(details);
    if (!this.absenceJudged) this.judgeAbsence(false);
  }

  private judgeAll(acts: readonly Act[]): void {
    for (let at = 0; at < acts.length; at++) {
      const act = acts[at]!;
      this.judged.push(act);
      this.judge(act, false);
      if (this.engine.rulesFor(act.type.name, true) !== NO_RULES) this.waiting.push(act);
    }
  }

  /** Ends the reply: judges what needs the whole of it. */
  end(): void {
    for (const act of this.waiting) this.judge(act, true);
    if (!this.absenceJudged) this.judgeAbsence(true);
  }

  private judge(act: Act, whole: boolean): void {
    const rules = this.engine.rulesFor(act.type.name, whole);
    for (let at = 0; at < rules.length; at++) {
      const rule = rules[at]!;
      if (this.ignores(rule)) continue;
      if (this.isOff(rule)) {
        this.silent(rule, act, 'switched-off');
        continue;
      }
      const excuse = excuseOf(rule, act, this);
      const outcome: Outcome<Category> = excuse ?? MEASURES[rule.category](rule, act, this);
      if ('excusedBy' in outcome) {
        if (outcome.excusedBy === 'within-policy') this.measured.push({ category: rule.category, act });
        this.silent(rule, act, outcome.excusedBy, outcome.cue);
      }
      else this.hits.push({ rule, act, borderline: outcome.borderline === true, facts: outcome.facts });
    }
  }

  private silent(rule: Rule, act: Act, by: string, cue?: Silence['cue'] | null): void {
    if (this.options.explain === true) this.silences.push({ rule, act, by, ...(cue == null ? {} : { cue }) });
  }

  private judgeAbsence(complete: boolean): void {
    const rule = this.engine.absence;
    const absence = rule && detectNoApologyAbsence(rule, this, complete);
    if (rule === undefined || absence === undefined) return;
    this.absenceJudged = true;
    if (absence === 'settled') return;
    const { start, end, borderline = false } = absence;
    this.hits.push({ rule, place: { start, end }, borderline, facts: {} });
  }

  private ignores(rule: Rule): boolean {
    return this.options.only !== undefined && rule.category !== this.options.only;
  }

  /** Whether the policy has switched a rule off. */
  isOff({ category, id }: Rule): boolean {
    const { off } = this.policy;
    return off.length > 0 && (off.includes(category) || off.includes(id));
  }
}
