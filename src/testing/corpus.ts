/** Labelled replies in the shared JSONL format, and how they become fixtures. Pure: text in, values out. */
import * as z from 'zod/mini';
import { CATEGORIES } from '../types.ts';
import type { FixtureEntry } from './schema.ts';

const categories = z.array(z.enum(CATEGORIES));
const span = z.partialRecord(z.enum(CATEGORIES), z.union([z.string(), z.array(z.string())]));

/** A line of a labelled file: the corpora that are handed around, or fixtures. Other keys are let through. */
const labelledSchema = z.looseObject({
  id: z.string(),
  reply: z.string(),
  lang: z.optional(z.enum(['zh', 'en'])),
  policy: z.optional(z.union([z.string(), z.record(z.string(), z.unknown())])),
  context: z.optional(z.record(z.string(), z.unknown())),
  labels: z.optional(categories),
  allowed: z.optional(categories),
  good: z.optional(z.literal(true)),
  span: z.optional(span),
  mark: z.optional(z.union([z.string(), span])),
  why: z.optional(z.string()),
  fragment: z.optional(z.boolean()),
});

/** A labelled line. */
export type LabelledLine = z.infer<typeof labelledSchema>;

/**
 * Reads a labelled JSONL file.
 *
 * @param text its content
 * @param file its name, for messages
 * @returns the lines in order; blank lines are left out
 * @throws Error naming file, line and key if a line can't be read
 */
export function parseLabelled(text: string, file: string): LabelledLine[] {
  const lines: LabelledLine[] = [];
  text.split('\n').forEach((line, index) => {
    if (line.trim() === '') return;
    let value: unknown;
    try {
      value = JSON.parse(index === 0 && line.startsWith('\uFEFF') ? line.slice(1) : line);
    } catch (error) {
      throw new Error(`${file}:${index + 1} ${error instanceof Error ? error.message : String(error)}`);
    }
    const checked = labelledSchema.safeParse(value);
    if (!checked.success) {
      const [issue] = checked.error.issues;
      throw new Error(`${file}:${index + 1} ${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'invalid'}`);
    }
    lines.push(checked.data);
  });
  return lines;
}

const correctionSchema = z.strictObject({
  /** The reply that is corrected. */
  id: z.string(),
  /** Its labels as they came, so that a correction can't hit another text. */
  was: categories,
  /** Its right labels; empty for a good reply. Left out: as they came. */
  labels: z.optional(categories),
  /** What is neither asked for nor held against. Left out: as it came. */
  allowed: z.optional(categories),
  /** Which sentence of LABELS.md the label contradicts. */
  reason: z.string().check(z.minLength(1)),
});

/** A correction of a label in a corpus. */
export type Correction = z.infer<typeof correctionSchema>;

/**
 * Checks a list of corrections.
 *
 * @param value what the YAML file holds
 * @returns the corrections by id
 * @throws Error if the list has another shape or an id stands twice
 */
export function readCorrections(value: unknown): Map<string, Correction> {
  const checked = z.array(correctionSchema).safeParse(value ?? []);
  if (!checked.success) {
    const [issue] = checked.error.issues;
    throw new Error(`corrections: ${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'invalid'}`);
  }
  const byId = new Map<string, Correction>();
  for (const correction of checked.data) {
    if (byId.has(correction.id)) throw new Error(`corrections: ${correction.id} stands twice`);
    byId.set(correction.id, correction);
  }
  return byId;
}

/**
 * Turns a labelled line into a fixture, with its correction.
 *
 * @param line the line
 * @param correction what LABELS.md says otherwise, if anything
 * @returns the fixture; what equals a default is left out
 * @throws Error if the line comes from real chats, or the correction was written for other labels
 */
export function toFixture(line: LabelledLine, correction?: Correction): FixtureEntry {
  if ('from' in line || 'file' in line || /^r(jd|md)-/.test(line.id)) {
    throw new Error(`${line.id}: real chats are for measuring only and may not become fixtures`);
  }
  const came = line.labels ?? [];
  if (correction !== undefined && [...correction.was].sort().join() !== [...came].sort().join()) {
    throw new Error(`${line.id}: the correction is for [${correction.was.join(', ')}], the line has [${came.join(', ')}]`);
  }
  const labels = correction?.labels ?? came;
  const allowed = (correction?.allowed ?? line.allowed ?? []).filter((label) => !labels.includes(label));
  const context = Object.entries(line.context ?? {}).filter(
    ([, value]) => value !== false && value !== 0 && value !== 'private',
  );
  const lang = line.lang ?? 'zh';
  const marked = line.span ?? (typeof line.mark === 'object' ? line.mark : {});
  const marks = Object.fromEntries(labels.flatMap((label) => (marked[label] === undefined ? [] : [[label, marked[label]]])));
  const why = correction?.reason ?? line.why;
  return {
    id: line.id,
    lang,
    ...(line.policy === undefined || line.policy === (lang === 'zh' ? 'default' : 'us-store') ? {} : { policy: line.policy }),
    reply: line.reply,
    ...(context.length === 0 ? {} : { context: Object.fromEntries(context) }),
    ...(labels.length === 0 ? { good: true } : { labels: [...labels] }),
    ...(allowed.length === 0 ? {} : { allowed }),
    ...(Object.keys(marks).length === 0 ? {} : { mark: marks }),
    ...(why === undefined || why === '' ? {} : { why }),
  };
}
