import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalise } from '../../src/text/normalise.ts';
import { originalSpan } from '../../src/text/offsets.ts';
import { chineseNoise, englishNoise } from './noise.ts';

const FRAGMENTS = [
  '退款', '24小时', '到账', '到帐', ' ', '  ', '\n', '\r\n', '.', '*', '**', '·', '❤', '🌹', '❤️', '\u200b', '\u0301', '&nbsp;', '&#36864;', '&amp;', '<b>', '</b>', '<br>', '<',
  '(tuikuan)', '（mǎi）', '(XL)', '①', '②', '⑩', '𝟐', '壹', '贰', '佰', '陆', '大', 'dont', 'REFND', 'f!ve', 'd0llar', 'sooooo', 'a b', 'F A C T', 'r.e.f.u.n.d', 'а', 'е', '薇信', '保正', '保正品',
  'tuikuan', 'kuan', 'bao', '證', '這', '３', 'Ａ', '，', ',', '“', '『', '_', '`', '#', '# ', '|', '@', '$', '!', '3.5', '10*20', '\ud83c', '\ude00', '\ud835', '\ufe0f', '\u200d', '&', ';', 'x',
];

const reply = fc.oneof(
  fc.array(fc.constantFrom(...FRAGMENTS), { maxLength: 24 }).map((parts) => parts.join('')),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 30 }).map((units) => String.fromCharCode(...units)),
);

describe('normalise', () => {
  it('maps every range of the canonical text into the string, in order', () => {
    fc.assert(
      fc.property(reply, (original) => {
        const { text, map, ends } = normalise(original);
        if (map === null || ends === null) {
          expect(text.length).toBe(original.length);
          return;
        }
        expect(map.length).toBe(text.length + 1);
        expect(ends.length).toBe(text.length);
        expect(map[text.length]).toBe(original.length);
        for (let at = 0; at < text.length; at += 1) {
          expect(map[at]).toBeGreaterThanOrEqual(0);
          expect(map[at + 1]).toBeGreaterThanOrEqual(map[at]);
          expect(ends[at]).toBeGreaterThanOrEqual(map[at]);
          expect(ends[at]).toBeLessThanOrEqual(original.length);
        }
        const whole = originalSpan({ text, map, ends }, 0, text.length);
        expect(whole.start).toBeLessThanOrEqual(whole.end);
      }),
      { numRuns: 20_000 },
    );
  });

  it('leaves canonical text alone', () => {
    fc.assert(
      fc.property(reply, (original) => {
        const once = normalise(original).text;
        expect(normalise(once).text).toBe(once);
      }),
      { numRuns: 20_000 },
    );
  });

  it('takes time in proportion to the length on hostile input', () => {
    const pieces = ['退 ', '退*', '退款24小时内', '(', '（a', '<b', '&#', '*a', '**', '_ ', 'a.', 'a ', '1 ', '\u0301', 'a\u200b', '\ud800', '３', '①', '𝟐', '❤', '退❤', 'dont ', 'aaa', 'a@', '壹', '`', '#\n', '&amp;', 'а'];
    for (const piece of pieces) {
      const text = piece.repeat(Math.ceil(200_000 / piece.length));
      const begin = performance.now();
      normalise(text);
      expect(performance.now() - begin, JSON.stringify(piece)).toBeLessThan(3_000);
    }
  });
});

const CHINESE = [
  '亲，您的退款24小时内一定到账，请放心。',
  '我保证给您三倍赔偿，加微信聊吧！',
  '给个好评返现5元红包，承诺明天发货。',
  '通常3-5个工作日到账，以银行为准。',
];

const ENGLISH = [
  "i promise a full refund of five dollars by tomorrow, don't worry",
  "our factory can't guarantee it, so message me on whatsapp",
  'you will definitely receive compensation this month',
];

describe.each([
  ['Chinese', chineseNoise, CHINESE],
  ['English', englishNoise, ENGLISH],
] as const)('%s noise', (_language, transformations, replies) => {
  it.each(transformations.filter(({ exact }) => exact))('$name reads as plain text', ({ apply }) => {
    for (const plain of replies) expect(normalise(apply(plain)).text).toBe(normalise(plain).text);
  });

  it.each(transformations)('$name changes something', ({ apply }) => {
    expect(replies.some((plain) => apply(plain) !== plain)).toBe(true);
  });
});
