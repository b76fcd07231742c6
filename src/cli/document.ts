import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Document, LineCounter } from 'yaml';
import type { Fault } from '../index.ts';
import { expectedIn } from './expected.ts';
import { UsageError } from './failure.ts';
import { userLanguage } from './language.ts';

/** A JSON or YAML file, read, with the way back from a path in its value to a place in the file. */
export interface DataFile {
  /** Its name, as messages show it. */
  readonly name: string;
  readonly value: unknown;
  /** One line for a fault: file, line, column, path and what was expected. */
  describe(fault: Fault): string;
}

/**
 * Reads a JSON or YAML file; JSON is YAML too, so that both have lines and columns.
 *
 * @param name the file, from `folder`; messages show it so
 * @param option what named it, for messages: `--policy`
 * @throws UsageError for a file that cannot be read or parsed.
 */
export async function readDataFile(name: string, folder: string, option: string): Promise<DataFile> {
  let text: string;
  try {
    text = await readFile(resolve(folder, name), 'utf8');
  } catch {
    throw new UsageError(`${option}: there is no file ${name}`);
  }
  const { LineCounter, parseDocument } = await import('yaml');
  const counter = new LineCounter();
  const document = parseDocument(text.replace(/^\ufeff/, ''), { lineCounter: counter });
  const [error] = document.errors;
  if (error !== undefined) {
    const { line, col } = counter.linePos(error.pos[0]);
    const reason = (error.message.split('\n', 1)[0] ?? '').replace(/ at line \d+, column \d+:?$/, '');
    throw new UsageError(`${name}:${line}:${col} expected ${/\.json$/i.test(name) ? 'JSON' : 'YAML'} (${reason})`);
  }
  const language = userLanguage(undefined, process.env);
  const value: unknown = document.toJS();
  return {
    name,
    value,
    describe: ({ path, expected }) => `${name}:${placeOf(document, counter, path)} ${path === '' ? '' : `${path}: `}${expectedIn(expected, language)}`,
  };
}

/** Line and column of a path such as `acts[0].patterns`; of the nearest value around it, where it is missing. */
function placeOf(document: Document, counter: LineCounter, path: string): string {
  const steps = [...path.matchAll(/[^.[\]]+/g)].map(([step]) => (/^\d+$/.test(step) ? Number(step) : step));
  for (let length = steps.length; length >= 0; length--) {
    const node: unknown = length === 0 ? document.contents : document.getIn(steps.slice(0, length), true);
    if (typeof node !== 'object' || node === null || !('range' in node) || !Array.isArray(node.range)) continue;
    const { line, col } = counter.linePos(Number(node.range[0]));
    return `${line}:${col}`;
  }
  return '1:1';
}
