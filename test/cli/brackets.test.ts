import { expect, it } from 'vitest';
import { brackets } from '../../src/cli/explain/brackets.ts';

it('puts each stem under its word, two columns for a wide character', () => {
  const parts = [
    { start: 0, end: 2, label: 'refund' },
    { start: 2, end: 7, label: 'time' },
    { start: 8, end: 9, label: 'arrival' },
  ];
  expect(brackets('退款24小时内a到', parts, 80)).toEqual(['退款24小时内a到', '╰┬─╯╰──┬───╯ ┬╯', ' │     │     ╰ arrival', ' │     ╰ time', ' ╰ refund']);
});

it('cuts a line that is too long between words', () => {
  const text = 'aaaa bbbb cccc';
  const parts = [0, 5, 10].map((start) => ({ start, end: start + 4, label: text[start]! }));
  const lines = brackets(text, parts, 10);
  expect(lines.filter((line) => /[a-c]{4}/.test(line))).toEqual(['aaaa bbbb ', 'cccc']);
});

it('draws a line without words, and one made of control characters', () => {
  expect(brackets('您好', [], 80)).toEqual(['您好']);
  expect(brackets('a\u001b[31mb', [{ start: 0, end: 1, label: 'x' }], 80)[0]).not.toContain('\u001b');
});
