import { InputError, throwFaults } from '../errors.ts';
import type { ProtectOptions } from './outcome.ts';

const CHOICES = {
  onViolation: ['replace', 'throw', 'retry', 'report'],
  failOn: ['warn', 'block'],
  onError: ['closed', 'open'],
} as const;

/**
 * A misspelt choice would be taken for the default, silently.
 *
 * @throws InputError that names the option and what it may be.
 */
export function refuseFaultyOptions(options: ProtectOptions): void {
  const faults = (['onViolation', 'failOn', 'onError'] as const).flatMap((name) => {
    const given = options[name];
    const choices: readonly string[] = CHOICES[name];
    return given === undefined || choices.includes(given) ? [] : [{ path: `options.${name}`, expected: `one of ${choices.join(', ')}` }];
  });
  const { maxHeld, maxRetries } = options;
  if (maxHeld !== undefined && !(maxHeld > 0)) faults.push({ path: 'options.maxHeld', expected: 'a number above 0' });
  if (maxRetries !== undefined && !(Number.isInteger(maxRetries) && maxRetries >= 0)) faults.push({ path: 'options.maxRetries', expected: 'a whole number ≥ 0' });
  throwFaults(InputError, faults);
}
