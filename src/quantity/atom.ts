/**
 * A time while it is being read, and how the words around it change it.
 */
import type { Duration } from '../types.ts';
import { find, findLead, skipGap } from './match.ts';
import { OPEN_DAYS, type TimeAnchor, type TimeForm, type TimeQuantity, type TimeTarget } from './quantity.ts';
import { ROLE, type Vocabulary } from './vocabulary.ts';

/** A time that may still grow. */
export interface Atom {
  readonly start: number;
  readonly end: number;
  readonly duration: Duration;
  readonly form: TimeForm;
  readonly anchor: TimeAnchor;
  readonly approximate: boolean;
  readonly target?: TimeTarget;
  /** A length that was counted ("3 days"), not a place on the calendar. */
  readonly counted: boolean;
  /** A clock time in the second half of the day follows (今晚八点). */
  readonly pm: boolean;
  /** The clock time is only a part of the day, and a precise one may follow. */
  readonly soft: boolean;
  /** Counts only with a lead or tail word ("by May"). */
  readonly needsLead: boolean;
  /** It lies behind. */
  readonly past: boolean;
}

const MAX_LEADS = 4;
const MAX_TAILS = 2;
const HOURS = { minute: 1 / 60, hour: 1, day: 24, 'business-day': 24 } as const;

/** A place on the calendar or clock, with the defaults of an atom. */
export function calendarAtom(
  start: number, end: number, duration: Duration, anchor: TimeAnchor, target: TimeTarget, extra?: Partial<Atom>,
): Atom {
  return {
    start, end, duration, form: 'point', anchor, approximate: false, target, counted: false, pm: false, soft: false,
    needsLead: false, past: false, ...extra,
  };
}

/** Whether a target names a day, as against a time of day. */
export function namesDay(target: TimeTarget | undefined): boolean {
  if (!target) return false;
  return (
    target.dayOffset !== undefined || target.weekday !== undefined || target.dayOfMonth !== undefined ||
    target.month !== undefined || target.monthOffset !== undefined || target.yearOffset !== undefined || target.year !== undefined
  );
}

function within(duration: Duration): Duration {
  return duration.min === 0 ? duration : { ...duration, min: 0 };
}

function openEnded(duration: Duration): Duration {
  return { ...duration, max: (OPEN_DAYS * 24) / HOURS[duration.unit] };
}

function tailed(atom: Atom, role: string, end: number): Atom | null {
  switch (role) {
    case 'within':
    case 'by':
      return { ...atom, end, form: 'deadline', duration: within(atom.duration), needsLead: false };
    case 'after':
      if (atom.counted) return { ...atom, end, form: atom.form === 'range' ? 'range' : 'point' };
      return { ...atom, end, form: 'point', duration: openEnded(atom.duration), needsLead: false };
    case 'about':
      return { ...atom, end, approximate: true };
    case 'least':
      return { ...atom, end, duration: openEnded(atom.duration) };
    case 'past':
      return { ...atom, end, past: true };
    case 'before':
      if (atom.counted) return { ...atom, end, past: true };
      return { ...atom, end, form: 'deadline', duration: within(atom.duration), needsLead: false };
    default:
      return null;
  }
}

/** Applies the words right after an atom (内, 后, 左右, "ago", "at the latest"). */
export function applyTails(vocabulary: Vocabulary, text: string, atom: Atom): Atom {
  let result = atom;
  for (let count = 0; count < MAX_TAILS; count++) {
    const match = find(vocabulary, text, skipGap(text, result.end), ROLE.tail);
    const tail = match?.lexeme.tail;
    if (!match || !tail) break;
    const next = tailed(result, tail.role, match.end);
    if (!next) break;
    result = next;
  }
  return result;
}

function weekShift(atom: Atom, start: number, offset: number): Atom {
  const weekday = atom.target?.weekday ?? 7;
  const duration = offset > 0 ? { min: Math.min(1, weekday), max: weekday, unit: atom.duration.unit } : atom.duration;
  return { ...atom, start, duration, target: { ...atom.target, weekOffset: offset }, needsLead: false };
}

function ledCounted(atom: Atom, role: string, start: number, next: boolean): Atom | null {
  switch (role) {
    case 'within':
    case 'by':
      return { ...atom, start, form: 'deadline', duration: within(atom.duration) };
    case 'in':
      if (next) return { ...atom, start, form: 'deadline', duration: within(atom.duration) };
      return { ...atom, start, form: atom.form === 'duration' ? 'point' : atom.form };
    case 'after':
      return { ...atom, start, form: atom.form === 'range' ? 'range' : 'point' };
    case 'ordinal':
      return { ...atom, start, form: 'point' };
    case 'about':
      return { ...atom, start, approximate: true };
    case 'least':
      return { ...atom, start, duration: openEnded(atom.duration) };
    case 'past':
    case 'every':
      return { ...atom, start, past: true };
    case 'between':
      return atom.form === 'range' ? { ...atom, start } : null;
    case 'next':
    case 'this':
    case 'none':
      return { ...atom, start };
    default:
      return null;
  }
}

function ledCalendar(atom: Atom, role: string, start: number): Atom | null {
  switch (role) {
    case 'by':
    case 'within':
      return { ...atom, start, form: 'deadline', duration: within(atom.duration), needsLead: false };
    case 'in':
    case 'at':
      return { ...atom, start, needsLead: false };
    case 'after':
      return { ...atom, start, duration: openEnded(atom.duration), needsLead: false };
    case 'about':
      return { ...atom, start, approximate: true, needsLead: false };
    case 'past':
    case 'every':
      return { ...atom, start, past: true };
    case 'this':
    case 'next':
      if (atom.target?.weekday === undefined) return atom.needsLead ? { ...atom, start, needsLead: false } : null;
      return weekShift(atom, start, role === 'next' ? 1 : 0);
    case 'none':
      return { ...atom, start };
    default:
      return null;
  }
}

/**
 * Applies the words right before an atom (within, by, 最晚), back to `floor` at most.
 * A lead word that does not suit the atom is left outside it.
 */
export function applyLeads(vocabulary: Vocabulary, text: string, atom: Atom, floor: number): Atom {
  let result = atom;
  let next = false;
  for (let count = 0; count < MAX_LEADS; count++) {
    const match = findLead(vocabulary, text, result.start, floor);
    if (!match) break;
    const role = match.lead.role;
    const led = result.counted ? ledCounted(result, role, match.start, next) : ledCalendar(result, role, match.start);
    if (!led) break;
    if (role === 'next') next = true;
    result = led;
  }
  return result;
}

/** The quantity of a finished atom. */
export function timeQuantity(atom: Atom): TimeQuantity {
  const { start, end, duration, form, anchor, approximate, target } = atom;
  return { kind: 'time', start, end, duration, form, anchor, approximate, ...(target && { target }) };
}
