/** Reading a context. Written by hand, since it runs with every check: no schema library here. */
import { ContextError, throwFaults } from '../errors.ts';
import type { Fault } from '../errors.ts';
import { toMinor } from '../policy/money.ts';
import type { Tier } from '../policy/policy.ts';
import type { Language } from '../types.ts';
import type { Channel, Instant, ResolvedContext, Turn } from './context.ts';
import { EMPTY_CONTEXT } from './context.ts';
import { isDecision } from './decision.ts';
import { readInstant } from './instant.ts';

type Writable = { -readonly [K in keyof ResolvedContext]: ResolvedContext[K] };

/** Reads one field into the context; returns what was expected if the value does not fit. */
type FieldReader = (value: unknown, into: Writable) => string | null;

const FLAG = 'true or false';
const AMOUNT = 'a number ≥ 0';
const MOMENT = 'a time in ISO 8601 with offset, such as "2024-05-27T10:00:00+08:00"';
const TIER_NAMES: readonly Tier[] = ['frontline', 'senior', 'supervisor'];
const CHANNELS: readonly Channel[] = ['private', 'public'];
const LANGUAGES: readonly Language[] = ['zh', 'en'];
const ROLES: readonly Turn['role'][] = ['customer', 'agent'];

const FIELDS: ReadonlyMap<string, FieldReader> = new Map<string, FieldReader>([
  ['complaint', flag((into, value) => (into.complaint = value))],
  ['resolved', flag((into, value) => (into.resolved = value))],
  ['verified', flag((into, value) => (into.verified = value))],
  ['apologized', flag((into, value) => (into.apologized = value))],
  ['channel', choice(CHANNELS, (into, value) => (into.channel = value))],
  ['evidenceRequests', readEvidenceRequests],
  ['customer', readCustomer],
  ['paid', amount((into, value) => (into.paid = value))],
  ['returnFreight', amount((into, value) => (into.returnFreight = value))],
  ['tier', choice(TIER_NAMES, (into, value) => (into.tier = value))],
  ['decision', readDecision],
  ['now', readNow],
  ['lang', choice(LANGUAGES, (into, value) => (into.lang = value))],
]);

/**
 * Checks what a caller passed as context and fills in what was left out. A field that is `undefined`
 * counts as left out; `null` does not.
 * @param value a `Context`, or `undefined` for "nothing known".
 * @throws ContextError with every fault at once: an unknown field, or a value of the wrong kind.
 */
export function readContext(value: unknown): ResolvedContext {
  if (value === undefined) return EMPTY_CONTEXT;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new ContextError([{ path: '', expected: 'an object with the fields of a context' }]);
  }
  const context: Writable = { ...EMPTY_CONTEXT };
  const faults: Fault[] = [];
  for (const [field, given] of Object.entries(value)) {
    if (given === undefined) continue;
    if (field === 'history') {
      context.history = readHistory(given, faults);
      continue;
    }
    const reader = FIELDS.get(field);
    const expected = reader === undefined ? 'no field of this name' : reader(given, context);
    if (expected !== null) faults.push({ path: field, expected });
  }
  throwFaults(ContextError, faults);
  return Object.freeze(context);
}

function flag(set: (into: Writable, value: boolean) => void): FieldReader {
  return (value, into) => {
    if (typeof value !== 'boolean') return FLAG;
    set(into, value);
    return null;
  };
}

function choice<T extends string>(values: readonly T[], set: (into: Writable, value: T) => void): FieldReader {
  const expected = `one of ${values.map((name) => `"${name}"`).join(', ')}`;
  return (value, into) => {
    const found = values.find((name) => name === value);
    if (found === undefined) return expected;
    set(into, found);
    return null;
  };
}

function amount(set: (into: Writable, value: number) => void): FieldReader {
  return (value, into) => {
    if (typeof value !== 'number' || !Number.isFinite(value) || value < 0) return AMOUNT;
    set(into, toMinor(value));
    return null;
  };
}

function readEvidenceRequests(value: unknown, into: Writable): string | null {
  if (typeof value !== 'number' || !Number.isInteger(value) || value < 0) return 'a whole number ≥ 0';
  into.evidenceRequests = value;
  return null;
}

function readCustomer(value: unknown, into: Writable): string | null {
  if (typeof value !== 'string') return 'a text';
  into.customer = value;
  return null;
}

function readDecision(value: unknown, into: Writable): string | null {
  if (!isDecision(value)) return 'a decision as `decide` returns it';
  into.decision = value;
  return null;
}

function readNow(value: unknown, into: Writable): string | null {
  const instant: Instant | null = typeof value === 'string' ? readInstant(value) : null;
  if (instant === null) return MOMENT;
  into.now = instant;
  return null;
}

function readHistory(value: unknown, faults: Fault[]): readonly Turn[] {
  if (!Array.isArray(value)) {
    faults.push({ path: 'history', expected: 'a list of turns' });
    return [];
  }
  const entries: readonly unknown[] = value;
  return entries.flatMap((entry, index) => readTurn(entry, `history[${index}]`, faults));
}

function readTurn(entry: unknown, path: string, faults: Fault[]): Turn[] {
  if (typeof entry !== 'object' || entry === null || Array.isArray(entry)) {
    faults.push({ path, expected: 'an object with role and text' });
    return [];
  }
  const fields = new Map<string, unknown>(Object.entries(entry));
  const role = ROLES.find((name) => name === fields.get('role'));
  const text = fields.get('text');
  if (role === undefined) faults.push({ path: `${path}.role`, expected: 'one of "customer", "agent"' });
  if (typeof text !== 'string') faults.push({ path: `${path}.text`, expected: 'a text' });
  for (const field of fields.keys()) {
    if (field !== 'role' && field !== 'text') {
      faults.push({ path: `${path}.${field}`, expected: 'no field of this name' });
    }
  }
  return role === undefined || typeof text !== 'string' ? [] : [{ role, text }];
}
