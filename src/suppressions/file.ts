import * as z from 'zod/mini';
import { DataError, throwFaults } from '../errors.ts';
import { faultsOf } from '../policy/faults.ts';
import type { SuppressionEntry } from './entry.ts';

const entrySchema = z.strictObject({
  count: z.int('a whole number of 1 or more').check(z.minimum(1, 'a whole number of 1 or more')),
  since: z.string().check(z.regex(/^\d{4}-\d\d-\d\d$/, 'a day as YYYY-MM-DD')),
});

/** A suppressions file: file → reply → rule → count. */
export const suppressionsSchema = z.strictObject({
  $schema: z.optional(z.string()),
  version: z.literal(1),
  files: z.record(z.string(), z.record(z.string(), z.record(z.string(), entrySchema))),
});

/**
 * Reads the text of a suppressions file.
 *
 * @throws DataError with each fault's path: for text that is no JSON, e.g. with the marks of a merge conflict, too.
 */
export function parseSuppressions(text: string): SuppressionEntry[] {
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    const expected = /^<{7} |^>{7} /m.test(text) ? 'JSON, without the marks of a merge conflict' : 'JSON';
    throw new DataError([{ path: '', expected }]);
  }
  const result = z.safeParse(suppressionsSchema, value);
  if (!result.success) {
    throwFaults(DataError, faultsOf(result.error.issues));
    return [];
  }
  return Object.entries(result.data.files).flatMap(([file, replies]) =>
    Object.entries(replies).flatMap(([reply, rules]) =>
      Object.entries(rules).map(([rule, { count, since }]) => ({ file, reply, rule, count, since })),
    ),
  );
}

/**
 * The text of a suppressions file. The same entries give the same text: names are sorted, and each entry has a line of its own, so
 * that two branches that accept different findings merge.
 */
export function formatSuppressions(entries: readonly SuppressionEntry[]): string {
  const files = grouped(entries, ({ file }) => file).map(([file, ofFile]) => {
    const replies = grouped(ofFile, ({ reply }) => reply).map(([reply, ofReply]) => {
      const rules = [...ofReply]
        .sort((a, b) => compare(a.rule, b.rule))
        .map(({ rule, count, since }) => `        ${JSON.stringify(rule)}: { "count": ${count}, "since": ${JSON.stringify(since)} }`);
      return block(6, reply, rules);
    });
    return block(4, file, replies);
  });
  const body = files.length === 0 ? '{}' : `{\n${files.join(',\n')}\n  }`;
  return `{\n  "version": 1,\n  "files": ${body}\n}\n`;
}

function block(indent: number, name: string, lines: readonly string[]): string {
  const blanks = ' '.repeat(indent);
  return `${blanks}${JSON.stringify(name)}: {\n${lines.join(',\n')}\n${blanks}}`;
}

function grouped(entries: readonly SuppressionEntry[], nameOf: (entry: SuppressionEntry) => string): [string, SuppressionEntry[]][] {
  const groups = new Map<string, SuppressionEntry[]>();
  for (const entry of entries) {
    const group = groups.get(nameOf(entry));
    if (group) group.push(entry);
    else groups.set(nameOf(entry), [entry]);
  }
  return [...groups].sort(([a], [b]) => compare(a, b));
}

/** By code units: the same order in every locale. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
