/** Ways of cutting a reply, and what a stream makes of the pieces. */
import { expect } from 'vitest';
import type { Context, FailOn, Finding, Guard, Report } from '../../src/index.ts';
import { violates } from '../../src/stream/violation.ts';

export function byCodeUnit(text: string): string[] {
  return text.split('');
}

/** As UTF-8 comes off a wire byte by byte, decoded as it comes. */
export function byByte(text: string): string[] {
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  const pieces = [...new TextEncoder().encode(text)].map((byte) => decoder.decode(Uint8Array.of(byte), { stream: true }));
  return [...pieces, decoder.decode()];
}

export function inTwo(text: string, at: number): string[] {
  return [text.slice(0, at), text.slice(at)];
}

/** Cut at random, by a generator that is repeated by its seed; some pieces are empty. */
export function atRandom(text: string, seed: number): string[] {
  let state = seed >>> 0;
  const pieces: string[] = [];
  for (let at = 0; at < text.length; ) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    const length = (state >>> 16) % 13;
    pieces.push(text.slice(at, at + length));
    at += length;
  }
  return pieces;
}

export interface Streamed {
  readonly released: string;
  readonly held: string;
  readonly findings: readonly Finding[];
  readonly report: Report;
}

export function stream(guard: Guard, pieces: readonly string[], context: Context | undefined, failOn: FailOn): Streamed {
  const reply = guard.stream(context, { failOn, maxHeld: Infinity });
  const steps = pieces.map((piece) => reply.push(piece));
  const end = reply.end();
  const all = [...steps, end];
  return {
    released: all.map(({ release }) => release).join(''),
    held: end.held,
    findings: all.flatMap(({ findings }) => findings),
    report: end.report,
  };
}

/** What a finding says whatever the language of the text so far. */
export function facts(findings: readonly Finding[]): unknown[] {
  return [...findings].sort(inOrder).map(({ message: _message, advice: _advice, ...rest }) => rest);
}

function inOrder(a: Finding, b: Finding): number {
  return a.start - b.start || a.end - b.end || (a.rule < b.rule ? -1 : 1);
}

/** What a stream is held to; worked out once for all ways of cutting a reply. */
export interface Expectation {
  readonly reply: string;
  readonly report: string;
  readonly findings: string;
  /** Where the first violation starts; the length of the reply where there is none. */
  readonly limit: Readonly<Record<FailOn, number>>;
}

export function expectationOf(guard: Guard, reply: string, context: Context | undefined): Expectation {
  const whole = guard.check(reply, context);
  const limit = (failOn: FailOn): number => Math.min(reply.length, ...whole.findings.filter(({ severity }) => violates(severity, failOn)).map(({ start }) => start));
  return {
    reply,
    report: JSON.stringify(whole),
    findings: JSON.stringify(facts(whole.findings)),
    limit: { warn: limit('warn'), block: limit('block') },
  };
}

/** Holds a stream to its whole text: same report, same findings, nothing of a violation released, nothing else kept. */
export function expectFaithful(guard: Guard, pieces: readonly string[], context: Context | undefined, failOn: FailOn, expected: Expectation): void {
  const { released, held, findings, report } = stream(guard, pieces, context, failOn);
  const { reply } = expected;
  const faithful =
    JSON.stringify(report) === expected.report &&
    JSON.stringify(facts(findings)) === expected.findings &&
    released + held === reply &&
    released.length <= expected.limit[failOn] &&
    (held === '' || violates(report.verdict, failOn));
  // An expectation costs more than the stream, and there are a million of them.
  if (!faithful) expect({ pieces, report, findings: facts(findings), released, held }).toEqual({ ...expected, pieces });
}
