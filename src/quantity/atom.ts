/**
 * A time while it is being read, and how the words around it change it.
 */
import type { Duration } from '../types.ts';
import { skipGap } from './fit.ts';
import type { LeadRole, TailRole } from './pack.ts';
import { OPEN_DAYS, type TimeAnchor, type TimeForm, type TimeQuantity, type TimeTarget } from './quantity.ts';
import type { Scanner } from './scanner.ts';
import { ROLE } from './vocabulary.ts';

const MAX_LEADS = 4;
const MAX_TAILS = 2;
const HOURS = { minute: 1 / 60, hour: 1, day: 24, 'business-day': 24 } as const;

/** A time that may still grow. It is changed in place. */
export class Atom {
  start: number;
  end: number;
  duration: Duration;
  anchor: TimeAnchor;
  form: TimeForm = 'point';
  approximate = false;
  target: TimeTarget | undefined;
  /** A length that was counted ("3 days"), not a place on the calendar. */
  counted = false;
  /** A clock time that follows is in the second half of the day (今晚八点). */
  pm = false;
  /** The clock time is only a part of the day, and a precise one may follow. */
  soft = false;
  /** Counts only with a lead or tail word ("by May"). */
  needsLead = false;
  /** It lies behind. */
  past = false;

  constructor(start: number, end: number, duration: Duration, anchor: TimeAnchor, target?: TimeTarget) {
    this.start = start;
    this.end = end;
    this.duration = duration;
    this.anchor = anchor;
    this.target = target;
  }

  /** The finished quantity. */
  quantity(): TimeQuantity {
    const { start, end, duration, form, anchor, approximate, target } = this;
    if (target) return { kind: 'time', start, end, duration, form, anchor, approximate, target };
    return { kind: 'time', start, end, duration, form, anchor, approximate };
  }
}

/** Whether a target names a day, as against a time of day. */
export function namesDay(target: TimeTarget | undefined): boolean {
  if (!target) return false;
  return (
    target.dayOffset !== undefined || target.weekday !== undefined || target.dayOfMonth !== undefined ||
    target.month !== undefined || target.monthOffset !== undefined || target.yearOffset !== undefined || target.year !== undefined
  );
}

function setDeadline(atom: Atom): true {
  atom.form = 'deadline';
  if (atom.duration.min !== 0) atom.duration = { min: 0, max: atom.duration.max, unit: atom.duration.unit };
  atom.needsLead = false;
  return true;
}

function setOpen(atom: Atom): true {
  const { min, unit } = atom.duration;
  atom.duration = { min, max: (OPEN_DAYS * 24) / HOURS[unit], unit };
  return true;
}

/** After a length: that point. After a date: any time later. */
function setAfter(atom: Atom): true {
  if (atom.form !== 'range') atom.form = 'point';
  atom.needsLead = false;
  return atom.counted || setOpen(atom);
}

function applyTail(atom: Atom, role: TailRole): boolean {
  switch (role) {
    case 'within':
    case 'by':
      return setDeadline(atom);
    case 'after':
      return setAfter(atom);
    case 'about':
      return (atom.approximate = true);
    case 'least':
      return setOpen(atom);
    case 'past':
      return (atom.past = true);
    case 'before':
      return atom.counted ? (atom.past = true) : setDeadline(atom);
    default:
      return false;
  }
}

/** Applies the words right after an atom (内, 后, 左右, "ago", "at the latest"). */
export function applyTails(scanner: Scanner, atom: Atom): void {
  for (let count = 0; count < MAX_TAILS; count++) {
    const tail = scanner.find(skipGap(scanner.codes, atom.end), ROLE.tail)?.tail;
    if (!tail || !applyTail(atom, tail.role)) return;
    atom.end = scanner.end;
  }
}

function leadCounted(atom: Atom, role: LeadRole, next: boolean): boolean {
  switch (role) {
    case 'within':
    case 'by':
      return setDeadline(atom);
    case 'in':
      if (next) return setDeadline(atom);
      if (atom.form === 'duration') atom.form = 'point';
      return true;
    case 'after':
    case 'ordinal':
      return setAfter(atom);
    case 'about':
      return (atom.approximate = true);
    case 'least':
      return setOpen(atom);
    case 'past':
    case 'every':
      return (atom.past = true);
    case 'between':
      return atom.form === 'range';
    case 'next':
    case 'this':
    case 'none':
      return true;
    default:
      return false;
  }
}

function shiftWeek(atom: Atom, offset: number): boolean {
  const weekday = atom.target?.weekday;
  atom.needsLead = false;
  if (weekday === undefined) return true;
  if (offset > 0) atom.duration = { min: 1, max: weekday, unit: atom.duration.unit };
  atom.target = { ...atom.target, weekOffset: offset };
  return true;
}

function leadCalendar(atom: Atom, role: LeadRole): boolean {
  switch (role) {
    case 'by':
    case 'within':
      return setDeadline(atom);
    case 'about':
      atom.approximate = true;
      atom.needsLead = false;
      return true;
    case 'in':
    case 'at':
      atom.needsLead = false;
      return true;
    case 'after':
      atom.needsLead = false;
      return setOpen(atom);
    case 'past':
    case 'every':
      return (atom.past = true);
    case 'this':
      return shiftWeek(atom, 0);
    case 'next':
      return shiftWeek(atom, 1);
    case 'none':
      return true;
    default:
      return false;
  }
}

/**
 * Applies the words right before an atom (within, by, 最晚), back to the scanner's floor at most.
 * A lead word that does not suit the atom is left outside it.
 */
export function applyLeads(scanner: Scanner, atom: Atom): void {
  let next = false;
  for (let count = 0; count < MAX_LEADS; count++) {
    const role = scanner.findLead(atom.start)?.role;
    if (!role || !(atom.counted ? leadCounted(atom, role, next) : leadCalendar(atom, role))) return;
    if (role === 'next') next = true;
    atom.start = scanner.leadStart;
  }
}
