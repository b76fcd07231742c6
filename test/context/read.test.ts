import { describe, expect, expectTypeOf, it } from 'vitest';
import { readContext } from '../../src/context/index.ts';
import type { Context } from '../../src/context/index.ts';
import { ContextError } from '../../src/errors.ts';

function faultsOf(input: unknown): string[] {
  try {
    readContext(input);
  } catch (error) {
    if (!(error instanceof ContextError)) throw error;
    return error.issues.map((issue) => `${issue.path}: ${issue.expected}`);
  }
  return [];
}

describe('readContext', () => {
  it('fills in what was left out', () => {
    expect(readContext({})).toEqual(readContext(undefined));
    expect(readContext(undefined)).toEqual({
      complaint: false,
      resolved: false,
      verified: false,
      apologized: false,
      channel: 'private',
      evidenceRequests: 0,
      customer: null,
      history: [],
      paid: null,
      returnFreight: null,
      tier: 'frontline',
      decision: null,
      now: null,
      lang: null,
    });
  });

  it('allocates nothing for an unknown context', () => {
    expect(readContext(undefined)).toBe(readContext(undefined));
  });

  it('reads every field', () => {
    const given: Context = {
      complaint: true,
      resolved: true,
      verified: true,
      apologized: true,
      channel: 'public',
      evidenceRequests: 2,
      customer: '明天能发吗?',
      history: [{ role: 'agent', text: '您好' }],
      paid: 66.6,
      returnFreight: 12,
      tier: 'senior',
      now: '2024-05-27T10:00:00+08:00',
      lang: 'zh',
    };
    expect(readContext(given)).toEqual({
      ...given,
      paid: 6660,
      returnFreight: 1200,
      decision: null,
      now: { epoch: Date.UTC(2024, 4, 27, 2), offset: 480 },
    });
  });

  it('takes undefined as left out', () => {
    expect(readContext({ complaint: undefined }).complaint).toBe(false);
  });

  it('cannot be changed', () => {
    expect(Object.isFrozen(readContext({ complaint: true }))).toBe(true);
  });

  it('names every fault with its path', () => {
    expect(
      faultsOf({
        complaint: 'yes',
        channel: 'email',
        evidenceRequests: -1,
        customer: null,
        history: [{ role: 'bot', text: 3, at: 1 }, 'hello'],
        paid: Number.NaN,
        returnFreight: -1,
        tier: 'boss',
        decision: { action: 'offer' },
        now: '2024-05-27',
        lang: 'fr',
        mood: 'bad',
      }),
    ).toEqual([
      'complaint: true or false',
      'channel: one of "private", "public"',
      'evidenceRequests: a whole number ≥ 0',
      'customer: a text',
      'history[0].role: one of "customer", "agent"',
      'history[0].text: a text',
      'history[0].at: no field of this name',
      'history[1]: an object with role and text',
      'paid: a number ≥ 0',
      'returnFreight: a number ≥ 0',
      'tier: one of "frontline", "senior", "supervisor"',
      'decision: a decision as `decide` returns it',
      'now: a time in ISO 8601 with offset, such as "2024-05-27T10:00:00+08:00"',
      'lang: one of "zh", "en"',
      'mood: no field of this name',
    ]);
  });

  it.each([null, [], 'public', 3, true])('%j is no context', (value) => {
    expect(faultsOf(value)).toEqual([': an object with the fields of a context']);
  });

  it.each([
    ['2024-02-29T00:00:00Z', Date.UTC(2024, 1, 29), 0],
    ['2024-05-27T10:00-05:30', Date.UTC(2024, 4, 27, 15, 30), -330],
    ['2024-05-27T10:00:00.123456Z', Date.UTC(2024, 4, 27, 10), 0],
  ])('now %s', (now, epoch, offset) => {
    expect(readContext({ now }).now).toEqual({ epoch, offset });
  });

  it.each([
    '2023-02-29T00:00:00Z',
    '2024-13-01T00:00:00Z',
    '2024-05-27T24:00:00Z',
    '2024-05-27T10:00:00',
    '2024-05-27T10:00:00+25:00',
    '',
  ])('refuses %s as a time', (now) => {
    expect(faultsOf({ now })).toHaveLength(1);
  });

  it('is typed', () => {
    expectTypeOf<Context['tier']>().toEqualTypeOf<'frontline' | 'senior' | 'supervisor' | undefined>();
    // @ts-expect-error a field of no such name
    const unknown: Context = { mood: 'bad' };
    expect(() => readContext(unknown)).toThrow('mood: expected no field of this name');
  });
});
