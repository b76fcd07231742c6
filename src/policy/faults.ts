import type * as z from 'zod/mini';
import type { Fault } from '../errors.ts';

/** What zod/mini says where a schema names no expectation of its own. */
const UNSAID = 'Invalid input';

/**
 * Zod's issues as faults: each with the path of the value itself (an unknown field by its own path)
 * and what was expected there, the first expectation where a value misses several.
 */
export function faultsOf(issues: readonly z.core.$ZodIssue[]): Fault[] {
  const faults: Fault[] = [];
  for (const issue of issues) {
    if (issue.code === 'unrecognized_keys') {
      for (const key of issue.keys) {
        faults.push({ path: pathOf([...issue.path, key]), expected: 'no field of this name' });
      }
    } else {
      faults.push({ path: pathOf(issue.path), expected: expectation(issue) });
    }
  }
  return faults.filter(({ path }, index) => faults.findIndex((other) => other.path === path) === index);
}

/** A path as people write it: `history[0].role`. */
export function pathOf(keys: readonly PropertyKey[]): string {
  let path = '';
  for (const key of keys) {
    if (typeof key === 'number') path += `[${key}]`;
    else path += path === '' ? String(key) : `.${String(key)}`;
  }
  return path;
}

function expectation(issue: z.core.$ZodIssue): string {
  if (issue.message !== UNSAID) return issue.message;
  switch (issue.code) {
    case 'invalid_type':
      return EXPECTED_TYPES.get(issue.expected) ?? `a ${issue.expected}`;
    case 'invalid_value':
      return oneOf(issue.values);
    case 'invalid_key':
      return issue.issues[0] === undefined ? 'another name' : expectation(issue.issues[0]);
    default:
      return 'another value';
  }
}

const EXPECTED_TYPES: ReadonlyMap<string, string> = new Map([
  ['object', 'an object'],
  ['record', 'an object'],
  ['array', 'a list'],
  ['string', 'a text'],
  ['boolean', 'true or false'],
]);

/** `one of "a", "b"`, or just `"a"`. */
export function oneOf(values: readonly unknown[]): string {
  const named = values.map((value) => JSON.stringify(value)).join(', ');
  return values.length === 1 ? named : `one of ${named}`;
}
