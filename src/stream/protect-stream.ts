import type { Context } from '../context/index.ts';
import type { Guard } from '../guard.ts';
import type { Report } from '../report.ts';
import { retry } from './outcome.ts';
import type { Protected, Protection, ProtectOptions, Regenerate } from './outcome.ts';
import { refuseFaultyOptions } from './faulty-options.ts';
import { replacementFor } from './replacement.ts';
import { reasonOf } from './speech.ts';
import type { ReplyStream } from './stream.ts';
import { DEFAULT_FAIL_ON, ViolationError, violates } from './violation.ts';

/** What became of a streamed reply; `text` is all that went out. */
export interface StreamResult extends Protected {
  /** What goes out last, after what was released before. */
  readonly release: string;
}

/** A reply that is protected while it is being written. */
export interface ProtectedStream {
  /** Whether a violation is known: nothing more is released until the end, and the model may as well be stopped. */
  readonly violated: boolean;
  /** What has gone out. */
  readonly released: string;
  /**
   * Takes the next piece of the reply and gives what may go out: clean sentences; under `report`, whatever came.
   *
   * @throws ViolationError under `throw`, as soon as a violation is known.
   */
  push(delta: string): string;
  /**
   * Ends the reply; under `retry` as under `replace`.
   *
   * @throws ViolationError under `throw`.
   */
  end(): StreamResult;
  /**
   * Ends the reply; under `retry`, asks for other replies, if nothing has gone out that would stand beside them.
   *
   * @param regenerate Asks for another reply; without it, as `end`. What it throws is thrown on.
   * @throws ViolationError under `throw`.
   */
  finish(regenerate?: Regenerate): Promise<StreamResult>;
}

/**
 * Protects a reply that comes in pieces. What goes out in all passes the check, unless `report` or a failing check let it out.
 *
 * @throws InputError if an option is wrong.
 */
export function protectStream(guard: Guard, context?: Context, options: ProtectOptions = {}): ProtectedStream {
  refuseFaultyOptions(options);
  return protectPieces(guard, context, options);
}

/** As {@link protectStream}, for adapters, whose options have been looked at and hold more than how to protect. */
export function protectPieces(guard: Guard, context: Context | undefined, options: ProtectOptions): ProtectedStream {
  return new StreamProtection(guard, context, options);
}

class StreamProtection implements ProtectedStream, Protection {
  readonly guard: Guard;
  readonly context: Context | undefined;
  readonly options: ProtectOptions;
  private readonly stream: ReplyStream | undefined;
  private received = '';
  released = '';
  /** Why the check failed. */
  private error: string | undefined;

  constructor(guard: Guard, context: Context | undefined, options: ProtectOptions) {
    this.guard = guard;
    this.context = context;
    this.options = options;
    // Under `report` nothing waits.
    const { maxHeld, failOn } = options;
    const held = options.onViolation === 'report' ? Infinity : maxHeld;
    this.stream = this.attempt(() =>
      guard.stream(context, { ...(failOn === undefined ? {} : { failOn }), ...(held === undefined ? {} : { maxHeld: held }) }),
    );
  }

  get violated(): boolean {
    return this.stream?.violated === true;
  }

  push(delta: string): string {
    const failedBefore = this.error !== undefined;
    this.received += delta;
    if (failedBefore) return this.send(this.isOpen() ? delta : '');
    const step = this.attempt(() => this.stream?.push(delta));
    if (step === undefined) return this.send(this.isOpen() ? this.unsent() : '');
    const { onViolation } = this.options;
    if (onViolation === 'throw' && this.stream?.violated === true) throw this.violation(this.stream.soFar());
    return this.send(onViolation === 'report' ? delta : step.release);
  }

  end(): StreamResult {
    const settled = this.settle();
    return 'outcome' in settled ? settled : this.replaced(settled);
  }

  async finish(regenerate?: Regenerate): Promise<StreamResult> {
    const settled = this.settle();
    if ('outcome' in settled) return settled;
    if (this.options.onViolation !== 'retry' || regenerate === undefined || this.released !== '') return this.replaced(settled);
    const result = await retry(this, this.received, settled, regenerate);
    return { ...result, release: this.send(result.text) };
  }

  /** What became of the reply; its report where it has a violation that is not to be sent. */
  private settle(): StreamResult | Report {
    const end = this.error === undefined ? this.attempt(() => this.stream?.end()) : undefined;
    if (end === undefined) return this.failed();
    const { report } = end;
    const { failOn = DEFAULT_FAIL_ON, onViolation } = this.options;
    if (!violates(report.verdict, failOn)) return this.result('passed', this.unsent(), report);
    if (onViolation === 'report') return this.result('reported', this.unsent(), report);
    if (onViolation === 'throw') throw this.violation(report);
    return report;
  }

  private replaced(report: Report): StreamResult {
    const { text, error } = replacementFor(this.guard, { released: this.released, held: this.unsent(), report }, this.context, this.options);
    return this.result(error === undefined ? 'replaced' : 'failed-closed', text, report, error);
  }

  private failed(): StreamResult {
    const { error } = this;
    if (this.isOpen()) return this.result('failed-open', this.unsent(), null, error);
    const unsent = { released: this.released, held: this.unsent(), report: null };
    return this.result('failed-closed', replacementFor(this.guard, unsent, this.context, this.options).text, null, error);
  }

  private result(outcome: Protected['outcome'], rest: string, report: Report | null, error?: string): StreamResult {
    const release = this.send(rest);
    return { text: this.released, outcome, report, attempts: 1, release, ...(error === undefined ? {} : { error }) };
  }

  private violation(report: Report): ViolationError {
    return new ViolationError(report, this.options.failOn ?? DEFAULT_FAIL_ON, this.released !== '');
  }

  /** Whether unchecked text may go out; never where a violation is known. */
  private isOpen(): boolean {
    return this.options.onError === 'open' && !this.violated;
  }

  private unsent(): string {
    return this.received.slice(this.released.length);
  }

  private send(text: string): string {
    this.released += text;
    return text;
  }

  /** Tries a part of the check; `undefined` if it fails, and then it is not tried again. */
  private attempt<Value>(part: () => Value): Value | undefined {
    try {
      return part();
    } catch (error) {
      this.error = reasonOf(error);
      return undefined;
    }
  }
}
