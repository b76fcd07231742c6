/**
 * `replyguard/zh`: the guard for one language alone, for where size counts.
 *
 * @packageDocumentation
 */
import { Engine } from './engine.ts';
import { acts } from './generated/acts.ts';
import { common } from './generated/common.ts';
import { packZh } from './generated/pack-zh.ts';
import { quantitiesZh } from './generated/quantities-zh.ts';
import { rules } from './generated/rules.ts';
import { guardOf } from './guard.ts';
import type { Guard } from './guard.ts';
import { presetPolicy } from './policy/presets.ts';
import type { Policy, PolicyName } from './policy/index.ts';

let engine: Engine | undefined;

/**
 * Makes a guard that reads Chinese only.
 *
 * @param options.policy A preset's name, or a policy that `loadPolicy` made. Default: `default`.
 */
export function createGuard(options: { readonly policy?: PolicyName | Policy } = {}): Guard {
  engine ??= new Engine({ packs: [packZh], quantities: [quantitiesZh], acts, common, rules, partial: true });
  const { policy = 'default' } = options;
  return guardOf(engine, typeof policy === 'string' ? presetPolicy(policy) : policy);
}

export type { Guard } from './guard.ts';
export type * from './report.ts';
export * from './types.ts';
