import type { Explanation, Report, Severity } from '../index.ts';
import type { EscapedText, Suppressed } from '../reports/index.ts';

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
  /** What the guard says; without the findings that are suppressed. */
  readonly report: Report;
  /** Where a suppressions file is in use: all that the guard says, and the entry of each finding that is covered. */
  readonly suppression?: { readonly whole: Report; readonly covered: readonly (Suppressed | undefined)[] } | undefined;
  /** False where `source` is no file. */
  readonly file: boolean;
  /** False where the reply stands inside JSON, so that its columns are not those of the line. */
  readonly verbatim: boolean;
  /** Where it is inside JSON: as it is written there. */
  readonly escaped?: EscapedText | undefined;
  /** Who wrote it, about which product, and when, if its line says so. */
  readonly agent?: string | undefined;
  readonly product?: string | undefined;
  readonly day?: string | undefined;
  /** What was read and what was excused; only if it was asked for. */
  readonly explanation?: Explanation | undefined;
}

/** A line that could not be checked. */
export interface FailedItem {
  readonly source: string;
  /** False where `source` is no file. */
  readonly file: boolean;
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
  /** Findings that the suppressions file covers, and the age of the oldest entry in days; null where none is. */
  suppressed: { readonly findings: number; readonly days: number } | null;
}

/** One way of printing results. Every method gives the text to print, possibly none. */
export interface Format {
  begin(): string;
  checked(item: CheckedItem): string;
  failed(item: FailedItem): string;
  end(tally: Tally): string;
}
