import { Document, isMap, isSeq, parseDocument } from 'yaml';
import type { Category } from '../../index.ts';

/** A new fixture as it is written. */
export interface NewEntry {
  readonly id: string;
  readonly reply: string;
  readonly labels?: readonly Category[];
  readonly good?: true;
  readonly mark?: string | Readonly<Partial<Record<Category, string>>>;
  readonly context?: Readonly<Record<string, unknown>>;
  readonly why?: string;
  readonly 'known-gap'?: string;
}

/**
 * A fixture file with one more entry at its end. What stands in it already stays as it is, to the letter.
 *
 * @param text the file's content; empty for a new file
 * @param entry the new entry
 * @param jsonl whether the file holds one JSON object a line
 */
export function withEntry(text: string, entry: NewEntry, jsonl: boolean): string {
  const before = text === '' || text.endsWith('\n') ? text : `${text}\n`;
  if (jsonl) return `${before}${JSON.stringify(entry)}\n`;
  const gap = before.trim() === '' || before.endsWith('\n\n') ? '' : '\n';
  const indent = ' '.repeat(indentOf(text));
  const lines = yamlOf(entry).split('\n').map((line) => (line === '' ? line : indent + line));
  return `${before}${gap}${lines.join('\n')}`;
}

function yamlOf(entry: NewEntry): string {
  const document = new Document([entry]);
  const labels = document.getIn([0, 'labels'], true);
  if (isSeq(labels)) labels.flow = true;
  return document.toString({ lineWidth: 0, indentSeq: false, flowCollectionPadding: false });
}

/** How far the entries of a list are indented. */
function indentOf(text: string): number {
  const { contents } = parseDocument(text);
  const [first] = isSeq(contents) ? contents.items : [];
  if (!isMap(first) || !first.range) return 0;
  const dash = text.lastIndexOf('-', first.range[0]);
  return dash < 0 ? 0 : dash - (text.lastIndexOf('\n', dash) + 1);
}
