import type { Finding } from '../report.ts';
import { fingerprint } from '../reports/fingerprint.ts';

/** So many findings of a rule are accepted in a reply. */
export interface SuppressionEntry {
  /** The source, relative to the suppressions file, with `/`. */
  readonly file: string;
  /** The reply in it, see {@link replyKey}. */
  readonly reply: string;
  /** Id of the rule. */
  readonly rule: string;
  /** How many findings, at least 1. */
  readonly count: number;
  /** The day on which they were accepted, `YYYY-MM-DD`. */
  readonly since: string;
}

/** A reply with its findings, as the suppressions know it. */
export interface ReplyFindings {
  readonly file: string;
  readonly reply: string;
  readonly findings: readonly Pick<Finding, 'rule' | 'severity'>[];
}

/** What names a reply inside its file. */
export interface ReplyIdentity {
  /** Its own id in the data. */
  readonly id?: string | undefined;
  /** Whether the file is this one reply, so that its text may change. */
  readonly wholeFile: boolean;
  readonly text: string;
}

/**
 * The key of a reply in its file: its id, `file` where the file holds nothing else, or a fingerprint of its text; never its line,
 * which shifts. The text itself, which may hold a customer's details, does not get into the suppressions file.
 */
export function replyKey({ id, wholeFile, text }: ReplyIdentity): string {
  if (id !== undefined) return `id:${id}`;
  return wholeFile ? 'file' : `text:${fingerprint(text)}`;
}

/** The key of an entry, for maps. */
export function entryKey({ file, reply, rule }: Pick<SuppressionEntry, 'file' | 'reply' | 'rule'>): string {
  return JSON.stringify([file, reply, rule]);
}

/** How many findings of each rule there are. */
export function countByRule(findings: readonly Pick<Finding, 'rule'>[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { rule } of findings) counts.set(rule, (counts.get(rule) ?? 0) + 1);
  return counts;
}
