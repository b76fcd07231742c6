import type { Act } from './acts/act.ts';
import { readPrivateDetails } from './acts/private-details.ts';
import type { ResolvedContext } from './context/context.ts';
import { excuseOf } from './detectors/detector.ts';
import type { Judgement, Outcome } from './detectors/detector.ts';
import { MEASURES } from './detectors/measures.ts';
import { detectNoApologyAbsence } from './detectors/no-apology.ts';
import { Recall } from './detectors/recall.ts';
import type { Engine } from './engine.ts';
import type { Policy } from './policy/policy.ts';
import type { Sentence, Token } from './reading/reading.ts';
import type { Rule } from './rules/rule.ts';
import type { SentenceReading } from './sentence-reading.ts';
import type { Category } from './types.ts';

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

const NO_ACTS: readonly Act[] = [];

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
    this.full = this.explains || engine.opens(context);
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

  /** Whether acts of all these types are among the watched. */
  watches(names: readonly string[]): boolean {
    return this.engine.watches(names);
  }

  get explains(): boolean {
    return this.options.explain === true;
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
      if (this.engine.rulesFor(act.type.name, true).length > 0) this.waiting.push(act);
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
      if (this.ignores(rule) || (!this.full && this.engine.isGated(rule))) continue;
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
    if (this.explains) this.silences.push({ rule, act, by, ...(cue == null ? {} : { cue }) });
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
