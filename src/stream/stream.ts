import { Collector, severityOf, specificFirst } from '../collector.ts';
import type { ResolvedContext } from '../context/context.ts';
import type { Engine } from '../engine.ts';
import { InputError, ReplyguardError } from '../errors.ts';
import type { Policy } from '../policy/policy.ts';
import type { Finding, Report } from '../report.ts';
import { languageFor, reportOf } from '../reporting.ts';
import type { Run } from '../run.ts';
import type { SecondReader, Watch } from '../second-reader.ts';
import { Outbox } from './outbox.ts';
import { Pending } from './pending.ts';
import { Splitter } from './splitter.ts';
import { DEFAULT_FAIL_ON, violates, violationsOf } from './violation.ts';
import type { FailOn } from './violation.ts';

/** How a stream holds back. */
export interface StreamOptions {
  /** A finding of this severity or above is a violation: the text from its sentence on is not released. Default `block`. */
  readonly failOn?: FailOn;
  /** How many UTF-16 code units may wait for a verdict. Default 2000. */
  readonly maxHeld?: number;
}

/** What a piece of text brought. */
export interface StreamStep {
  /** Text that may go out: nothing that follows can turn it into a violation. Often empty. */
  readonly release: string;
  /** What was found for good with this step; messages are in the language of the text so far. */
  readonly findings: readonly Finding[];
}

/** What the end brought. */
export interface StreamEnd extends StreamStep {
  /** The same report as `check` gives of the whole. */
  readonly report: Report;
  /** Text that was never released: the rest of the reply, from the sentence with the first violation on. */
  readonly held: string;
}

/** The check of one reply while it is being written. */
export interface ReplyStream {
  /** Whether a violation is known: nothing more is released. */
  readonly violated: boolean;
  /**
   * Takes the next piece of the reply; pieces may be cut anywhere.
   *
   * @throws InputError if it is no string, or comes after the end. HeldError if more than `maxHeld` waits for a verdict.
   */
  push(delta: string): StreamStep;
  /** What the rules have found so far, as a report. */
  soFar(): Report;
  /** Ends the reply. */
  end(): StreamEnd;
}

/** More text than allowed waits for a verdict. */
export class HeldError extends ReplyguardError {
  override readonly name = 'HeldError';
}

/** How much text may wait where the caller says nothing. */
export const DEFAULT_MAX_HELD = 2000;

/** Starts the check of a reply that comes in pieces. */
export function streamOf(
  engine: Engine,
  policy: Policy,
  context: ResolvedContext,
  options: StreamOptions = {},
  second?: SecondReader,
): ReplyStream {
  return new SentenceStream(engine, policy, context, options, second);
}

/** Reads and judges each sentence once, when it is complete. */
class SentenceStream implements ReplyStream {
  private readonly engine: Engine;
  private readonly run: Run;
  private readonly second: SecondReader | undefined;
  private readonly failOn: FailOn;
  private readonly maxHeld: number;
  private readonly splitter = new Splitter();
  private readonly pending: Pending;
  private readonly collector: Collector;
  private readonly outbox = new Outbox();
  /** How much came. */
  private length = 0;
  /** How many of the run's hits were looked at. */
  private seen = 0;
  private readonly told = new Set<string>();
  /** Where the first sentence with a violation of a rule starts, though the second reader may yet doubt it. */
  private barrier = Infinity;
  /** Findings that the second reader may yet doubt. */
  private waiting: readonly Finding[] = [];
  /** Whether the second reader may raise violations of its own. */
  private readonly mayRaise: boolean;
  /** The second reader as it follows the reply: where it may raise violations, or a violation waits for it. */
  private watch: Watch | undefined;
  /** How many sentences it has taken. */
  private followed = 0;
  /** Before which place the second reader will raise no violation. */
  private quiet: number;
  private ended = false;
  violated = false;

  constructor(engine: Engine, policy: Policy, context: ResolvedContext, options: StreamOptions, second: SecondReader | undefined) {
    const { failOn = DEFAULT_FAIL_ON, maxHeld = DEFAULT_MAX_HELD } = options;
    this.engine = engine;
    this.run = engine.begin(policy, context);
    this.second = second;
    this.failOn = failOn;
    this.maxHeld = maxHeld;
    this.pending = new Pending(engine, this.run, failOn);
    this.collector = new Collector(engine, policy);
    this.mayRaise = second !== undefined && violates(second.raises ?? 'block', failOn);
    this.watch = this.mayRaise ? second?.watch?.(this.run, engine) : undefined;
    this.quiet = this.mayRaise ? 0 : Infinity;
  }

  push(delta: string): StreamStep {
    if (typeof delta !== 'string') throw new InputError([{ path: 'delta', expected: 'a string' }]);
    if (this.ended) throw new InputError([{ path: 'delta', expected: 'nothing after the end' }]);
    this.length += delta.length;
    if (this.splitter.push(delta) && this.judge(delta, false)) {
      const step = this.take();
      // What a step brings must not be lost; that too much waits is told with the next one.
      if (step.release !== '' || step.findings.length > 0) return step;
    }
    if (this.length - this.outbox.released > this.maxHeld) this.refuseTooMuch();
    return NOTHING;
  }

  soFar(): Report {
    return reportOf(this.engine, this.run, this.outbox.text, undefined);
  }

  end(): StreamEnd {
    if (this.ended) throw new InputError([{ path: 'delta', expected: 'one end' }]);
    this.ended = true;
    const { outbox } = this;
    this.judge('', true);
    this.splitter.close();
    this.run.end();
    const report = reportOf(this.engine, this.run, outbox.text, this.second);
    this.violated = violates(report.verdict, this.failOn);
    const findings = report.findings.filter((finding) => !this.told.has(nameOf(finding)));
    this.waiting = NO_FINDINGS;
    this.collect();
    const release = outbox.release(this.violated ? this.firstViolation(report) : Infinity);
    return { release, findings, report, held: outbox.text.slice(outbox.released) };
  }

  private take(): StreamStep {
    const findings = this.collect();
    return { release: this.outbox.release(Math.min(this.barrier, this.quiet, this.pending.start())), findings };
  }

  private refuseTooMuch(): void {
    if (this.barrier < Infinity) return;
    throw new HeldError([{ path: 'delta', expected: `at most ${this.maxHeld} characters that wait for a verdict` }]);
  }

  /** Judges the sentences that are complete with the last piece; returns whether there were any. */
  private judge(last: string, complete: boolean): boolean {
    const { outbox, splitter } = this;
    const before = outbox.size;
    for (let sentence = splitter.next(last, complete); sentence !== undefined; sentence = splitter.next(last, complete)) {
      // As in the whole text, spaces after the last sentence are no sentence of their own.
      if (sentence.trim() !== '') {
        const reading = this.engine.readSentence(sentence, outbox.text.length, outbox.size, splitter.text);
        this.run.sentence(reading);
        if (this.mayRaise) this.follow();
      }
      outbox.add(sentence);
    }
    return outbox.size > before;
  }

  /** Turns new hits into findings; keeps back those that the second reader may yet doubt, until it will not. */
  private collect(): readonly Finding[] {
    const { run, collector, second } = this;
    const { text } = this.outbox;
    if (this.seen === run.hits.length && this.waiting.length === 0) return NO_FINDINGS;
    // Putting the text together costs as much as it is long; done for the findings of a report, and no oftener.
    const language = collector.full || this.seen === run.hits.length ? run.policy.language : languageFor(run, text);
    const found: Finding[] = [];
    const hits = specificFirst(run.hits.slice(this.seen));
    this.seen = run.hits.length;
    for (const hit of hits) {
      const before = collector.findings.length;
      collector.add(hit, text, language);
      const finding = collector.findings[before];
      if (finding !== undefined) found.push(finding);
      if (!violates(severityOf(hit, run.policy), this.failOn)) continue;
      this.barrier = Math.min(this.barrier, hit.act?.sentence.offset ?? 0);
      this.violated ||= second === undefined;
    }
    return second === undefined ? this.tell(found) : this.believed(second, found);
  }

  /** Tells those findings that the second reader will not doubt, and keeps the others. */
  private believed(second: SecondReader, found: readonly Finding[]): readonly Finding[] {
    const violating = (finding: Finding): boolean => violates(finding.severity, this.failOn);
    if (found.some(violating)) this.watch ??= second.watch?.(this.run, this.engine);
    // What it believes of a sentence it knows when the next ones are there.
    if (this.waiting.some(violating)) this.follow();
    const sure: Finding[] = [];
    const unsure: Finding[] = [];
    for (const finding of [...this.waiting, ...found]) {
      const believed = finding.severity === 'info' || this.watch?.believes?.(finding) === true;
      (believed ? sure : unsure).push(finding);
      this.violated ||= believed && violating(finding);
    }
    this.waiting = unsure;
    return this.tell(sure);
  }

  /** Gives the second reader the sentences that it has not taken yet. */
  private follow(): void {
    const { watch } = this;
    if (watch === undefined) return;
    const { sentences } = this.run;
    for (; this.followed < sentences.length; this.followed++) {
      const quiet = watch.read(sentences[this.followed]!);
      if (this.mayRaise) this.quiet = quiet;
    }
  }

  private tell(findings: readonly Finding[]): readonly Finding[] {
    for (const finding of findings) this.told.add(nameOf(finding));
    return findings;
  }

  /** Where the sentence with the first violation starts. */
  private firstViolation(report: Report): number {
    const starts = violationsOf(report, this.failOn).map(({ start }) => this.sentenceAt(start));
    // Of violations beyond the hundredth finding only the place of the hit is known.
    return Math.min(...starts, report.truncated === true ? this.barrier : Infinity);
  }

  private sentenceAt(place: number): number {
    let start = 0;
    for (const { offset } of this.run.sentences) if (offset <= place) start = offset;
    return start;
  }
}

const NO_FINDINGS: readonly Finding[] = [];
const NOTHING: StreamStep = { release: '', findings: NO_FINDINGS };

/** A finding by what does not depend on the language of its message. */
function nameOf({ rule, start, end }: Finding): string {
  return `${rule}@${start}-${end}`;
}
