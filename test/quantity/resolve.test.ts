import { describe, expect, test } from 'vitest';
import { durationHours, isBetween, isFaster } from '../../src/quantity/compare.ts';
import { resolveTime } from '../../src/quantity/resolve.ts';
import type { TimeQuantity } from '../../src/quantity/quantity.ts';
import { normalise } from '../../src/text/normalise.ts';
import { read } from './show.ts';

function time(text: string): TimeQuantity {
  const [first] = read(normalise(text).text);
  if (first?.kind !== 'time') throw new Error(`${text}: expected a time`);
  return first;
}

/** A Wednesday, in Shanghai. */
const NOW = '2024-11-06T10:00:00+08:00';

test.each([
  ['今天', 0, 14],
  ['今晚八点', 0, 10],
  ['明天', 14, 38],
  ['明天上午十点前', 0, 24],
  ['后天', 38, 62],
  ['周五前', 0, 62],
  ['周三', 0, 14],
  ['周二', 6 * 24 - 10, 7 * 24 - 10],
  ['下周一', 5 * 24 - 10, 6 * 24 - 10],
  ['下午四点前', 0, 6],
  ['早上8点', 14, 22],
  ['12号', 5 * 24 + 14, 6 * 24 + 14],
  ['3号之前', 0, 27 * 24 + 14],
  ['月底前', 0, 24 * 24 + 14],
  ['3月5日', 119 * 24 - 10, 120 * 24 - 10],
  ['2025年1月1日', 56 * 24 - 10, 57 * 24 - 10],
  ['元旦前', 0, 57 * 24 - 10],
  ['tomorrow by 8 pm', 14, 34],
  ['by Friday', 0, 62],
  ['next Monday', 5 * 24 - 10, 6 * 24 - 10],
  ['on Saturday at noon', 62, 74],
  ['by the end of the month', 0, 24 * 24 + 14],
])('%s said on a Wednesday at ten', (text, min, max) => {
  expect(resolveTime(time(text), NOW)).toEqual({ min, max, unit: 'hour' });
});

describe('what cannot be resolved keeps its duration', () => {
  test.each(['24小时内', '中秋前', 'by Easter', 'in two days'])('%s', (text) => {
    const quantity = time(text);
    expect(resolveTime(quantity, NOW)).toEqual(quantity.duration);
  });

  test.each(['', 'tomorrow', '2024-13-40', '2024-11'])('now = "%s"', (now) => {
    const quantity = time('by Friday');
    expect(resolveTime(quantity, now)).toEqual(quantity.duration);
  });
});

test('the offset is where the caller stands and is not applied', () => {
  expect(resolveTime(time('今天'), '2024-11-06T23:30:00-05:00')).toEqual({ min: 0, max: 0.5, unit: 'hour' });
});

describe('comparison', () => {
  const refund = { min: 3, max: 5, unit: 'business-day' } as const;

  test('a business day counts as one calendar day', () => {
    expect(durationHours(refund)).toEqual({ min: 72, max: 120 });
    expect(durationHours({ min: 30, max: 90, unit: 'minute' })).toEqual({ min: 0.5, max: 1.5 });
  });

  test.each([
    ['24小时内', true, false],
    ['两天', true, false],
    ['三天', false, true],
    ['3天内', false, true],
    ['一两天', true, false],
    ['3-5个工作日', false, false],
    ['五天', false, false],
    ['一周内', false, false],
    ['至少三天', false, false],
    ['今晚', true, false],
    ['周五前', true, false],
  ])('%s under 3–5 business days: faster %s, between %s', (text, faster, between) => {
    const { duration } = time(text);
    expect(isFaster(duration, refund)).toBe(faster);
    expect(isBetween(duration, refund)).toBe(between);
  });
});
