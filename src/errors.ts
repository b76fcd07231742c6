/**
 * The errors that the library throws. It throws only on misuse (a wrong policy, an unknown context
 * field, a reply that is no string), never because of what a reply says.
 */

/** One thing that is wrong with a value that a caller passed. */
export interface Fault {
  /** Where, from the root of the value: `caps.coupon`, `history[0].role`; empty for the value itself. */
  readonly path: string;
  /** What was expected there, as a noun phrase: `a number ≥ 0`. */
  readonly expected: string;
}

/** One line for one fault: `caps.coupon: expected a number ≥ 0`. */
export function describeFault(fault: Fault): string {
  return fault.path === '' ? `expected ${fault.expected}` : `${fault.path}: expected ${fault.expected}`;
}

/** Base of every error that the library throws; catch it to catch them all. */
export abstract class ReplyguardError extends Error {
  /** Path of the first fault. */
  readonly path: string;
  /** What was expected at that path. */
  readonly expected: string;
  /** Every fault, in the order of the value's fields; never empty. */
  readonly issues: readonly Fault[];

  /** @param issues every fault, at least one. */
  constructor(issues: readonly [Fault, ...Fault[]]) {
    super(issues.map(describeFault).join('; '));
    this.path = issues[0].path;
    this.expected = issues[0].expected;
    this.issues = issues;
  }
}

/** A policy that cannot be used: unknown preset, unknown field, wrong value, missing amount. */
export class PolicyError extends ReplyguardError {
  override readonly name = 'PolicyError';
}

/** A context with an unknown field or a value of the wrong kind. */
export class ContextError extends ReplyguardError {
  override readonly name = 'ContextError';
}

/** What should be text (a reply, a chunk of a stream) is no string. */
export class InputError extends ReplyguardError {
  override readonly name = 'InputError';
}

/** Rules, vocabulary or a language pack given as data do not fit their schema. */
export class DataError extends ReplyguardError {
  override readonly name = 'DataError';
}

/** A case for the decision function with an unknown field or an impossible value. */
export class CaseError extends ReplyguardError {
  override readonly name = 'CaseError';
}

/**
 * Throws `error` with all faults if there are any.
 * @param error the class to throw.
 * @param faults what was found; nothing happens if it is empty.
 */
export function throwFaults(
  error: new (issues: readonly [Fault, ...Fault[]]) => ReplyguardError,
  faults: readonly Fault[],
): void {
  const [first, ...rest] = faults;
  if (first !== undefined) throw new error([first, ...rest]);
}

/**
 * A choice that is none of those that there are, as a fault; left out, it is none.
 * @param value what was chosen.
 * @param choices what there is to choose from.
 * @param path where it stands.
 */
export function faultyChoice(value: string | undefined, choices: readonly string[], path: string): Fault[] {
  return value === undefined || choices.includes(value) ? [] : [{ path, expected: `one of ${choices.join(', ')}` }];
}

/**
 * Refuses options that nobody knows.
 * @throws InputError with every one of them.
 */
export function refuseUnknownOptions(options: object, known: readonly string[]): void {
  throwFaults(InputError, unknownFields(options, known, 'options'));
}

/**
 * The fields of an object that nobody knows, as faults: a misspelt option would be passed over silently.
 * @param value the object.
 * @param known the names that it may have.
 * @param path where it stands, from the root of what the caller passed.
 */
export function unknownFields(value: object, known: readonly string[], path: string): Fault[] {
  // Plain JavaScript may pass anything.
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [{ path, expected: `an object with ${known.join(', ')}` }];
  return Object.keys(value)
    .filter((name) => !known.includes(name))
    .map((name) => ({ path: `${path}.${name}`, expected: `no field of this name, only ${known.join(', ')}` }));
}
