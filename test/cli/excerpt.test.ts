import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { excerpt, groupByLine } from '../../src/cli/excerpt.ts';
import { harmlessLine, textWidth } from '../../src/cli/width.ts';

function show(reply: string, words: string, sign = '^'): [string, string] {
  const start = reply.indexOf(words);
  const { text, underline } = excerpt(reply, [{ start, end: start + words.length, sign }]);
  return [text, underline];
}

describe('the signs stand under the words, column for column', () => {
  test.each([
    ['abc def', 'def', '    ^^^'],
    ['退款一定到账', '一定', '    ^^^^'],
    ['ＡＢ一定', '一定', '    ^^^^'],
    ['cafe\u0301 now', 'now', '     ^^^'],
    ['👨‍👩‍👧一定', '一定', '  ^^^^'],
    ['退\u200b款一定', '一定', '    ^^^^'],
    ['a\tb', 'b', '  ^'],
    ['第一行\r\n第二行一定的', '一定', '      ^^^^'],
    ['𠮷一定', '一定', '  ^^^^'],
  ])('%j, %j', (reply, words, underline) => {
    expect(show(reply, words)[1]).toBe(underline);
  });

  test('whatever stands before and inside', () => {
    const part = fc.string({ unit: fc.constantFrom('a', '退', 'é', '👍', '\u200b', '\ud800', '\t', '，', 'e\u0301') });
    fc.assert(
      fc.property(part, part, (before, after) => {
        fc.pre(before.length < 25);
        const [text, underline] = show(`${before}[X]${after}`, '[X]');
        expect(underline.trimEnd()).toBe(`${' '.repeat(textWidth(before))}^^^`);
        expect(text.startsWith(harmlessLine(before))).toBe(true);
      }),
    );
  });
});

test('an empty mark gets one sign', () => {
  expect(excerpt('好', [{ start: 0, end: 0, sign: '~' }])).toEqual({ text: '好', underline: '~' });
  expect(excerpt('', [{ start: 0, end: 0, sign: '~' }])).toEqual({ text: '', underline: '~' });
});

test('a long line is cut on both sides, without splitting a character', () => {
  const reply = `${'👍'.repeat(500)}一定${'👍'.repeat(500)}`;
  const [text, underline] = show(reply, '一定');
  expect(text).toBe(`…${'👍'.repeat(15)}一定${'👍'.repeat(15)}…`);
  expect(underline).toBe(`${' '.repeat(31)}^^^^`);
});

test('a mark that runs over several lines is shown on its first', () => {
  const { text, underline } = excerpt('好的\n一定\n办', [{ start: 3, end: 7, sign: '^' }]);
  expect([text, underline]).toEqual(['一定', '^^^^']);
});

test('a graver mark covers a lighter one', () => {
  const marks = [
    { start: 2, end: 4, sign: '^' },
    { start: 0, end: 6, sign: '~' },
  ];
  expect(excerpt('abcdef', marks).underline).toBe('~~^^~~');
});

test('marks of one line are shown together, of several lines apart', () => {
  const reply = '一二三\n四五六';
  const mark = (start: number, end: number) => ({ start, end, sign: '^' });
  expect(groupByLine(reply, [mark(4, 5), mark(0, 1), mark(2, 3)])).toEqual([[mark(0, 1), mark(2, 3)], [mark(4, 5)]]);
});

test('a reply cannot move the cursor, colour the screen or turn the direction', () => {
  expect(harmlessLine('a\u001b[31mb\u202ec\u0007\nd')).toBe('a·[31mbc· d');
});
