import { COLUMNS, guessColumns } from '../../audit/index.ts';
import type { Column } from '../../audit/index.ts';
import { UsageError } from '../failure.ts';

/** Headers that the caller names for columns; null: the data is not to be used for the column. */
export type Overrides = ReadonlyMap<Column, string | null>;

/** Which header holds what. */
export interface HeaderMap {
  /** Places in the headers. */
  readonly columns: Readonly<Partial<Record<Column, number>>>;
  /** What is missing, where the reply is; else null. */
  readonly missing: string | null;
}

/**
 * Reads `--map reply=回复内容`, `--map product=` (not to be used).
 *
 * @throws UsageError for a column that does not exist.
 */
export function readOverrides(given: readonly string[]): Map<Column, string | null> {
  const overrides = new Map<Column, string | null>();
  for (const each of given) {
    const equals = each.indexOf('=');
    const column = COLUMNS.find((name) => name === each.slice(0, equals));
    if (equals === -1 || column === undefined) {
      throw new UsageError(`--map ${each}: expected column=header with one of ${COLUMNS.join(', ')}`);
    }
    overrides.set(column, each.slice(equals + 1).trim() || null);
  }
  return overrides;
}

/**
 * Maps headers to columns: what the caller names, then what is guessed.
 *
 * @param guessFrom names to guess from, where they differ from the headers. Default: the headers.
 */
export function mapHeaders(headers: readonly string[], overrides: Overrides, guessFrom: readonly string[] = headers): HeaderMap {
  const columns: Partial<Record<Column, number>> = {};
  const taken = new Set<number>();
  for (const [column, header] of overrides) {
    if (header === null) continue;
    const place = headers.indexOf(header);
    if (place === -1) return { columns, missing: `header: expected ${header} (--map ${column}=${header}) among ${listed(headers)}` };
    columns[column] = place;
    taken.add(place);
  }
  const guessed = guessColumns(guessFrom.map((header, place) => (taken.has(place) ? '' : header)));
  for (const column of COLUMNS) {
    const place = guessed[column];
    if (place !== undefined && !overrides.has(column)) columns[column] = place;
  }
  if (columns.reply !== undefined) return { columns, missing: null };
  return { columns, missing: `header: expected a column of replies among ${listed(headers)}; name it: --map reply=…` };
}

function listed(headers: readonly string[]): string {
  const shown = headers.slice(0, 20).map((header) => (header.length > 30 ? `${header.slice(0, 30)}…` : header));
  return `${shown.join(', ')}${headers.length > 20 ? ' …' : ''}`;
}
