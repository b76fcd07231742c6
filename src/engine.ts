import type { Act } from './acts/act.ts';
import { ActReader } from './acts/frames.ts';
import type { ActDefinition } from './acts/frames.ts';
import { readPrivateDetails } from './acts/private-details.ts';
import type { ResolvedContext } from './context/context.ts';
import { excuseOf } from './detectors/detector.ts';
import type { Judgement, Outcome } from './detectors/detector.ts';
import { MEASURES } from './detectors/measures.ts';
import { detectNoApologyAbsence } from './detectors/no-apology.ts';
import type { LanguagePack } from './lexicon/pack.ts';
import { Lexicon } from './lexicon/lexicon.ts';
import type { Policy } from './policy/policy.ts';
import type { QuantityPack } from './quantity/quantity.ts';
import { Reader } from './reading/reader.ts';
import { QUANTITY_CONCEPTS } from './reading/reading.ts';
import type { Sentence } from './reading/reading.ts';
import type { Rule } from './rules/rule.ts';
import { CUES } from './acts/modifiers.ts';
import type { Category } from './types.ts';

/** Everything that an engine is made of: data only. */
export interface EngineData {
  readonly packs: readonly LanguagePack[];
  readonly quantities: readonly QuantityPack[];
  readonly acts: readonly ActDefinition[];
  readonly rules: readonly Rule[];
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
  readonly cue?: { readonly start: number; readonly end: number; readonly concepts: readonly number[]; readonly speech: 'own' | 'quoted' | 'cited' };
}

/** Reads and judges sentence by sentence; shared by every guard with the same data, and without state of its own. */
export class Engine {
  readonly lexicon: Lexicon;
  readonly rules: readonly Rule[];
  private readonly reader: Reader;
  private readonly actReader: ActReader;
  private readonly byAct = new Map<string, Rule[]>();
  private readonly absenceRule: Rule | undefined;

  constructor(data: EngineData) {
    this.lexicon = new Lexicon(data.packs, [...QUANTITY_CONCEPTS, ...CUES]);
    this.reader = new Reader(this.lexicon, data.quantities);
    this.actReader = new ActReader(data.acts, this.lexicon);
    this.rules = data.rules;
    for (const rule of data.rules) {
      for (const name of rule.acts) {
        const rules = this.byAct.get(name);
        if (rules === undefined) this.byAct.set(name, [rule]);
        else rules.push(rule);
      }
    }
    this.absenceRule = data.rules.find((rule) => rule.category === 'no-apology' && rule.acts.length === 0);
  }

  /** Starts the check of one reply. */
  begin(policy: Policy, context: ResolvedContext, explain = false): Run {
    return new Run(this, policy, context, explain);
  }

  /** Reads one sentence and its acts. */
  read(original: string, offset: number, index: number, context: ResolvedContext): { sentence: Sentence; acts: Act[] } {
    const sentence = this.reader.read(original, offset, index);
    const acts = this.actReader.read(sentence);
    if (context.channel === 'public') acts.push(...readPrivateDetails(sentence));
    return { sentence, acts };
  }

  /** The rules that watch for an act. */
  rulesFor(act: string): readonly Rule[] {
    return this.byAct.get(act) ?? NO_RULES;
  }

  /** The rule for the absence of an apology. */
  get absence(): Rule | undefined {
    return this.absenceRule;
  }
}

const NO_RULES: readonly Rule[] = [];

/** The check of one reply, sentence by sentence. */
export class Run implements Judgement {
  readonly policy: Policy;
  readonly context: ResolvedContext;
  readonly acts: Act[] = [];
  readonly sentences: Sentence[] = [];
  readonly hits: Hit[] = [];
  /** Filled only when the run explains. */
  readonly silences: Silence[] = [];
  private readonly engine: Engine;
  private readonly explain: boolean;
  private absenceJudged = false;

  constructor(engine: Engine, policy: Policy, context: ResolvedContext, explain: boolean) {
    this.engine = engine;
    this.policy = policy;
    this.context = context;
    this.explain = explain;
  }

  /** Reads and judges the next sentence. */
  sentence(original: string, offset: number): void {
    const { sentence, acts } = this.engine.read(original, offset, this.sentences.length, this.context);
    this.sentences.push(sentence);
    for (const act of acts) this.acts.push(act);
    for (const act of acts) this.judge(act, false);
    this.judgeAbsence(false);
  }

  /** Ends the reply: judges what needs the whole of it. */
  end(): void {
    for (const act of this.acts) this.judge(act, true);
    this.judgeAbsence(true);
  }

  private judge(act: Act, whole: boolean): void {
    const rules = this.engine.rulesFor(act.type.name);
    for (const rule of rules) {
      if ((rule.scope === 'reply') !== whole) continue;
      if (this.policy.off.includes(rule.category) || this.policy.off.includes(rule.id)) {
        this.silent(rule, act, 'switched-off');
        continue;
      }
      const excuse = excuseOf(rule, act, this);
      const outcome: Outcome<Category> = excuse ?? MEASURES[rule.category](rule, act, this);
      if ('excusedBy' in outcome) this.silent(rule, act, outcome.excusedBy, outcome.cue);
      else this.hits.push({ rule, act, borderline: outcome.borderline === true, facts: outcome.facts });
    }
  }

  private silent(rule: Rule, act: Act, by: string, cue?: Silence['cue'] | null): void {
    if (this.explain) this.silences.push({ rule, act, by, ...(cue == null ? {} : { cue }) });
  }

  private judgeAbsence(complete: boolean): void {
    const rule = this.engine.absence;
    if (rule === undefined || this.absenceJudged || this.policy.off.includes(rule.category) || this.policy.off.includes(rule.id)) return;
    const absence = detectNoApologyAbsence(rule, this, complete);
    if (absence === undefined) {
      return;
    }
    this.absenceJudged = true;
    const { start, end, borderline = false } = absence;
    this.hits.push({ rule, place: { start, end }, borderline, facts: {} });
  }
}
