/** Fixture files on disk (Node only). */
import { readFileSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { globSync } from 'tinyglobby';
import type { Fixture } from './fixture.ts';
import { complain } from './messages.ts';
import { parseFixtures } from './parse.ts';
import type { FixtureProblem, ParseOptions } from './parse.ts';

/** Where to look, and how to speak. */
export interface LoadOptions extends ParseOptions {
  /** Folder that paths are taken from and shown against; the current one if left out. */
  readonly root?: string;
  /** Whether fixtures with `each` are wanted too, which stand for many replies. Default true. */
  readonly each?: boolean;
}

/** The fixture files have mistakes; `problems` lists them all. */
export class FixtureError extends Error {
  override readonly name = 'FixtureError';
  readonly problems: readonly FixtureProblem[];

  constructor(problems: readonly FixtureProblem[]) {
    super(problems.map(({ file, line, column, message }) => `${file}:${line}:${column} ${message}`).join('\n'));
    this.problems = problems;
  }
}

/**
 * Reads fixture files and folders, all or nothing.
 *
 * @param patterns files, folders or globs
 * @param options see {@link LoadOptions}
 * @returns the fixtures in the order of file names and lines
 * @throws {@link FixtureError} if any file has a mistake, or an id or a reply stands twice
 */
export function loadFixtures(patterns: readonly string[], options: LoadOptions = {}): Fixture[] {
  const root = resolve(options.root ?? '.');
  const fixtures: Fixture[] = [];
  const problems: FixtureProblem[] = [];
  for (const file of fixtureFiles(patterns, root)) {
    const parsed = parseFixtures(readFileSync(resolve(root, file), 'utf8'), file, options);
    fixtures.push(...parsed.fixtures);
    problems.push(...parsed.problems);
  }
  problems.push(...duplicates(fixtures, options));
  if (problems.length > 0) throw new FixtureError(problems);
  return options.each === false ? fixtures.filter(({ each }) => each === undefined) : fixtures;
}

/**
 * The fixture files among paths.
 *
 * @param patterns files, folders or globs
 * @param root folder that they are taken from
 * @returns paths from `root`, sorted, with forward slashes
 */
export function fixtureFiles(patterns: readonly string[], root: string): string[] {
  const wanted = patterns.flatMap((pattern) =>
    /\.(ya?ml|jsonl)$/.test(pattern) ? [pattern] : [`${pattern.replace(/\/$/, '')}/**/*.{yml,yaml,jsonl}`],
  );
  return globSync(wanted, { cwd: root, ignore: ['**/decisions/**', '**/corrections.yml'], absolute: true })
    .map((file) => relative(root, file).replaceAll('\\', '/'))
    .sort();
}

/**
 * Ids and replies that stand twice. The same reply in another context or under another policy is another fixture,
 * and so is the same sentence with other phrases.
 *
 * @param fixtures all fixtures that are used together
 * @param options language of the messages
 * @returns one problem for each repetition, at its later place
 */
export function duplicates(fixtures: readonly Fixture[], options: ParseOptions = {}): FixtureProblem[] {
  const problems: FixtureProblem[] = [];
  const language = options.language ?? 'en';
  const ids = new Map<string, Fixture>();
  const replies = new Map<string, Fixture>();
  for (const fixture of fixtures) {
    const { id, file, line } = fixture;
    const sameId = ids.get(id);
    if (sameId !== undefined) {
      const message = complain({ kind: 'duplicate-id', id, place: placeOf(sameId) }, language);
      problems.push({ file, line, column: 1, path: 'id', message });
    } else ids.set(id, fixture);
    const key = JSON.stringify([fixture.reply.trim(), fixture.each, Object.entries(fixture.context).sort(), fixture.policy]);
    const sameReply = replies.get(key);
    if (sameReply !== undefined) {
      const message = complain({ kind: 'duplicate-reply', id: sameReply.id, place: placeOf(sameReply) }, language);
      problems.push({ file, line, column: 1, path: 'reply', message });
    } else replies.set(key, fixture);
  }
  return problems;
}

function placeOf(fixture: Fixture): string {
  return `${fixture.file}:${fixture.line}`;
}
