/** Writes `src/generated/decisions.ts`, the decision table as data, from `rules/decisions/*.yml`. */
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import * as z from 'zod/mini';
import { describeFault } from '../src/errors.ts';
import { compileTable } from '../src/decision/compile.ts';
import type { DecisionRow } from '../src/decision/table.ts';
import { STAGES, rowSchema } from '../src/decision/table.ts';
import { faultsOf } from '../src/policy/faults.ts';

const root = fileURLToPath(new URL('../', import.meta.url));
const folder = `${root}rules/decisions`;
const TEMPLATE = '{issue}';

const fileSchema = z.strictObject({
  stage: z.enum(STAGES),
  rows: z.array(z.looseObject({ id: z.string(), over: z.optional(z.array(z.string())) })),
});

type FileRow = z.infer<typeof fileSchema>['rows'][number];

/** The rows of one file, each `{issue}` written out. */
function rowsOf(file: string): unknown[] {
  const { stage, rows } = checked(fileSchema, parse(readFileSync(`${folder}/${file}`, 'utf8')), file);
  const written = rows.flatMap((row) => issuesOf(row).map((issue) => ({ ...writeOut(row, issue), stage })));
  const ids = new Set(written.map(({ id }) => id));
  for (const { id, over } of rows) {
    for (const target of over ?? []) {
      const exists = [...ids].some((known) => matchesTemplate(known, target));
      if (!exists) throw new Error(`${file}: ${id}: over: expected the id of a row of this file, not ${target}`);
    }
  }
  return written.map((row) => ({ ...row, ...(row.over && { over: row.over.filter((id) => ids.has(id)) }) }));
}

function issuesOf(row: FileRow): (string | null)[] {
  if (!row.id.includes(TEMPLATE)) return [null];
  const when = row['when'];
  const issue = typeof when === 'object' && when !== null && 'issue' in when ? when.issue : [];
  return checked(z.array(z.string()), issue, `${row.id}: when.issue`);
}

function writeOut(row: FileRow, issue: string | null): FileRow {
  if (issue === null) return row;
  const write = (text: string): string => text.replace(TEMPLATE, issue);
  return {
    ...row,
    id: write(row.id),
    ...(row.over && { over: row.over.map(write) }),
    when: { ...checked(z.looseObject({}), row['when'], row.id), issue },
  };
}

function matchesTemplate(id: string, target: string): boolean {
  const [start = '', end] = target.split(TEMPLATE);
  return end === undefined ? id === target : id.startsWith(start) && id.endsWith(end);
}

function checked<T extends z.ZodMiniType>(schema: T, value: unknown, where: string): z.infer<T> {
  const result = z.safeParse(schema, value);
  if (result.success) return result.data;
  throw new Error(`${where}: ${faultsOf(result.error.issues).map(describeFault).join('; ')}`);
}

/** The shipped table, checked. */
export function readTable(): DecisionRow[] {
  const files = readdirSync(folder).filter((file) => file.endsWith('.yml')).sort();
  const rows = files.flatMap((file) =>
    rowsOf(file).map((row, index) => checked(rowSchema, row, `${file}: row ${index + 1}`)),
  );
  compileTable(rows);
  return rows;
}

/** Writes the module. */
export function generate(): void {
  const rows = readTable();
  const lines = rows.map((row) => `  ${JSON.stringify(row)},`);
  mkdirSync(`${root}src/generated`, { recursive: true });
  writeFileSync(
    `${root}src/generated/decisions.ts`,
    [
      '// Made by scripts/generate-decisions.ts from rules/decisions: do not edit.',
      "import type { DecisionRow } from '../decision/table.ts';",
      '',
      '/** The rows of the shipped decision table. */',
      'export const DECISION_ROWS: readonly DecisionRow[] = [',
      ...lines,
      '];',
      '',
    ].join('\n'),
  );
}

if (process.argv[1] === fileURLToPath(import.meta.url)) generate();
