import type { AuditTotals, Column } from '../../audit/index.ts';
import type { Context, Extension } from '../../index.ts';
import type { RawPolicy, ReaderChoice } from '../guards.ts';

/** Encodings that sources come in. UTF-16 is turned into UTF-8 while it is read. */
export type Encoding = 'utf-8' | 'gb18030';

/** How the rows of a source are read. */
export type Layout =
  | {
      readonly kind: 'table';
      readonly delimiter: string;
      readonly encoding: Encoding;
      /** Cells that a row has. */
      readonly width: number;
      readonly columns: Readonly<Partial<Record<Column, number>>>;
    }
  /** Every line is JSON; a column is the path of a key. */
  | { readonly kind: 'json'; readonly columns: Readonly<Partial<Record<Column, readonly string[]>>> }
  /** Every line is a reply. */
  | { readonly kind: 'lines'; readonly encoding: Encoding }
  | { readonly kind: 'sheet'; readonly columns: Readonly<Partial<Record<Column, number>>> };

/** A row of a spreadsheet. */
export interface SheetRow {
  readonly row: number;
  readonly cells: readonly string[];
}

/** Rows to be audited, as they are handed to a worker. */
export interface Batch {
  /** Name of the source. */
  readonly source: string;
  readonly layout: Layout;
  /** Line of the first byte. */
  readonly line: number;
  /** Whole records; of a spreadsheet, none. */
  readonly bytes: Uint8Array;
  /** Rows of a spreadsheet. */
  readonly rows: readonly SheetRow[];
  /** What is wrong with the line of the batch, which then holds nothing else. */
  readonly fault?: string;
}

/** What a worker made of a batch. */
export interface BatchResult {
  readonly totals: AuditTotals;
  /** Lines of the ledger, of the findings and of the faults, as CSV; empty where they are not asked for. */
  readonly ledger: string;
  readonly findings: string;
  readonly faults: string;
}

/** What every worker is told once. */
export interface WorkerSetup {
  readonly policy: RawPolicy;
  /** Words, acts and rules of the shop's own. */
  readonly extension: Extension;
  readonly reader: ReaderChoice;
  /** What is known about every reply. */
  readonly context: Context;
  /** Whether the lines of the output files are wanted. */
  readonly lists: boolean;
}
