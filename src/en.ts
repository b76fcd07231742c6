/**
 * `replyguard/en`: the guard for one language alone, for where size counts.
 *
 * @packageDocumentation
 */
import { Engine } from './engine.ts';
import { faultyChoice, InputError, refuseUnknownOptions, throwFaults } from './errors.ts';
import { acts } from './generated/acts.ts';
import { common } from './generated/common.ts';
import { packEn } from './generated/pack-en.ts';
import { quantitiesEn } from './generated/quantities-en.ts';
import { rules } from './generated/rules.ts';
import { guardOf } from './guard.ts';
import type { Guard } from './guard.ts';
import { PRESET_NAMES, presetPolicy } from './policy/presets.ts';
import type { Policy, PolicyName } from './policy/index.ts';

let engine: Engine | undefined;

/**
 * Makes a guard that reads English only.
 *
 * @param options.policy A preset's name, or a policy that `loadPolicy` made. Default: `us-store`.
 * @throws InputError if there is an option of another name, or no such preset.
 */
export function createGuard(options: { readonly policy?: PolicyName | Policy } = {}): Guard {
  refuseUnknownOptions(options, ['policy']);
  const { policy = 'us-store' } = options;
  if (typeof policy === 'string') throwFaults(InputError, faultyChoice(policy, PRESET_NAMES, 'options.policy'));
  engine ??= new Engine({ packs: [packEn], quantities: [quantitiesEn], acts, common, rules, partial: true });
  return guardOf(engine, typeof policy === 'string' ? presetPolicy(policy) : policy);
}

export type { Guard } from './guard.ts';
export type * from './report.ts';
export * from './types.ts';
