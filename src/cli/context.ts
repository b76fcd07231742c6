import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Context } from '../index.ts';
import { UsageError } from './failure.ts';
import type { RawPolicy } from './guards.ts';

/** The options that say what is known about the replies. */
export interface ContextFlags {
  readonly context?: string;
  readonly complaint?: true;
  readonly resolved?: true;
  readonly verified?: true;
  readonly apologized?: true;
  readonly channel?: string;
  readonly evidenceRequests?: number;
  readonly customer?: string;
  readonly paid?: number;
  readonly returnFreight?: number;
  readonly tier?: string;
  readonly now?: string;
  readonly lang?: string;
}

/** The flags that carry one field of the context. */
const FIELDS = [
  'complaint',
  'resolved',
  'verified',
  'apologized',
  'channel',
  'evidenceRequests',
  'customer',
  'paid',
  'returnFreight',
  'tier',
  'now',
  'lang',
] as const;

/**
 * The context that the options describe: `--context` first, single flags over it. The guard checks its fields.
 *
 * @throws UsageError for JSON that does not parse or is no object.
 */
export async function readContext(flags: ContextFlags, cwd: string): Promise<Context> {
  const given = flags.context === undefined ? {} : await jsonValue(flags.context, '--context', cwd);
  if (typeof given !== 'object' || given === null || Array.isArray(given)) {
    throw new UsageError('--context: expected a JSON object');
  }
  const fields = FIELDS.filter((field) => flags[field] !== undefined).map((field) => [field, flags[field]]);
  return { ...given, ...Object.fromEntries(fields) };
}

/**
 * The policy that `--policy` names: a preset, or the content of a JSON file.
 *
 * @throws UsageError for a file that cannot be read or parsed.
 */
export async function readPolicy(name: string, cwd: string): Promise<RawPolicy> {
  return /[\\/]|\.json$|^\s*\{/i.test(name) ? jsonValue(name, '--policy', cwd) : name;
}

/** JSON that is given in place, or the file that holds it. */
async function jsonValue(given: string, option: string, cwd: string): Promise<unknown> {
  const inPlace = /^\s*[[{]/.test(given);
  let text = given;
  if (!inPlace) {
    try {
      text = await readFile(resolve(cwd, given), 'utf8');
    } catch {
      throw new UsageError(`${option}: expected JSON or a JSON file, and there is no file ${given}`);
    }
  }
  try {
    return JSON.parse(text.replace(/^\ufeff/, ''));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new UsageError(`${option}: ${inPlace ? '' : `${given}: `}expected JSON (${reason})`);
  }
}
