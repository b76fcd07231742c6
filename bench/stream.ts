import type { Checker } from './checkers.ts';
import { ratios } from './measure.ts';
import { CHINESE, ENGLISH, joined } from './texts.ts';

/** What a stream gives; the shape of the built package. */
interface Stream {
  push(delta: string): { readonly release: string };
  end(): { readonly report: { readonly findings: readonly unknown[] } };
}

/** What checks and streams; the shape of the built package. */
interface Guard {
  check(reply: string): { readonly findings: readonly unknown[] };
  stream(): Stream;
}

/** How a text may be cut into pieces. */
const CUTS: Readonly<Record<string, (text: string) => string[]>> = {
  'by character': (text) => text.split(''),
  'by token of 4': (text) => text.match(/[^]{1,4}/g) ?? [],
  'by sentence': (text) => text.match(/[^。！？!?.]*[。！？!?.]*/g)?.filter((piece) => piece !== '') ?? [],
};

const TEXTS: Readonly<Record<string, readonly string[]>> = {
  'Chinese, one message': CHINESE,
  'Chinese, 400 characters': joined(CHINESE, 410, '。\n'),
  'English, one message': ENGLISH,
};

/** How many times the whole check a stream costs. */
export interface StreamCost {
  readonly text: string;
  readonly cut: string;
  readonly ratio: number;
}

/** Guards of the built package: the rules alone, and with the learned reader. */
export async function builtGuards(): Promise<(readonly [name: string, guard: Guard])[]> {
  const { createGuard } = await import(new URL('../dist/index.js', import.meta.url).href);
  const { learnedReader } = await import(new URL('../dist/learned/index.js', import.meta.url).href);
  return [
    ['replyguard', createGuard()],
    ['replyguard, learned reader too', createGuard({ reader: learnedReader() })],
  ];
}

/** Measures streams against the whole check of the same texts, by the ratio of neighbours in time. */
export function streamCosts(guard: Guard, rounds: number): StreamCost[] {
  return Object.entries(TEXTS).flatMap(([text, replies]) => {
    const whole: Checker = { name: 'whole', kind: 'floor', run: (reply) => guard.check(reply).findings.length };
    const streams = Object.entries(CUTS).map(([name, cut]): Checker => {
      const cuts = new Map(replies.map((reply) => [reply, cut(reply)]));
      return { name, kind: 'ours', run: (reply) => streamed(guard, cuts.get(reply) ?? []) };
    });
    const found = ratios([whole, ...streams], replies, rounds);
    return streams.map(({ name }) => ({ text, cut: name, ratio: found.get(name)! }));
  });
}

function streamed(guard: Guard, pieces: readonly string[]): number {
  const stream = guard.stream();
  let length = 0;
  for (const piece of pieces) length += stream.push(piece).release.length;
  return length + stream.end().report.findings.length;
}
