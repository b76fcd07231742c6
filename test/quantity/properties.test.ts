import fc from 'fast-check';
import { expect, test } from 'vitest';
import { quantitiesEn } from '../../src/generated/quantities-en.ts';
import { quantitiesZh } from '../../src/generated/quantities-zh.ts';
import { createQuantityReader, readQuantities } from '../../src/quantity/read.ts';
import { read } from './show.ts';

const FRAGMENTS = [
  '退款', '24', '小时', '内', '一', '两', '三', '半', '个', '工作日', '天', '周', '下', '月', '日', '号', '点', '前', '后', '多', '几', '百', '万',
  '元', '块', '毛', '倍', '折', '成', '券', '张', '满', '减', '×', '约', '最晚', '第', '每', '¥', '$', '%', '.', ',', ':', '/', '-', '~', ' ', '\n', '今天',
  '明', '早', '晚', '礼拜', '百分之', '退一赔', 'a ', 'an ', 'one ', 'two ', 'half ', 'hundred ', 'day', 's ', 'hours ', 'within ', 'in the ', 'by ',
  'the ', 'next ', 'friday ', 'may ', 'th ', 'of ', 'pm ', 'am ', 'to ', 'or ', 'and ', 'x ', 'dollars ', 'off ', 'times ', 'tomorrow ', '5', '12', '2024', '0',
  '\ud800', '\udc00', '\u0000', '。', 'é', '😀',
];
const text = fc.oneof(
  fc.array(fc.constantFrom(...FRAGMENTS), { maxLength: 40 }).map((parts) => parts.join('')),
  fc.string({ unit: 'binary', maxLength: 60 }),
);

test('quantities are in order, apart, inside the text and plain JSON', () => {
  fc.assert(
    fc.property(text, (sample) => {
      const quantities = read(sample);
      let last = 0;
      for (const quantity of quantities) {
        expect(quantity.start).toBeGreaterThanOrEqual(last);
        expect(quantity.end).toBeGreaterThan(quantity.start);
        last = quantity.end;
        if (quantity.kind === 'time') expect(quantity.duration.max).toBeGreaterThanOrEqual(quantity.duration.min);
      }
      expect(last).toBeLessThanOrEqual(sample.length);
      expect(JSON.parse(JSON.stringify(quantities))).toEqual(quantities);
    }),
    { numRuns: 20_000 },
  );
});

test('reading a text twice, or after another, gives the same', () => {
  fc.assert(
    fc.property(text, text, (first, second) => {
      const before = JSON.stringify(read(first));
      read(second);
      expect(JSON.stringify(read(first))).toBe(before);
    }),
    { numRuns: 2_000 },
  );
});

test.each(FRAGMENTS)('100,000 units of %j are read without a throw', (fragment) => {
  const long = fragment.repeat(Math.ceil(100_000 / fragment.length));
  expect(read(long).length).toBeLessThanOrEqual(long.length);
});

test('each language reads alone', () => {
  expect(createQuantityReader([quantitiesZh])('24小时内, within 2 days').map(({ kind }) => kind)).toEqual(['time', 'number']);
  expect(createQuantityReader([quantitiesEn])('24小时内, within 2 days').map(({ kind }) => kind)).toEqual(['number', 'time']);
});

test('readQuantities builds one reader for a list of languages', () => {
  const languages = [quantitiesZh, quantitiesEn];
  expect(readQuantities('3天 3 days', languages)).toEqual(read('3天 3 days'));
  expect(readQuantities('', languages)).toEqual([]);
});
