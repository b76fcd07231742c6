import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { createGuard, InputError } from '../../src/index.ts';
import type { EditSession, TextChange } from '../../src/index.ts';
import { Engine } from '../../src/engine.ts';
import { learnedReader } from '../../src/learned/index.ts';
import { loadFixtures } from '../../src/testing/files.ts';

const CASES = Number(process.env['STREAM_CASES'] ?? 800);
const guard = createGuard();
const fixtures = loadFixtures(['.'], { root: fileURLToPath(new URL('../../fixtures', import.meta.url)), each: false });

afterEach(() => {
  vi.restoreAllMocks();
});

/** The sentences that an update reads. */
function readBy(session: EditSession, change: string | TextChange): string[] {
  const read = vi.spyOn(Engine.prototype, 'readSentence');
  session.update(change);
  const sentences = read.mock.calls.map(([original]) => original);
  read.mockRestore();
  return sentences;
}

describe('a session', () => {
  it('tells the same as a check, with places for underlining', () => {
    const session = guard.session();
    expect(session.update('退款到账。').findings).toEqual([]);
    const { findings } = session.update({ start: 2, end: 2, insert: '24小时内' });
    expect(session.text).toBe('退款24小时内到账。');
    expect(findings.map(({ start, end }) => session.text.slice(start, end))).toEqual(['退款24小时内到账']);
    expect(session.update({ start: 0, end: 0, insert: '您好。' })).toEqual(guard.check('您好。退款24小时内到账。'));
    expect(session.update({ start: 5, end: 9, insert: '3-5个工作日' })).toEqual(guard.check(session.text));
  });

  it('reads only sentences that are new', () => {
    const session = guard.session();
    const text = '您好。在的。我看看。';
    expect(readBy(session, text)).toEqual(['您好。', '在的。', '我看看。']);
    expect(readBy(session, text)).toEqual([]);
    expect(readBy(session, { start: 5, end: 5, insert: '哦' })).toEqual(['在的哦。']);
    expect(readBy(session, { start: 0, end: 0, insert: '亲。' })).toEqual(['亲。']);
    expect(readBy(session, { start: 2, end: 5, insert: '' })).toEqual([]);
    expect(readBy(session, text)).toEqual([]);
  });

  it('reads the edited sentence alone, however long the text is', () => {
    const session = guard.session();
    const reply = fixtures.slice(0, 400).map((fixture) => fixture.reply).join('。');
    const at = readBy(session, reply).length;
    expect(at).toBeGreaterThan(400);
    for (const place of [10, 5_000, reply.length - 10]) {
      expect(readBy(session, { start: place, end: place, insert: '的' }).length).toBeLessThanOrEqual(2);
    }
  });

  it('reads a sentence that stands twice in two places', () => {
    const session = guard.session();
    const twice = '送您一张15元优惠券。送您一张15元优惠券。';
    expect(session.update(twice)).toEqual(guard.check(twice));
    expect(session.update(`好。${twice}`)).toEqual(guard.check(`好。${twice}`));
    expect(session.update('送您一张15元优惠券。').findings).toEqual([]);
  });

  it('forgets what has long gone', () => {
    const session = guard.session();
    session.update('您好。');
    session.update(`${'很久以前的话，'.repeat(4_000)}。`);
    session.update('好。');
    expect(readBy(session, '您好。')).toEqual(['您好。']);
  });

  it('refuses places outside the text', () => {
    const session = guard.session();
    session.update('您好');
    for (const [start, end] of [[-1, 0], [0, 3], [2, 1], [0.5, 1], [NaN, 1]] as const) {
      expect(() => session.update({ start, end, insert: '' })).toThrow(InputError);
    }
    for (const wrong of ['null', '1', '{}']) expect(() => session.update(JSON.parse(wrong) as string)).toThrow(InputError);
    expect(() => session.update({ start: 0, end: 0, insert: JSON.parse('1') as string })).toThrow(InputError);
    expect(session.text).toBe('您好');
  });
});

describe('any edits', () => {
  const piece = fc.oneof(
    fc.constantFrom(...fixtures.filter((_, index) => index % 40 === 0).map(({ reply }) => reply)),
    fc.constantFrom('。', '！', '.', ' ', '\n', '\r\n', '不', '退款', '24小时内到账', '抱歉', '\u200b', '\ud83d', '😀', '3', 'Mr'),
    fc.string({ maxLength: 3 }),
  );
  const edit = fc.record({ start: fc.nat(), length: fc.nat(30), insert: piece });
  const context = fc.record({ complaint: fc.boolean(), channel: fc.constantFrom('private', 'public') }, { requiredKeys: [] });

  it.each([
    ['the rules alone', guard, 1 / 6],
    ['the second reader', createGuard({ policy: 'us-store', reader: learnedReader() }), 1 / 40],
  ] as const)('give the report of a check, with %s', (_name, own, share) => {
    fc.assert(
      fc.property(piece, fc.array(edit, { maxLength: 8 }), context, (reply, edits, known) => {
        const session = own.session(known);
        expect(session.update(reply)).toEqual(own.check(reply, known));
        for (const { start, length, insert } of edits) {
          const from = start % (session.text.length + 1);
          const report = session.update({ start: from, end: Math.min(session.text.length, from + length), insert });
          expect(report).toEqual(own.check(session.text, known));
        }
      }),
      { seed: 20240527, numRuns: Math.ceil(CASES * share), endOnFailure: true },
    );
  });
});
