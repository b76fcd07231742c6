import { describe, expect, it } from 'vitest';
import { looksLikeComplaint } from '../src/index.ts';
import { readMessages } from '../scripts/mutation/messages.ts';

describe('looksLikeComplaint', () => {
  it.each([
    '杯子收到就是碎的',
    '少了一个螺丝',
    '都等了十天了还没发货',
    '洗一次就掉色，太差了',
    '你们这是骗人',
    '拖了半个月，到底退不退',
    '这是什么态度',
    '人呢？？',
    'The mug arrived cracked.',
    'One screw is missing.',
    "It's been three weeks and still nothing.",
    'You sent me the wrong size.',
    'Worst shop ever.',
    'My headphones stopped working after a day.',
    'WHERE IS IT?!',
  ])('hears a complaint: %s', (text) => {
    expect(looksLikeComplaint(text)).toBe(true);
  });

  it.each([
    '',
    '这款有几个颜色',
    '会掉色吗',
    '怎么安装',
    '什么时候发货',
    '如果坏了怎么保修',
    '谢谢，很喜欢！！',
    'Does it come in blue?',
    'Will it fade?',
    'How do I clean it?',
    'What happens if it breaks?',
    'When will my order ship?',
    'Love it!!',
  ])('hears none: %s', (text) => {
    expect(looksLikeComplaint(text)).toBe(false);
  });

  it('knows each word of test/complaint/*.yml', () => {
    const messages = readMessages();
    expect(messages.length).toBeGreaterThan(1000);
    expect(messages.filter(({ text, complaint }) => looksLikeComplaint(text) !== complaint).map(({ text }) => text)).toEqual([]);
  });
});
