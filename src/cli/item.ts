import type { Explanation, Report, Severity } from '../index.ts';

/** A reply that was checked. */
export interface CheckedItem {
  /** Where it came from: a file's path, `(stdin)` or `(text)`. */
  readonly source: string;
  /** Its line there, from 1; absent where the whole source is one reply. */
  readonly line?: number | undefined;
  /** Its `id` as JSON text, exactly as it came. */
  readonly identity?: string | undefined;
  /** The reply itself. */
  readonly reply: string;
  /** What the guard says. */
  readonly report: Report;
  /** What was read and what was excused; only if it was asked for. */
  readonly explanation?: Explanation | undefined;
}

/** A line that could not be checked. */
export interface FailedItem {
  readonly source: string;
  /** Its line, from 1. */
  readonly line: number;
  /** Its `id` as JSON text, if it could be read. */
  readonly identity?: string | undefined;
  /** `path: what was expected`. */
  readonly error: string;
}

/** What happened so far. */
export interface Tally {
  /** Replies checked, by verdict. */
  readonly verdicts: Record<'pass' | 'warn' | 'block', number>;
  /** Findings, by severity. */
  readonly findings: Record<Severity, number>;
  /** Lines that could not be checked. */
  failed: number;
}

/** One way of printing results. Every method gives the text to print, possibly none. */
export interface Format {
  begin(): string;
  checked(item: CheckedItem): string;
  failed(item: FailedItem): string;
  end(tally: Tally): string;
}
