/** Labelled replies for training and measuring the learned reader. */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { readContext } from '../../src/context/index.ts';
import type { ResolvedContext } from '../../src/context/index.ts';
import type { Sentence } from '../../src/reading/reading.ts';
import { loadFixtures, parseLabelled } from '../../src/testing/index.ts';
import { defaultEngine } from '../../src/default-engine.ts';
import { CATEGORIES } from '../../src/types.ts';
import type { Category, Language } from '../../src/types.ts';

/** A labelled reply, read. */
export interface Example {
  readonly id: string;
  /** Whoever wrote it: the name of its file; hand-written fixtures count as one author. */
  readonly author: string;
  readonly language: Language;
  readonly reply: string;
  readonly policy: unknown;
  readonly rawContext: Readonly<Record<string, unknown>>;
  readonly context: ResolvedContext;
  /** Bit sets of categories. */
  readonly labels: number;
  readonly allowed: number;
  /** Marked words by category: ranges of the reply. */
  readonly marks: ReadonlyMap<number, readonly (readonly [number, number])[]>;
  readonly sentences: readonly Sentence[];
}

interface Raw {
  readonly id: string;
  readonly reply: string;
  readonly lang: Language;
  readonly policy: unknown;
  readonly context: Readonly<Record<string, unknown>>;
  readonly labels: readonly Category[];
  readonly allowed: readonly Category[];
  readonly marks: readonly { readonly label: Category; readonly words: string }[];
}

function bits(categories: readonly Category[]): number {
  let set = 0;
  for (const category of categories) set |= 1 << CATEGORIES.indexOf(category);
  return set;
}

function read(raw: Raw, author: string): Example {
  const marks = new Map<number, (readonly [number, number])[]>();
  for (const { label, words } of raw.marks) {
    const start = raw.reply.indexOf(words);
    if (start < 0) continue;
    const column = CATEGORIES.indexOf(label);
    marks.set(column, [...(marks.get(column) ?? []), [start, start + words.length]]);
  }
  return {
    id: raw.id,
    author,
    language: raw.lang,
    reply: raw.reply,
    policy: raw.policy,
    rawContext: raw.context,
    context: readContext(raw.context),
    labels: bits(raw.labels),
    allowed: bits(raw.allowed),
    marks,
    sentences: defaultEngine().read(raw.reply).sentences.map(({ sentence }) => sentence),
  };
}

/** Author of the hand-written fixtures. */
export const HANDWRITTEN = 'handwritten';

/** All fixtures of the repository that are one reply each, in the order of files and lines. */
export function loadExamples(root: string): Example[] {
  return loadFixtures(['fixtures'], { root, each: false })
    .filter((fixture) => !fixture.fragment)
    .map((fixture) => {
      const author = fixture.file.endsWith('.jsonl') ? basename(fixture.file, '.jsonl') : HANDWRITTEN;
      return read(fixture, author);
    });
}

/**
 * Labelled replies that are never learnt from.
 *
 * @param folder Where `<name>.jsonl` lie; where there is no such folder, there are none.
 */
function loadLabelled(folder: string, name: RegExp): Example[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((file) => name.test(file))
    .sort()
    .flatMap((file) =>
      parseLabelled(readFileSync(join(folder, file), 'utf8'), file).map(
        ({ id, reply, lang = 'zh', policy = 'default', context = {}, labels = [], allowed = [] }) =>
          read({ id, reply, lang, policy, context, labels, allowed, marks: [] }, basename(file, '.jsonl')),
      ),
    );
}

/** Real chats, which measure and set limits and are never stored. */
export function loadReal(folder: string): Example[] {
  return loadLabelled(folder, /^real-.*\.jsonl$/);
}

/** Written replies that set limits. */
export function loadLimiting(root: string): Example[] {
  return loadLabelled(join(root, 'bench/accuracy/limits'), /\.jsonl$/);
}
