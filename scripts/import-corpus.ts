/**
 * Imports labelled replies as fixtures: `npx tsx scripts/import-corpus.ts SRC DEST`.
 *
 * SRC is a JSONL file of the shared corpora, DEST a file or a folder. Labels that contradict the labelling guide
 * are corrected from `corrections.yml` beside the destination. Real chats (`real-*`) are refused: they are for
 * measuring only.
 */
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { parse } from 'yaml';
import { parseLabelled, readCorrections, toFixture } from '../src/testing/corpus.ts';
import { parseFixtures } from '../src/testing/parse.ts';

const [source, destination] = process.argv.slice(2);
if (source === undefined || destination === undefined) fail('usage: import-corpus SRC.jsonl DEST');
if (basename(source).startsWith('real-')) fail(`${source}: real chats are for measuring only and are never imported`);

const target =
  existsSync(destination) && statSync(destination).isDirectory() ? join(destination, basename(source)) : destination;
const correctionsFile = join(dirname(target), 'corrections.yml');
const corrections = readCorrections(existsSync(correctionsFile) ? parse(readFileSync(correctionsFile, 'utf8')) : []);

const lines = parseLabelled(readFileSync(source, 'utf8'), source);
const text = lines.map((line) => `${JSON.stringify(toFixture(line, corrections.get(line.id)))}\n`).join('');
const { problems } = parseFixtures(text, target);
if (problems.length > 0) {
  fail(problems.map(({ line, column, message }) => `${target}:${line}:${column} ${message}`).join('\n'));
}
writeFileSync(target, text);
const corrected = lines.filter(({ id }) => corrections.has(id)).length;
process.stdout.write(`${target}: ${lines.length} fixtures, ${corrected} corrected\n`);

function fail(message: string): never {
  process.stderr.write(`${message}\n`);
  process.exit(2);
}
