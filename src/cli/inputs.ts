import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { glob } from 'tinyglobby';
import { UsageError } from './failure.ts';
import { fileBytes } from './io.ts';
import type { Terminal } from './io.ts';

/** How a source is cut into replies. */
export type Shape = 'whole' | 'lines' | 'jsonl';

/** Something to check. */
export interface Source {
  /** What results call it. */
  readonly name: string;
  readonly shape: Shape;
  /** False for standard input and for a text in an argument. */
  readonly file: boolean;
  /** Its bytes, read when they are asked for. */
  open(): AsyncIterable<Uint8Array>;
}

/** What the arguments of `replyguard check` say about their form. */
export interface InputOptions {
  /** Every source holds one JSON object a line. */
  readonly jsonl: boolean;
  /** Every line of a text is a reply of its own. */
  readonly lines: boolean;
}

/** An ending that only file names have. */
const EXTENSION = /\.[a-z][a-z0-9]{1,7}$/i;

/**
 * Finds out what each argument is: `-` is standard input; the name of a file, that file; a pattern, the files that it matches;
 * everything else is the reply itself. Without arguments standard input is read.
 *
 * @throws UsageError for what looks like a path but is none, for a pattern that matches nothing, and when there is nothing to
 *   read.
 */
export async function findSources(
  arguments_: readonly string[],
  options: InputOptions,
  terminal: Terminal,
): Promise<Source[]> {
  const textShape: Shape = options.jsonl ? 'jsonl' : options.lines ? 'lines' : 'whole';
  const standardInput: Source = { name: '(stdin)', shape: textShape, file: false, open: () => terminal.stdin };
  if (arguments_.length === 0) {
    if (terminal.stdinIsTerminal) throw new UsageError('nothing to check: give a reply, a file, or pipe text in');
    return [standardInput];
  }

  const sources: Source[] = [];
  const file = (name: string): Source => ({
    name,
    shape: options.jsonl || /\.(jsonl|ndjson)$/i.test(name) ? 'jsonl' : textShape,
    file: true,
    open: () => fileBytes(resolve(terminal.cwd, name)),
  });
  for (const argument of arguments_) {
    if (argument === '-') sources.push(standardInput);
    else if (await isFile(resolve(terminal.cwd, argument), argument)) sources.push(file(argument));
    else if (looksLikePattern(argument)) {
      const names = await glob(argument, { cwd: terminal.cwd, onlyFiles: true, ignore: ['**/node_modules/**'] });
      if (names.length === 0) throw new UsageError(`no file matches ${argument}`);
      sources.push(...names.sort().map(file));
    } else if (looksLikePath(argument)) throw new UsageError(`no such file: ${argument}`);
    else sources.push({ name: '(text)', shape: textShape, file: false, open: () => bytesOf(argument) });
  }
  if (sources.filter((source) => source === standardInput).length > 1) {
    throw new UsageError('standard input can be read once only: give - once');
  }
  return sources;
}

async function isFile(path: string, argument: string): Promise<boolean> {
  // A name that no file system accepts (too long, with a null) is a reply.
  const found = await stat(path).catch(() => undefined);
  if (found?.isDirectory() && argument !== '' && (looksLikePath(argument) || /^[\w.-]+$/.test(argument))) {
    throw new UsageError(
      `${argument} is a folder: give its files, for instance "${argument.replace(/\/$/, '')}/*.txt"`,
    );
  }
  return found !== undefined && !found.isDirectory();
}

function looksLikePath(argument: string): boolean {
  return !/\s/.test(argument) && (/^(\.{1,2}|~)?[\\/]/.test(argument) || EXTENSION.test(argument));
}

function looksLikePattern(argument: string): boolean {
  if (/\s/.test(argument) || !/[*?[{]/.test(argument)) return false;
  return looksLikePath(argument) || /^[\w.-]+\/.*\*/.test(argument) || /^\*\*?(\/|$)/.test(argument);
}

async function* bytesOf(text: string): AsyncGenerator<Uint8Array> {
  // Lone surrogates have no UTF-8: they arrive as U+FFFD, as they would from any terminal.
  yield new TextEncoder().encode(text);
}
