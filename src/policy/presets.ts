import defaultDocument from '../../rules/policies/default.json';
import usStoreDocument from '../../rules/policies/us-store.json';
import type { Policy } from './policy.ts';
import { resolvePolicy } from './resolve.ts';
import type { ParsedPolicyDocument, PolicyName } from './schema.ts';

/** The preset documents, as they stand in `rules/policies/` (a test holds them to the schema). */
export const PRESET_DOCUMENTS: Readonly<Record<PolicyName, ParsedPolicyDocument>> = {
  default: defaultDocument as ParsedPolicyDocument,
  'us-store': usStoreDocument as ParsedPolicyDocument,
};

/** Their names. */
export const PRESET_NAMES = Object.keys(PRESET_DOCUMENTS) as readonly PolicyName[];

const resolved = new Map<PolicyName, Policy>();

/** A preset, ready for use. Needs no schema library, so that entries that only check can do without. */
export function presetPolicy(name: PolicyName): Policy {
  let policy = resolved.get(name);
  if (policy === undefined) {
    policy = resolvePolicy(PRESET_DOCUMENTS[name], name);
    resolved.set(name, policy);
  }
  return policy;
}
