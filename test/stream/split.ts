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

/** As `toEqual`, which takes its time; done a million times. */
function expectSame(actual: unknown, expected: unknown): void {
  if (JSON.stringify(actual) !== JSON.stringify(expected)) expect(actual).toEqual(expected);
}

function inOrder(a: Finding, b: Finding): number {
  return a.start - b.start || a.end - b.end || (a.rule < b.rule ? -1 : 1);
}

/** Holds a stream to its whole text: same report, same findings, nothing of a violation released, nothing lost. */
export function expectFaithful(guard: Guard, reply: string, pieces: readonly string[], context: Context | undefined, failOn: FailOn, whole: Report): void {
  const { released, held, findings, report } = stream(guard, pieces, context, failOn);
  expectSame(report, whole);
  expectSame(facts(findings), facts(whole.findings));
  expectSame(released + held, reply);
  const violations = whole.findings.filter(({ severity }) => violates(severity, failOn));
  if (violations.length === 0) expectSame(held, '');
  for (const { start, text } of violations) expect(released.length, text).toBeLessThanOrEqual(start);
}
