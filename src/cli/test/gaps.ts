import { readFile, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { isMap, isSeq, parseDocument, stringify } from 'yaml';
import type { Fixture } from '../../testing/index.ts';
import { isRecord } from '../record.ts';

/** A fixture and why it fails; `undefined` takes the mark away. */
export interface GapChange {
  readonly fixture: Fixture;
  readonly reason: string | undefined;
}

/**
 * Writes or deletes `known-gap` of fixtures in their files. Nothing else in a file changes, comments and spacing included.
 *
 * @param changes the fixtures
 * @param cwd folder that the fixtures' file names count from
 */
export async function writeGaps(changes: readonly GapChange[], cwd: string): Promise<void> {
  for (const file of new Set(changes.map(({ fixture }) => fixture.file))) {
    const path = resolve(cwd, file);
    let text = await readFile(path, 'utf8');
    // From the end of the file up, so that what is still to be changed stays where it is.
    const own = changes.filter(({ fixture }) => fixture.file === file).sort((a, b) => b.fixture.line - a.fixture.line);
    for (const change of own) text = file.endsWith('.jsonl') ? inLine(text, change) : inYaml(text, change);
    await writeFile(path, text);
  }
}

function inLine(text: string, { fixture, reason }: GapChange): string {
  const lines = text.split('\n');
  const entry: unknown = JSON.parse((lines[fixture.line - 1] ?? '').replace(/^\ufeff/, ''));
  if (typeof entry === 'object' && entry !== null) lines[fixture.line - 1] = JSON.stringify({ ...entry, 'known-gap': reason });
  return lines.join('\n');
}

function inYaml(text: string, { fixture, reason }: GapChange): string {
  const document = parseDocument(text);
  const { contents } = document;
  const values: unknown = document.toJS();
  if (!isSeq(contents) || !Array.isArray(values)) return text;
  const entry = contents.items[values.findIndex((value) => isRecord(value) && value['id'] === fixture.id)];
  if (!isMap(entry) || !entry.range) return text;
  const at = entry.range[0];
  if (reason === undefined) return withoutKey(text, at, entry.range[1]);
  const lineStart = text.lastIndexOf('\n', at - 1) + 1;
  const end = text.indexOf('\n', at);
  const indent = ' '.repeat(at - lineStart);
  const line = `${indent}known-gap: ${stringify(reason, { lineWidth: 0 }).trimEnd()}`;
  return end < 0 ? `${text}\n${line}\n` : `${text.slice(0, end)}\n${line}${text.slice(end)}`;
}

/** Deletes the line of the key between two places; a reason over several lines goes as a whole. */
function withoutKey(text: string, from: number, to: number): string {
  const entry = text.slice(from, to).replace(/\n[ \t]*known-gap:[^\n]*(?:\n[ \t]{4,}[^\n]*)*/, '');
  return text.slice(0, from) + entry + text.slice(to);
}
