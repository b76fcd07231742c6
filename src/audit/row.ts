import type { Column } from './columns.ts';
import { readClock, readMoment } from './moment.ts';
import type { Moment } from './moment.ts';
import type { Fault } from './summary.ts';
import { readComplaint, readOutcomes, readRole, readSolved } from './values.ts';
import type { Outcome } from './values.ts';

/** Where a row stands. */
export interface Place {
  /** Name of its file, or whatever else it came from. */
  readonly source: string;
  /** Line or row there, from 1. */
  readonly row: number;
}

/** A row of the data, read. Everything but the place is optional; what is absent is not known. */
export interface AuditRow extends Place {
  /** What the agent said; absent in a row that holds no reply of an agent. */
  readonly reply?: string;
  readonly agent?: string;
  /** When it was said, by the clock of the shop. */
  readonly written?: Moment;
  readonly product?: string;
  readonly conversation?: string;
  /** Who was answered. */
  readonly customer?: string;
  /** What the customer had said. */
  readonly message?: string;
  readonly complaint?: boolean;
  /** Whether the problem was solved; null where the data leaves it open. Absent where it has no such column. */
  readonly solved?: boolean | null;
  /** What became of the promises of the reply: one for all, or one each. */
  readonly outcomes?: readonly Outcome[];
  /** Which contact in the matter this is, from 1. */
  readonly contact?: number;
  /** The kind of problem, as the data names it. */
  readonly issue?: string;
  /** What the customer paid, in the policy's currency. */
  readonly paid?: number;
}

/** A value of a cell: text from a table, anything that JSON can hold from a JSON line. */
export type Cell = string | number | boolean | null | undefined | readonly unknown[] | object;

/** A row as read, and what could not be read of it. `row` is null where the row cannot be audited at all. */
export interface ReadRow {
  readonly row: AuditRow | null;
  readonly faults: readonly Fault[];
}

type Writable<T> = { -readonly [Key in keyof T]: T[Key] };

/**
 * Reads the cells of a row.
 *
 * @param place where the row stands.
 * @param cell the value of a column; undefined where the data has no such column or the row no such cell.
 */
export function readRow(place: Place, cell: (column: Column) => Cell): ReadRow {
  const faults: Fault[] = [];
  const fault = (level: Fault['level'], error: string): void => {
    faults.push({ source: place.source, row: place.row, level, error });
  };
  const raw = cell('reply');
  if (raw !== undefined && raw !== null && typeof raw === 'object') {
    fault('row', 'reply: expected text');
    return { row: null, faults };
  }
  const words = textOf(cell('role'));
  const role = words === '' ? 'agent' : readRole(words);
  if (role === undefined) {
    fault('row', `role: expected a word for agent or customer, got ${shown(words)}`);
    return { row: null, faults };
  }

  const row: Writable<AuditRow> = { source: place.source, row: place.row };
  const reply = raw === undefined || raw === null ? '' : String(raw);
  if (role === 'agent' && reply.trim() !== '') row.reply = reply;
  for (const column of ['agent', 'product', 'conversation', 'customer', 'message', 'issue'] as const) {
    const text = textOf(cell(column));
    if (text !== '') row[column] = text;
  }
  if (role === 'customer') delete row.agent;
  readTime(row, cell, fault);
  readFlags(row, cell, fault);
  return { row, faults };
}

type Note = (level: Fault['level'], error: string) => void;

function readTime(row: Writable<AuditRow>, cell: (column: Column) => Cell, fault: Note): void {
  const day = textOf(cell('day'));
  if (day === '') return;
  const moment = readMoment(day);
  if (moment === null) {
    fault('value', `day: expected a day such as 2024-05-27, got ${shown(day)}`);
    return;
  }
  const clock = textOf(cell('time'));
  // The column may hold the whole moment once more.
  const minute = clock === '' ? moment.minute : (readClock(clock) ?? readMoment(clock)?.minute ?? null);
  if (clock !== '' && minute === null) fault('value', `time: expected a time of day such as 10:03, got ${shown(clock)}`);
  row.written = { day: moment.day, minute: minute ?? moment.minute };
}

function readFlags(row: Writable<AuditRow>, cell: (column: Column) => Cell, fault: Note): void {
  const complaint = textOf(cell('complaint'));
  if (complaint !== '') {
    const read = readComplaint(complaint);
    if (read === undefined) fault('value', `complaint: expected yes or no, got ${shown(complaint)}`);
    else row.complaint = read;
  }
  const solvedCell = cell('solved');
  if (solvedCell !== undefined) {
    const solved = textOf(solvedCell);
    const read = solved === '' ? null : readSolved(solved);
    if (read === undefined) fault('value', `solved: expected yes or no, got ${shown(solved)}`);
    row.solved = read ?? null;
  }
  const outcomeCell = cell('outcome');
  const outcome = Array.isArray(outcomeCell) ? outcomeCell.map((each: unknown) => textOf(simple(each))).join(';') : textOf(outcomeCell);
  if (outcome !== '') {
    const read = readOutcomes(outcome);
    if (read === undefined) fault('value', `outcome: expected kept, broken, open or unknown, got ${shown(outcome)}`);
    else row.outcomes = read;
  }
  const contact = textOf(cell('contact'));
  if (contact !== '') {
    if (/^\d{1,6}$/.test(contact) && Number(contact) > 0) row.contact = Number(contact);
    else fault('value', `contact: expected a whole number from 1, got ${shown(contact)}`);
  }
  const paid = textOf(cell('paid')).replace(/^[¥￥$]\s?|[,，]/gu, '').replace(/\s?元$/u, '');
  if (paid !== '') {
    if (/^\d{1,12}(?:\.\d{1,4})?$/.test(paid)) row.paid = Number(paid);
    else fault('value', `paid: expected an amount, got ${shown(paid)}`);
  }
}

/** A cell as text, without spaces at the ends; a list or an object is none. */
function textOf(cell: Cell): string {
  if (cell === undefined || cell === null || typeof cell === 'object') return '';
  return String(cell).trim();
}

function simple(value: unknown): Cell {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : undefined;
}

/** What was found, in short and on one line. */
function shown(text: string): string {
  return JSON.stringify(text.length > 40 ? `${text.slice(0, 40)}…` : text);
}
