import { createGuard, ReplyguardError, describeFault, loadPolicyDocument } from '../index.ts';
import type { Context, Extension, Guard, Policy } from '../index.ts';

/** Who reads the replies: the rules alone, or the rules and the learned reader. */
export const READERS = ['both', 'rules'] as const;
/** Who reads the replies. */
export type ReaderChoice = (typeof READERS)[number];

/** A policy as it comes from outside: a preset's name or an object, not yet checked. */
export type RawPolicy = unknown;

/** Policies that differ kept ready at the same time; the least recently used one goes first. */
const KEPT = 32;

/** Makes guards, and keeps them: setting one up costs far more than checking a reply. */
export class Guards {
  readonly #reader: ReaderChoice;
  readonly #extension: Extension;
  readonly #ready = new Map<string, Guard>();

  /**
   * @param reader who reads the replies.
   * @param extension words, acts and rules of the shop's own. Default: none.
   */
  constructor(reader: ReaderChoice, extension: Extension = {}) {
    this.#reader = reader;
    this.#extension = extension;
  }

  /**
   * The guard of a policy.
   *
   * @throws PolicyError when the policy cannot be used.
   */
  async of(policy: RawPolicy): Promise<Guard> {
    const key = JSON.stringify(policy) ?? '';
    const known = this.#ready.get(key);
    const guard = known ?? (await makeGuard(loadPolicyDocument(policy), this.#reader, this.#extension));
    this.#ready.delete(key);
    this.#ready.set(key, guard);
    if (this.#ready.size > KEPT) this.#ready.delete(this.#ready.keys().next().value!);
    return guard;
  }
}

/** The one place that knows the learned reader: it is loaded only where it is asked for. */
async function makeGuard(policy: Policy, reader: ReaderChoice, extension: Extension): Promise<Guard> {
  const options = Object.keys(extension).length === 0 ? { policy } : { policy, extend: extension };
  if (reader === 'rules') return createGuard(options);
  const { learnedReader } = await import('../learned/index.ts');
  return createGuard({ ...options, reader: learnedReader() });
}

/** An error as one line, every path below `root`: `policy.caps.coupon: expected a number`. */
export function describeError(error: unknown, root: string): string {
  if (!(error instanceof ReplyguardError)) return `${root}: ${error instanceof Error ? error.message : String(error)}`;
  return error.issues.map(({ path, expected }) => describeFault({ path: below(root, path), expected })).join('; ');
}

function below(root: string, path: string): string {
  if (path === '') return root;
  return path.startsWith('[') ? `${root}${path}` : `${root}.${path}`;
}

export type { Context, Guard };
