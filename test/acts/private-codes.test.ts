import { describe, expect, it } from 'vitest';
import { labelledCodes } from '../../src/acts/private-codes.ts';
import type { Detail } from '../../src/acts/private-details.ts';

function codes(text: string): string[] {
  const found: Detail[] = [];
  labelledCodes(text, found);
  return found.map(({ start, end }) => text.slice(start, end));
}

describe('codes by the word before them', () => {
  it.each([
    ['会员卡号gx0047719,您这卡六月就到期了', 'gx0047719'],
    ['病历号00871可以来复诊', '00871'],
    ['您微信号 xiaomei_9021我加了', 'xiaomei_9021'],
  ])('%s', (text, code) => {
    expect(codes(text)).toEqual([code]);
  });

  it.each(['卡号后四位0871', '微信号 shop_2024 可以找到我们', '您微信上看一下', '订单号请私信'])('finds none in %s', (text) => {
    expect(codes(text)).toEqual([]);
  });
});
