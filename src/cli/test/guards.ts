import { createGuard, loadPolicyDocument } from '../../index.ts';
import type { Extension, Guard, GuardOptions } from '../../index.ts';
import type { CheckerFactory, PolicyReference } from '../../testing/index.ts';
import type { ReaderChoice } from '../guards.ts';

/** Guards by policy, for fixtures. */
export interface FixtureGuards {
  /** The guard that judges a fixture. */
  of(policy: PolicyReference): Guard;
  /** The same for the runner. */
  readonly factory: CheckerFactory;
}

/** Makes the guards of fixtures: each policy's once. */
export async function fixtureGuards(reader: ReaderChoice, extension: Extension): Promise<FixtureGuards> {
  const ready = new Map<string, Guard>();
  const options: GuardOptions = {
    ...(Object.keys(extension).length === 0 ? {} : { extend: extension }),
    ...(reader === 'rules' ? {} : { reader: (await import('../../learned/index.ts')).learnedReader() }),
  };
  const of = (policy: PolicyReference): Guard => {
    const key = JSON.stringify(policy);
    const guard = ready.get(key) ?? createGuard({ ...options, policy: loadPolicyDocument(policy) });
    ready.set(key, guard);
    return guard;
  };
  return {
    of,
    factory: (policy) => {
      const guard = of(policy);
      return { check: (reply, context = {}) => guard.check(reply, { ...context }) };
    },
  };
}
