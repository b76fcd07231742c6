/**
 * replyguard: checks customer-service replies for over-promises and bad conduct, in Chinese and English,
 * against the shop's own policy.
 *
 * @packageDocumentation
 */
import { engineOf, guardOf } from './guard.ts';
import type { Guard, SecondReader } from './guard.ts';
import { acts } from './generated/acts.ts';
import { packEn } from './generated/pack-en.ts';
import { packZh } from './generated/pack-zh.ts';
import { quantitiesEn } from './generated/quantities-en.ts';
import { quantitiesZh } from './generated/quantities-zh.ts';
import { rules } from './generated/rules.ts';
import { loadPolicy } from './policy/index.ts';
import type { Policy, PolicyInput, PolicyName } from './policy/index.ts';

/** What a guard is made of. */
export interface GuardOptions {
  /** A preset's name, a policy as plain JSON (complete, or one that `extends` a preset), or a loaded policy. Default: `default`. */
  readonly policy?: PolicyName | PolicyInput | Policy;
  /** A second reader, e.g. `learnedReader()` of `replyguard/learned`. Default: none. */
  readonly reader?: SecondReader;
}

let shared: ReturnType<typeof engineOf> | undefined;

/**
 * Makes a guard for a policy.
 *
 * @throws PolicyError if the policy is wrong; it names every faulty path and what was expected.
 */
export function createGuard(options: GuardOptions = {}): Guard {
  shared ??= engineOf({ packs: [packZh, packEn], quantities: [quantitiesZh, quantitiesEn], acts, rules });
  return guardOf(shared, loadPolicy(options.policy ?? 'default'), options.reader);
}
