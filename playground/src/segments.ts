import type { Severity } from '../../src/index.ts';

/** A stretch of the reply with the gravest severity that is found there; null: nothing. */
export interface Segment {
  readonly text: string;
  readonly severity: Severity | null;
}

/** A place with its severity. */
export interface Mark {
  readonly start: number;
  readonly end: number;
  readonly severity: Severity;
}

const RANK: Readonly<Record<Severity, number>> = { info: 0, warn: 1, block: 2 };

/** Cuts a reply where findings begin and end; put together again, the segments are the reply. */
export function segmentsOf(reply: string, marks: readonly Mark[]): Segment[] {
  const edges = new Set([0, reply.length]);
  for (const { start, end } of marks) edges.add(start).add(end);
  const cuts = [...edges].filter((at) => at >= 0 && at <= reply.length).sort((a, b) => a - b);
  const segments: Segment[] = [];
  for (let index = 1; index < cuts.length; index++) {
    const start = cuts[index - 1]!;
    const end = cuts[index]!;
    segments.push({ text: reply.slice(start, end), severity: gravest(marks.filter((mark) => mark.start <= start && mark.end >= end)) });
  }
  return segments;
}

function gravest(marks: readonly Mark[]): Severity | null {
  return marks.reduce<Severity | null>((worst, { severity }) => (worst === null || RANK[severity] > RANK[worst] ? severity : worst), null);
}
