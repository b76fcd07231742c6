/** Text that was written to be cut in a bad place: the stream still sees what the whole check sees. */
import fc from 'fast-check';
import { describe, it } from 'vitest';
import { createGuard } from '../../src/index.ts';
import { atRandom, byCodeUnit, expectationOf, expectFaithful, inTwo } from './split.ts';

const guard = createGuard();
const seeded = { seed: 20240527, endOnFailure: true } as const;

const AWKWARD: Readonly<Record<string, string>> = {
  'surrogate pairs': '好的😀。退款😀24小时内到账👨‍👩‍👧。谢谢👍',
  'a lone surrogate': '好的。\ud83d退款24小时内到账\udc4d。',
  'carriage returns': '您好。\r\n退款24小时\r\n内到账。\r\n谢谢\r\n',
  'zero-width characters': '您好.\u200b\u200b 退\u200b款24小\ufeff时内到账。',
  'HTML entities': '您好&#33;退款&#50;4小时内到账&lt;br&gt;&amp;nbsp;好的。',
  'tags and emphasis': '**您好**。<b>退款</b>24小时<br/>内到账。`好`的',
  'marks in a row': '您好!!!???。。。……”）退款24小时内到账！！！ ...',
  'figures and short forms': 'Mr. Lee paid $3.50 on Nov. 5 at 3 p.m. and is No. 1. Triple refund, guaranteed! 1. Open it.\n2. Go',
  'a mark inside a word': "I'll f!ve you tr?ple your money. W1ll!now. OK",
  'full-width': '您好．退款２４小时内到账！Ｍｒ．Ｌｅｅ',
  'spaces only': '  \n ',
  'spaces after the end': '您好。  \n\n ',
  nothing: '',
};

describe('awkward text', () => {
  it.each(Object.entries(AWKWARD))('%s', (_name, reply) => {
    const expected = expectationOf(guard, reply, undefined);
    for (let at = 0; at <= reply.length; at++) expectFaithful(guard, inTwo(reply, at), undefined, 'block', expected);
    expectFaithful(guard, byCodeUnit(reply), undefined, 'warn', expected);
  });

  it('of any kind gives the same report, however it is cut', () => {
    const piece = fc.oneof(
      fc.constantFrom('退款24小时内到账', '加我微信', '我们退您100元', '您实付59元', '给您三倍赔偿', '抱歉', '不好说', '。', '！', '.', ' ', '\r\n', '\u200b', '&#3', '6;', '<b', '>', '”', '3', 'a', '😀'),
      fc.string({ unit: 'binary', maxLength: 4 }),
    );
    const reply = fc.array(piece, { maxLength: 14 }).map((pieces) => pieces.join(''));
    const context = fc.record({ complaint: fc.boolean(), paid: fc.constantFrom(10, 100), channel: fc.constantFrom('private', 'public') }, { requiredKeys: [] });
    const failOn = fc.constantFrom('warn', 'block');
    fc.assert(
      fc.property(reply, context, failOn, fc.nat(), (text, known, severity, seed) => {
        expectFaithful(guard, atRandom(text, seed), known, severity, expectationOf(guard, text, known));
      }),
      { ...seeded, numRuns: Number(process.env['STREAM_CASES'] ?? 800) },
    );
  });
});
