import * as z from 'zod/mini';
import type { Fault } from '../errors.ts';
import { PolicyError, throwFaults } from '../errors.ts';
import { faultsOf, oneOf } from './faults.ts';
import type { Policy } from './policy.ts';
import { PRESET_DOCUMENTS, presetPolicy } from './presets.ts';
import { isResolved, resolvePolicy } from './resolve.ts';
import type { PolicyInput, PolicyName } from './schema.ts';
import { POLICY_NAMES, policyDocument } from './schema.ts';

/** The amounts of a policy document, as paths. */
const AMOUNTS: readonly (readonly string[])[] = [
  ['caps', 'coupon'],
  ['caps', 'goodwill', 'amount'],
  ['caps', 'goodwill', 'ceiling'],
  ['lowValue'],
];

/**
 * Makes a policy ready for use.
 * @param input the name of a preset; a complete policy document; a document with `extends` that
 *   changes some values of a preset; or a policy that `loadPolicy` returned, which comes back as it is.
 * @throws PolicyError with every fault at once: its path and what was expected there.
 */
export function loadPolicy(input: PolicyName | PolicyInput | Policy): Policy {
  if (isPolicyName(input)) return presetPolicy(input);
  if (isResolved(input)) return input;
  return loadDocument(input);
}

/**
 * The same for a value of which nothing is known, such as a parsed JSON file.
 * @throws PolicyError with every fault at once.
 */
export function loadPolicyDocument(input: unknown): Policy {
  return isPolicyName(input) ? presetPolicy(input) : loadDocument(input);
}

function loadDocument(input: unknown): Policy {
  if (!isObject(input)) {
    const expected = `the name of a policy (${POLICY_NAMES.join(', ')}) or a policy document`;
    throw new PolicyError([{ path: '', expected }]);
  }
  const { extends: base, ...changes } = input;
  if (base === undefined) return finish(changes, null, []);
  if (!isPolicyName(base)) throw new PolicyError([{ path: 'extends', expected: oneOf(POLICY_NAMES) }]);
  const { name: _name, ...preset } = PRESET_DOCUMENTS[base];
  return finish(merge(preset, changes), base, amountsOfAnotherCurrency(preset, changes));
}

function finish(document: unknown, base: PolicyName | null, missing: readonly Fault[]): Policy {
  const result = z.safeParse(policyDocument(), document);
  const faults = [...missing, ...(result.success ? [] : faultsOf(result.error.issues))];
  throwFaults(PolicyError, faults);
  if (!result.success) throw result.error;
  return resolvePolicy(result.data, base);
}

/** Another currency makes every amount of the preset meaningless, so each must be given anew. */
function amountsOfAnotherCurrency(preset: object, changes: object): Fault[] {
  const currency = at(changes, ['currency']);
  const before = at(preset, ['currency']);
  if (currency === undefined || currency === before) return [];
  const faults: Fault[] = [];
  for (const path of AMOUNTS) {
    if (at(changes, path) === undefined && typeof at(preset, path) === 'number') {
      const expected = `an amount in ${String(currency)}, since the preset's is in ${String(before)}`;
      faults.push({ path: path.join('.'), expected });
    }
  }
  return faults;
}

function at(value: unknown, path: readonly string[]): unknown {
  let current = value;
  for (const key of path) {
    if (!isObject(current)) return undefined;
    current = Object.hasOwn(current, key) ? current[key] : undefined;
  }
  return current;
}

/** Objects merge deeply, everything else replaces; what is `undefined` counts as left out. */
function merge(base: unknown, change: unknown): unknown {
  if (change === undefined) return base;
  if (!isObject(base) || !isObject(change)) return change;
  const merged = new Map<string, unknown>(Object.entries(base));
  for (const [key, value] of Object.entries(change)) merged.set(key, merge(merged.get(key), value));
  return Object.fromEntries(merged);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isPolicyName(value: unknown): value is PolicyName {
  return POLICY_NAMES.some((name) => name === value);
}
