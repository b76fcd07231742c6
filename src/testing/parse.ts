/** Reads fixture files (YAML and JSONL) and says exactly where one is wrong. Pure: text in, fixtures out. */
import { LineCounter, isMap, isScalar, parseDocument } from 'yaml';
import type { Document } from 'yaml';
import { CATEGORIES } from '../types.ts';
import type { Category, Language } from '../types.ts';
import { BLANK, fill } from './each.ts';
import { languageOf } from './fixture.ts';
import type { Fixture, Mark } from './fixture.ts';
import { complain } from './messages.ts';
import type { Complaint } from './messages.ts';
import type { PolicyReference } from './checker.ts';
import { CONTEXT_KEYS, ENTRY_KEYS, SOURCE_KEYS, fixtureSchema } from './schema.ts';
import type { FixtureEntry } from './schema.ts';

/** A mistake in a fixture file. */
export interface FixtureProblem {
  readonly file: string;
  /** From 1. */
  readonly line: number;
  /** From 1. */
  readonly column: number;
  /** Where in the entry, e.g. `[3].context.complaint`. */
  readonly path: string;
  /** What was expected, in the language asked for. */
  readonly message: string;
}

/** What a file gave. */
export interface ParsedFixtures {
  readonly fixtures: readonly Fixture[];
  readonly problems: readonly FixtureProblem[];
}

/** How to read a file. */
export interface ParseOptions {
  /** Language of the messages; English if left out. */
  readonly language?: Language;
  /** Policy of fixtures that name none; by their language if left out: `default` for Chinese, `us-store` for English. */
  readonly policy?: PolicyReference;
}

type Path = readonly (string | number)[];
/** Finds the place of a path; `key` asks for the key itself rather than its value. */
type Locate = (path: Path, key?: string) => { line: number; column: number };

/**
 * Reads one file: JSONL if its name ends so, else YAML.
 *
 * @param text content of the file
 * @param file its name, for messages and for the format
 * @param options see {@link ParseOptions}
 * @returns every entry that is right, and every mistake
 */
export function parseFixtures(text: string, file: string, options: ParseOptions = {}): ParsedFixtures {
  const source = text.startsWith('\uFEFF') ? text.slice(1) : text;
  const collector = new Collector(file, options.language ?? 'en', options.policy);
  if (file.endsWith('.jsonl')) parseLines(source, collector);
  else parseYaml(source, collector);
  return collector;
}

class Collector implements ParsedFixtures {
  readonly fixtures: Fixture[] = [];
  readonly problems: FixtureProblem[] = [];
  readonly file: string;
  readonly policy: PolicyReference | undefined;
  readonly #language: Language;

  constructor(file: string, language: Language, policy: PolicyReference | undefined) {
    this.file = file;
    this.policy = policy;
    this.#language = language;
  }

  report(complaint: Complaint, place: { line: number; column: number }, path: Path = []): void {
    const where = path.map((part) => (typeof part === 'number' ? `[${String(part)}]` : `.${part}`)).join('');
    this.problems.push({
      file: this.file,
      line: place.line,
      column: place.column,
      path: where.replace(/^\./, ''),
      message: complain(complaint, this.#language),
    });
  }
}

function parseYaml(text: string, collector: Collector): void {
  const counter = new LineCounter();
  const document = parseDocument(text, { lineCounter: counter });
  const at = (offset: number) => {
    const { line, col } = counter.linePos(offset);
    return { line, column: col };
  };
  if (document.errors.length > 0) {
    for (const error of document.errors) {
      const detail = error.message.split('\n', 1)[0] ?? '';
      collector.report({ kind: 'syntax', detail: detail.replace(/ at line \d+, column \d+:?$/, '') }, at(error.pos[0]));
    }
    return;
  }
  const locate: Locate = (path, key) => at(offsetOf(document, path, key));
  const value: unknown = document.toJS();
  if (value === null || value === undefined) return;
  if (!Array.isArray(value)) {
    collector.report({ kind: 'not-a-list' }, locate([]));
    return;
  }
  value.forEach((entry: unknown, index) => readEntry(entry, [index], locate, collector, 'exact'));
}

function offsetOf(document: Document, path: Path, key?: string): number {
  // The nearest node that exists: a missing key is reported at its entry.
  for (let length = path.length; length >= 0; length -= 1) {
    const node: unknown = length === 0 ? document.contents : document.getIn(path.slice(0, length), true);
    if (key !== undefined && length === path.length && isMap(node)) {
      const pair = node.items.find((item) => isScalar(item.key) && item.key.value === key);
      if (pair !== undefined && isScalar(pair.key) && pair.key.range) return pair.key.range[0];
    }
    if (typeof node === 'object' && node !== null && 'range' in node && Array.isArray(node.range)) {
      const [start] = node.range as readonly unknown[];
      if (typeof start === 'number') return start;
    }
  }
  return 0;
}

function parseLines(text: string, collector: Collector): void {
  text.split('\n').forEach((raw, index) => {
    const line = raw.endsWith('\r') ? raw.slice(0, -1) : raw;
    if (line.trim() === '') return;
    const number = index + 1;
    let value: unknown;
    try {
      value = JSON.parse(line);
    } catch (error) {
      const detail = error instanceof Error ? error.message : String(error);
      const position = /position (\d+)/.exec(detail);
      collector.report({ kind: 'syntax', detail }, { line: number, column: Number(position?.[1] ?? 0) + 1 });
      return;
    }
    const locate: Locate = (path, key) => {
      const names = [...path.filter((part) => typeof part === 'string'), ...(key === undefined ? [] : [key])];
      let offset = 0;
      for (const name of names) {
        const found = line.indexOf(`${JSON.stringify(name)}:`, offset);
        if (found >= 0) offset = found;
      }
      return { line: number, column: offset + 1 };
    };
    readEntry(fromLabelled(value), [], locate, collector, 'overlap');
  });
}

/** Labelled data that is handed around says `labels: []` for a good reply and `span` for the marked words. */
function fromLabelled(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  const { span, ...entry }: Record<string, unknown> = { ...value };
  const { labels, ...rest } = entry;
  const good = Array.isArray(labels) && labels.length === 0 && !('good' in entry);
  const empty = typeof span !== 'object' || span === null || Object.keys(span).length === 0;
  return { ...(good ? { ...rest, good: true } : entry), ...(empty || 'mark' in entry ? {} : { mark: span }) };
}

function readEntry(value: unknown, base: Path, locate: Locate, collector: Collector, marking: Fixture['marking']): void {
  const checked = fixtureSchema.safeParse(value);
  if (!checked.success) {
    for (const issue of checked.error.issues) reportIssue(issue, value, base, locate, collector);
    return;
  }
  const entry = checked.data;
  const before = collector.problems.length;
  const labels = entry.labels ?? [];
  if (entry.labels === undefined && entry.good === undefined) {
    collector.report({ kind: 'no-expectation' }, locate(base), base);
  } else if (entry.labels !== undefined && entry.good !== undefined) {
    collector.report({ kind: 'two-expectations' }, locate(base, 'good'), [...base, 'good']);
  }
  for (const label of entry.allowed ?? []) {
    if (labels.includes(label)) {
      collector.report({ kind: 'label-and-allowed', label }, locate(base, 'allowed'), [...base, 'allowed']);
    }
  }
  checkPhrases(entry, base, locate, collector);
  const marks = readMarks(entry, base, locate, collector);
  if (collector.problems.length > before) return;
  const lang = entry.lang ?? languageOf(fill(entry.reply, entry.each?.[0] ?? BLANK));
  collector.fixtures.push({
    id: entry.id,
    reply: entry.reply,
    ...(entry.each === undefined ? {} : { each: entry.each }),
    labels,
    allowed: entry.allowed ?? [],
    lang,
    policy: entry.policy ?? collector.policy ?? (lang === 'zh' ? 'default' : 'us-store'),
    context: entry.context ?? {},
    marks,
    marking,
    ...(entry.source === undefined ? {} : { source: entry.source }),
    ...(entry.why === undefined ? {} : { why: entry.why }),
    ...(entry['known-gap'] === undefined ? {} : { knownGap: entry['known-gap'] }),
    fragment: entry.fragment === true,
    file: collector.file,
    line: locate(base).line,
  });
}

function checkPhrases({ reply, each }: FixtureEntry, base: Path, locate: Locate, collector: Collector): void {
  if (each === undefined) return;
  if (!reply.includes(BLANK)) collector.report({ kind: 'each-without-blank' }, locate(base, 'each'), [...base, 'each']);
  each.forEach((phrase, index) => {
    const path = [...base, 'each', index];
    if (each.indexOf(phrase) < index) collector.report({ kind: 'same-phrase', phrase }, locate(path), path);
  });
}

function readMarks(entry: FixtureEntry, base: Path, locate: Locate, collector: Collector): Mark[] {
  const { mark, labels = [] } = entry;
  if (mark === undefined) return [];
  const place = locate(base, 'mark');
  const path = [...base, 'mark'];
  const marks: Mark[] = [];
  if (typeof mark === 'string') {
    const [only, ...more] = labels;
    if (only === undefined || more.length > 0) {
      collector.report({ kind: 'mark-needs-label', labels }, place, path);
    } else {
      marks.push({ label: only, words: mark });
    }
  } else {
    for (const label of CATEGORIES) {
      const words = mark[label];
      if (words === undefined) continue;
      if (!labels.includes(label)) collector.report({ kind: 'mark-without-label', label }, place, path);
      for (const one of typeof words === 'string' ? [words] : words) marks.push({ label, words: one });
    }
  }
  for (const { words } of marks) {
    if (!entry.reply.includes(words)) collector.report({ kind: 'mark-not-in-reply', words }, place, path);
  }
  return marks;
}

/** The part of a zod issue that the loader reads. */
interface Issue {
  readonly code?: string | undefined;
  readonly path: readonly PropertyKey[];
  readonly expected?: unknown;
  readonly values?: unknown;
  readonly keys?: unknown;
  readonly errors?: unknown;
}

function reportIssue(issue: Issue, value: unknown, base: Path, locate: Locate, collector: Collector): void {
  const inner = issue.path.map((part) => (typeof part === 'number' ? part : String(part)));
  const path = [...base, ...inner];
  const key = inner.at(-1);
  if (issue.code === 'unrecognized_keys' && Array.isArray(issue.keys)) {
    for (const unknown of issue.keys as readonly unknown[]) {
      const name = String(unknown);
      collector.report({ kind: 'unknown-key', key: name, known: knownKeys(inner) }, locate(path, name), [...path, name]);
    }
  } else if (typeof key === 'string' && valueAt(value, inner) === undefined) {
    collector.report({ kind: 'missing', key }, locate(path), path);
  } else if (issue.code === 'invalid_value' && Array.isArray(issue.values)) {
    const values = (issue.values as readonly unknown[]).map(String);
    collector.report({ kind: 'one-of', values }, locate(path), path);
  } else if (issue.code === 'too_small') {
    collector.report({ kind: 'empty' }, locate(path), path);
  } else if (issue.code === 'invalid_union' && Array.isArray(issue.errors)) {
    const expected = (issue.errors as readonly (readonly Issue[])[]).map((group) => String(group[0]?.expected));
    collector.report({ kind: 'expected', what: expected.join(' / ') }, locate(path), path);
  } else {
    collector.report({ kind: 'expected', what: String(issue.expected ?? issue.code) }, locate(path), path);
  }
}

function knownKeys(path: readonly (string | number)[]): readonly string[] {
  if (path[0] === 'context') return CONTEXT_KEYS;
  if (path[0] === 'source') return SOURCE_KEYS;
  if (path[0] === 'mark') return CATEGORIES satisfies readonly Category[];
  return ENTRY_KEYS;
}

function valueAt(value: unknown, path: readonly (string | number)[]): unknown {
  let current = value;
  for (const part of path) {
    if (typeof current !== 'object' || current === null) return undefined;
    current = Reflect.get(current, part);
  }
  return current;
}
