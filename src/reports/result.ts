import type { Report } from '../report.ts';
import type { Rule } from '../rules/rule.ts';
import type { Language, Verdict } from '../types.ts';

/** A JSON string in its line. */
export interface EscapedText {
  /** Column of the first character inside the quotes, from 1. */
  readonly column: number;
  /** What stands between the quotes, escapes as they are. */
  readonly text: string;
}

/** Where a reply stands. */
export interface Place {
  /** What results call its source: a file's path, or a name such as `(stdin)`. */
  readonly source: string;
  /** False where `source` is no file, so that nothing can point into it. Default: true. */
  readonly file?: boolean | undefined;
  /** Its line there, from 1; absent where the whole source is the reply. */
  readonly line?: number | undefined;
  /**
   * False where the reply stands in the source in another form (inside JSON or a spreadsheet), so that its columns are not those of
   * the line. Default: true.
   */
  readonly verbatim?: boolean | undefined;
  /** Where `verbatim` is false: the reply as a JSON string of the line, if it stands there; else no columns are known. */
  readonly escaped?: EscapedText | undefined;
  /** Its id, as a person writes it. */
  readonly id?: string | undefined;
}

/** A finding that an entry of the suppressions file covers. */
export interface Suppressed {
  /** The day on which it was accepted, `YYYY-MM-DD`. */
  readonly since: string;
}

/** A reply that was checked: what reports are made of. */
export interface CheckedReply extends Place {
  /** The reply itself. */
  readonly reply: string;
  /** What the guard says; offsets count in `reply`. */
  readonly report: Report;
  /** Who wrote it. */
  readonly agent?: string | undefined;
  /** The product that it is about. */
  readonly product?: string | undefined;
  /** When it was written, `YYYY-MM-DD`. */
  readonly day?: string | undefined;
  /** For each finding, in order, the entry that covers it; absent where no suppressions file is in use. */
  readonly suppressed?: readonly (Suppressed | undefined)[] | undefined;
}

/** A reply that could not be checked. */
export interface FailedReply extends Place {
  /** `path: what was expected`. */
  readonly error: string;
}

/** One way of writing results down. Each method gives the text to append, possibly none; they are called in this order. */
export interface Renderer {
  begin(): string;
  /** Called for each reply, clean ones too. */
  checked(reply: CheckedReply): string;
  failed(reply: FailedReply): string;
  end(): string;
}

/** What the renderers take; each names the options that it heeds. */
export interface RenderOptions {
  /** Language of headings and rules; messages come in the language that the report has. Default: `en`. */
  readonly language?: Language;
  /** Rules of the shop's own, so that their texts can be shown beside the library's. Default: none. */
  readonly rules?: readonly Rule[];
  /** At most so many findings are written down; the rest is counted, and the document says so. Default: 5000. */
  readonly maxFindings?: number;
}

/** Findings written down where nobody says otherwise: as many as GitHub's code scanning shows. */
export const MAX_FINDINGS = 5000;

/** The verdict that counts: of the findings that are not suppressed. */
export function openVerdict({ report, suppressed }: Pick<CheckedReply, 'report' | 'suppressed'>): Verdict {
  if (suppressed === undefined) return report.verdict;
  const severities = new Set(report.findings.filter((_, index) => !suppressed[index]).map(({ severity }) => severity));
  return severities.has('block') ? 'block' : severities.has('warn') ? 'warn' : 'pass';
}
