import { faultyChoice, InputError, refuseUnknownOptions, throwFaults } from '../errors.ts';
import type { Fault } from '../errors.ts';
import type { ProtectOptions } from './outcome.ts';
import type { StreamOptions } from './stream.ts';
import { FAIL_ON } from './violation.ts';

const ON_VIOLATION = ['replace', 'throw', 'retry', 'report'];
const ON_ERROR = ['closed', 'open'];
const STREAM_OPTIONS = ['failOn', 'maxHeld'];

/** The names of the options that say how replies are protected. */
export const PROTECT_OPTIONS: readonly string[] = ['onViolation', 'failOn', 'safeReply', 'maxRetries', 'onError', 'maxHeld'];

/**
 * A misspelt choice would be taken for the default, a misspelt name be passed over, silently.
 *
 * @param known Every name that the options may have.
 * @throws InputError that names the option and what it may be.
 */
export function refuseFaultyOptions(options: ProtectOptions, known: readonly string[] = PROTECT_OPTIONS): void {
  refuseUnknownOptions(options, known);
  const { onViolation, onError, maxRetries } = options;
  const faults = [...faultyChoice(onViolation, ON_VIOLATION, 'options.onViolation'), ...faultyChoice(onError, ON_ERROR, 'options.onError'), ...faultyLimits(options)];
  if (maxRetries !== undefined && !(Number.isInteger(maxRetries) && maxRetries >= 0)) faults.push({ path: 'options.maxRetries', expected: 'a whole number ≥ 0' });
  throwFaults(InputError, faults);
}

/** @throws InputError that names the option and what it may be. */
export function refuseFaultyStreamOptions(options: StreamOptions): void {
  refuseUnknownOptions(options, STREAM_OPTIONS);
  throwFaults(InputError, faultyLimits(options));
}

function faultyLimits({ failOn, maxHeld }: StreamOptions): Fault[] {
  const held = maxHeld === undefined || maxHeld > 0 ? [] : [{ path: 'options.maxHeld', expected: 'a number above 0' }];
  return [...faultyChoice(failOn, FAIL_ON, 'options.failOn'), ...held];
}
