import { median } from './measure.ts';
import { CHINESE, ENGLISH, joined, repeated } from './texts.ts';

/** What a stream gives; the shape of the built package. */
interface Stream {
  push(delta: string): { readonly release: string };
  end(): { readonly report: { readonly findings: readonly unknown[] } };
}

/** What checks and streams; the shape of the built package. */
interface Guard {
  check(reply: string): { readonly findings: readonly unknown[] };
  stream(): Stream;
  session(): { update(change: string | { start: number; end: number; insert: string }): { readonly findings: readonly unknown[] } };
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

/** Measures streams against the whole check of the same texts: the median of the ratios of neighbours in time. */
export function streamCosts(guard: Guard, rounds: number): StreamCost[] {
  return Object.entries(TEXTS).flatMap(([text, replies]) => {
    const whole = (): number => replies.reduce((sum, reply) => sum + guard.check(reply).findings.length, 0);
    const streams = Object.values(CUTS).map((cut) => {
      const cuts = replies.map(cut);
      return () => cuts.reduce((sum, pieces) => sum + streamed(guard, pieces), 0);
    });
    const all = [whole, ...streams];
    const passes = all.map(passesFor);
    const found = streams.map((): number[] => []);
    for (let round = 0; round < rounds; round++) {
      const [base = 1, ...times] = all.map((run, index) => processorTime(run, passes[index]!) / passes[index]!);
      times.forEach((time, index) => found[index]!.push(time / base));
    }
    return Object.keys(CUTS).map((cut, index) => ({ text, cut, ratio: median(found[index]!) }));
  });
}

/** What a character typed into a text of 10,000 costs, as a share of the whole check. */
export function editShare(guard: Guard, rounds: number): number {
  const text = repeated(CHINESE, 10_000, '。\n');
  const session = guard.session();
  session.update(text);
  let at = 0;
  const whole = (): number => guard.check(text).findings.length;
  const edit = (): number => {
    at = (at + 997) % text.length;
    const typed = session.update({ start: at, end: at, insert: '的' }).findings.length;
    return typed + session.update({ start: at, end: at + 1, insert: '' }).findings.length;
  };
  const [checks, edits] = [passesFor(whole), passesFor(edit)];
  const shares = Array.from({ length: rounds }, () => processorTime(edit, edits) / edits / 2 / (processorTime(whole, checks) / checks));
  return median(shares);
}

function streamed(guard: Guard, pieces: readonly string[]): number {
  const stream = guard.stream();
  let length = 0;
  for (const piece of pieces) length += stream.push(piece).release.length;
  return length + stream.end().report.findings.length;
}

/** Microseconds of one slice, and of the warm-up before all. */
const SLICE = 40_000;
const WARM_UP = 1_000_000;

/** How many passes fill a slice, once the compiler is done. */
function passesFor(run: () => number): number {
  let done = 0;
  const started = process.cpuUsage();
  let used = 0;
  while (used < WARM_UP) {
    run();
    done++;
    const { user, system } = process.cpuUsage(started);
    used = user + system;
  }
  return Math.max(1, Math.round((SLICE * done) / used));
}

/** Microseconds of the processor: on a busy machine the clock on the wall says nothing of so short a time. */
function processorTime(run: () => number, passes: number): number {
  const started = process.cpuUsage();
  for (let pass = 0; pass < passes; pass++) run();
  const { user, system } = process.cpuUsage(started);
  return user + system;
}
