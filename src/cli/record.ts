import { identityText } from './identity.ts';
import type { Line } from './lines.ts';

/** A JSON line that is an object, with its `id`. */
export interface JsonRecord {
  readonly line: number;
  /** Its `id` as JSON text, exactly as it came; absent where there is none. */
  readonly identity?: string | undefined;
  readonly value: Readonly<Record<string, unknown>>;
}

/** A line that could not be used. */
export interface BrokenLine {
  readonly line: number;
  readonly identity?: string | undefined;
  /** `path: what was expected`. */
  readonly error: string;
}

/** Reads a line as an object with an `id` that is a string, a number or absent, and a `policy` that is a name or an object. */
export function readRecord({ number, text }: Line): JsonRecord | BrokenLine {
  if (text === null) return { line: number, error: 'line: expected UTF-8' };
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { line: number, error: 'line: expected JSON' };
  }
  if (!isRecord(value)) return { line: number, error: 'line: expected an object' };
  const { id, policy } = value;
  const identity = typeof id === 'string' || typeof id === 'number' ? identityText(text, id) : undefined;
  if (id !== undefined && identity === undefined) return { line: number, error: 'id: expected a string or a number' };
  if (policy !== undefined && typeof policy !== 'string' && !isRecord(policy)) {
    return { line: number, identity, error: 'policy: expected a name or an object' };
  }
  return { line: number, identity, value };
}

/** Whether a value is a JSON object. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** One line of output: the `id` first, if there is one, then the rest. */
export function outputLine(identity: string | undefined, rest: object): string {
  const text = JSON.stringify(rest);
  return identity === undefined ? `${text}\n` : `{"id":${identity}${text === '{}' ? '' : ','}${text.slice(1)}\n`;
}

/** The output line of a line that could not be used; `source` is the file that it stands in, if it is one of a file. */
export function errorLine({ line, identity, error }: BrokenLine, source?: string): string {
  return `{${source === undefined ? '' : `"source":${JSON.stringify(source)},`}"line":${line},${identity === undefined ? '' : `"id":${identity},`}"error":${JSON.stringify(error)}}\n`;
}
