import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { moveMarks } from '../../playground/src/marks.ts';
import { segmentsOf } from '../../playground/src/segments.ts';
import type { Mark } from '../../playground/src/segments.ts';

const severity = fc.constantFrom('info', 'warn', 'block');

/** A text with places in it. */
const marked = fc.string({ maxLength: 40 }).chain((text) =>
  fc.record({
    text: fc.constant(text),
    marks: fc.array(
      fc.tuple(fc.nat(text.length), fc.nat(text.length), severity).map(([a, b, grade]): Mark => ({ start: Math.min(a, b), end: Math.max(a, b), severity: grade })),
      { maxLength: 5 },
    ),
  }),
);

describe('segments', () => {
  it('are the text, and each has the gravest severity that covers it', () => {
    fc.assert(
      fc.property(marked, ({ text, marks }) => {
        const segments = segmentsOf(text, marks);
        expect(segments.map((segment) => segment.text).join('')).toBe(text);
        let at = 0;
        for (const segment of segments) {
          const over = marks.filter(({ start, end }) => start <= at && end > at).map((mark) => mark.severity);
          const gravest = (['block', 'warn', 'info'] as const).find((grade) => over.includes(grade)) ?? null;
          expect(segment.severity).toBe(gravest);
          at += segment.text.length;
        }
      }),
    );
  });

  it('keep the words of a finding that others overlap', () => {
    expect(segmentsOf('abcdef', [{ start: 1, end: 4, severity: 'warn' }, { start: 3, end: 5, severity: 'block' }])).toEqual([
      { text: 'a', severity: null },
      { text: 'bc', severity: 'warn' },
      { text: 'd', severity: 'block' },
      { text: 'e', severity: 'block' },
      { text: 'f', severity: null },
    ]);
  });
});

describe('marks while somebody types', () => {
  it('stand on the same words, or are gone', () => {
    fc.assert(
      fc.property(marked, fc.nat(), fc.nat(), fc.string({ maxLength: 10 }), ({ text, marks }, a, b, typed) => {
        const from = Math.min(a % (text.length + 1), b % (text.length + 1));
        const to = Math.max(a % (text.length + 1), b % (text.length + 1));
        const after = text.slice(0, from) + typed + text.slice(to);
        const moved = moveMarks(marks, text, after);
        const words = marks.map(({ start, end }) => text.slice(start, end));
        for (const { start, end } of moved) expect(words).toContain(after.slice(start, end));
      }),
    );
  });

  it('move along with what is typed before them', () => {
    expect(moveMarks([{ start: 1, end: 3, severity: 'block' }], 'a退款b', 'xa退款b')).toEqual([{ start: 2, end: 4, severity: 'block' }]);
    expect(moveMarks([{ start: 1, end: 3, severity: 'block' }], 'a退款b', 'a退款bc')).toEqual([{ start: 1, end: 3, severity: 'block' }]);
    expect(moveMarks([{ start: 1, end: 3, severity: 'block' }], 'a退款b', 'a退x款b')).toEqual([]);
  });
});
