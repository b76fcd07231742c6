import { describe, expect, it } from 'vitest';
import { normalise } from '../../src/text/normalise.ts';
import { originalSpan } from '../../src/text/offsets.ts';

function canonical(text: string): string {
  return normalise(text).text;
}

function quoted(original: string, part: string): string {
  const normalised = normalise(original);
  const at = normalised.text.indexOf(part);
  expect(at, `${part} in ${normalised.text}`).toBeGreaterThanOrEqual(0);
  const { start, end } = originalSpan(normalised, at, at + part.length);
  return original.slice(start, end);
}

describe('plain text', () => {
  it.each(['您好，退款3-5个工作日内到账。请您稍等！', 'we will refund you in 3-5 business days, ok?', '“好的”，您稍等……', '', '好的😊谢谢❤️'])(
    'is returned as it is: %s',
    (text) => {
      expect(normalise(text)).toEqual({ text, map: null, ends: null });
    },
  );
});

describe('one-for-one folds', () => {
  it.each([
    ['Your REFUND', 'your refund'],
    ['３倍赔偿ＯＫ％～', '3倍赔偿ok%~'],
    ['我們保證退款後發貨，這裡沒問題', '我们保证退款后发货，这里没问题'],
    ['「好」『行』', '“好”“行”'],
    ['you’ll', "you'll"],
    ['a\u00a0b\u3000c\td', 'a b c d'],
    ['3–5 days', '3-5 days'],
    ['réfund', 'refund'],
    ['m²', 'm2'],
    ['ṙefuṇd', 'refund'],
    ['⾦額', '金额'],
  ])('%s', (from, to) => {
    expect(normalise(from)).toMatchObject({ text: to, map: null, ends: null });
  });

  it('keeps Chinese and ASCII punctuation apart', () => {
    expect(canonical('，,。.！!？?；;：:、…（(“"')).toBe('，,。.！!？?；;：:、…（(“"');
  });

  it('leaves simplified text alone', () => {
    expect(canonical('著名干部皇后在里面找到了乌龟')).toBe('著名干部皇后在里面找到了乌龟');
  });
});

describe('noise', () => {
  it.each([
    ['退\u200b款\u00ad到\ufeff账', '退款到账'],
    ['保̶证̶', '保证'],
    ['到&nbsp;期&amp;&#36864;&#x6b3e;&lt;', '到 期&退款<'],
    ['通*常*3-5*个*工*作*日', '通常3-5个工作日'],
    ['4ctory, 2moro', 'factory, tomorrow'],
    ['<b>退款</b><br/>好<!-- x -->的', '退款\n好的'],
    ['a < b && c > d', 'a < b && c > d'],
    ['**保证**到账', '保证到账'],
    ['# 标题\n`x`', '标题\nx'],
    ['a\r\nb\rc', 'a\nb\nc'],
    ['退 款 2 4 小 时 内 到 账', '退款24小时内到账'],
    ['您好 退 款 到 账 吗', '您好 退款到账吗'],
    ['退 款 24 小 时 内 到 zhang', '退款24小时内到账'],
    ['退❤款❤24小时', '退款24小时'],
    ['退🌹款🌹24小时', '退款24小时'],
    ['三.倍.赔.偿', '三倍赔偿'],
    ['退*款，退·款，退|款', '退款，退款，退款'],
    ['②④小时内退', '24小时内退'],
    ['⑩天', '10天'],
    ['𝟐𝟒小时 𝐫𝐞𝐟𝐮𝐧𝐝', '24小时 refund'],
    ['2️⃣4️⃣小时', '24小时'],
    ['贰拾肆小时', '二十四小时'],
    ['赔壹佰元', '赔一百元'],
    ['rеfund', 'refund'],
    ['F A C T O R Y  D E F E C T', 'factory defect'],
    ['w-h-a-t-s-a-p-p', 'whatsapp'],
    ['SOOOO sorry', 'so sorry'],
    ['I dont, you cant', "i don't, you can't"],
  ])('%s', (from, to) => {
    expect(canonical(from)).toBe(to);
  });
});

describe('traps', () => {
  it.each([
    '保证书 一定制 一 定制 统一 定做',
    '3.5折 24/7 3-5天 10*20 3~5天 1.5kg',
    '尺码(xl) 客服(app) 迷你(mini) 包(bag)',
    '李*明，王**女士，138****1234',
    '①24小时内发货 ②7天退换',
    '大陆三天到 收拾一下 陆先生',
    '不能退 款式很多',
    '亲~您好~退款已处理',
    '尺码 36 37 38 有',
    '红/黄/蓝',
    '嗯...好...的',
    'sizes s m l xl',
    'a b c d',
    'u.s.a. and e.g. this',
    'well, we were ill, its shell, he wed',
    'https://shop.com/refnd?im=dont and refnd@shop.com',
    'mp3 h2o 4k g2 iphone7 ps5 24h 5in 1st order5',
    '$5.00 or 10 usd',
    'wow!great',
    'привет как дела',
  ])('%s stays', (text) => {
    expect(canonical(text)).toBe(text);
  });
});

describe('originalSpan', () => {
  it('covers noise inside and leaves out noise behind', () => {
    expect(quoted('马上退\u200b款\u200b\u200b到账', '退款')).toBe('退\u200b款');
    expect(quoted('请 退 * 款 * 2 4 * 小 时 内', '24小时')).toBe('2 4 * 小 时');
    expect(quoted('<b>退</b>款', '退')).toBe('退');
    expect(quoted('全&#36864;&#27454;吧', '退款')).toBe('&#36864;&#27454;');
    expect(quoted('a refnd now', 'refund')).toBe('refnd');
    expect(quoted('I dont know', "don't")).toBe('dont');
    expect(quoted('买(mǎi)家', '买家')).toBe('买(mǎi)家');
    expect(quoted('𝐫𝐞𝐟𝐮𝐧𝐝 it', 'refund')).toBe('𝐫𝐞𝐟𝐮𝐧𝐝');
  });

  it('is the identity where nothing moved', () => {
    expect(originalSpan(normalise('ABC'), 1, 2)).toEqual({ start: 1, end: 2 });
  });

  it('is empty for an empty range', () => {
    expect(originalSpan(normalise('a\u200bb'), 1, 1)).toEqual({ start: 2, end: 2 });
  });
});
