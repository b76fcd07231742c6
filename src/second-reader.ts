import type { Engine } from './engine.ts';
import type { Sentence } from './reading/reading.ts';
import type { Finding, Report } from './report.ts';
import type { Run } from './run.ts';
import type { Language, Severity } from './types.ts';

/** What a second reader makes of a reply. */
export interface Opinion {
  /** What the rules missed. */
  readonly found: readonly Finding[];
  /** Findings of the rules that it does not believe; they report at `info`. */
  readonly doubted: readonly Finding[];
}

/** A second reader that follows a reply while it is being written. */
export interface Watch {
  /**
   * Takes the next sentence.
   *
   * @returns Before which place of the caller's string nothing will be found, whatever follows; it never falls.
   */
  read(sentence: Sentence): number;
  /** Whether it will not doubt a finding of the rules, whatever follows, so that a stream need not wait to tell it. Default: never. */
  believes?(finding: Finding): boolean;
}

/** A second opinion on a reply, e.g. the learned reader of `replyguard/learned`. */
export interface SecondReader {
  /** The highest severity of what it finds: a stream waits for the end of the reply if that is a violation. Default `block`. */
  readonly raises?: Severity;
  /**
   * @param run What the rules read.
   * @param engine The engine that read it.
   * @param report What the rules found.
   * @param language Language of messages.
   */
  read(run: Run, engine: Engine, report: Report, language: Language): Opinion;
  /** Begins to follow a reply that is being written. Default: streams wait for the end, see `raises`. */
  watch?(run: Run, engine: Engine): Watch;
}
