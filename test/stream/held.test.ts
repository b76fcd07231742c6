/** What a stream holds back, and until when. */
import { describe, expect, it } from 'vitest';
import { createGuard, HeldError, InputError, loadPolicyDocument } from '../../src/index.ts';
import type { Context, GuardOptions, ReplyStream, SecondReader, StreamOptions, Watch } from '../../src/index.ts';
import { learnedReader } from '../../src/learned/index.ts';

/** What each piece releases, the end last. */
function releases(pieces: readonly string[], context?: Context, options?: StreamOptions, guard: GuardOptions = {}): string[] {
  const stream = createGuard(guard).stream(context, options);
  return [...pieces.map((piece) => stream.push(piece).release), stream.end().release];
}

describe('a sentence', () => {
  it('is held until it is known where it ends', () => {
    expect(releases(['好的', '。', '我', '看看'])).toEqual(['', '', '好的。', '', '我看看']);
  });

  it('is held for a hedge that follows the promise', () => {
    expect(releases(['退款一般24小时内到账', '，具体以银行为准。', '好的'])).toEqual(['', '', '退款一般24小时内到账，具体以银行为准。', '好的']);
  });

  it('with a violation is never released, nor what follows', () => {
    expect(releases(['好的。退款24小时内到账。', '我看看。', '好'])).toEqual(['好的。', '', '', '']);
  });

  it('with a warning is released, unless warnings are violations', () => {
    const pieces = ['你一定是用错了。', '好的'];
    expect(createGuard().check(pieces.join('')).verdict).toBe('warn');
    expect(releases(pieces).join('')).toBe(pieces.join(''));
    expect(releases(pieces, {}, { failOn: 'warn' }).join('')).toBe('');
  });
});

describe('the opening of an answer to a complaint', () => {
  const complaint = { complaint: true };

  it('waits for an apology', () => {
    expect(releases(['您好。', '非常抱歉。', '我看看。'], complaint)).toEqual(['', '', '您好。非常抱歉。', '我看看。']);
  });

  it('waits no longer than two sentences that say something', () => {
    expect(releases(['您的包裹还在路上。', '请您再等一等看看。', '好的。'], complaint)).toEqual(['', '', '您的包裹还在路上。请您再等一等看看。', '好的。']);
  });

  it('does not wait where an apology came before, or nobody complains, or the rule is off', () => {
    const pieces = ['您的包裹还在路上。', '好'];
    expect(releases(pieces, { complaint: true, apologized: true })[1]).toBe(pieces[0]);
    expect(releases(pieces)[1]).toBe(pieces[0]);
    expect(releases(pieces, complaint, {}, { policy: { extends: 'default', off: ['no-apology'] } })[1]).toBe(pieces[0]);
  });
});

describe('an act that is judged by the whole reply', () => {
  it('waits for the end, where what follows may make it a violation', () => {
    expect(releases(['好的。', '随信附赠小礼物。', '我看看。', '好'])).toEqual(['', '好的。', '', '', '随信附赠小礼物。我看看。好']);
    expect(releases(['好的。', '随信附赠小礼物。', '全额退款给您。', '好'])).toEqual(['', '好的。', '', '', '']);
  });

  it('is let go where the reply has excused it', () => {
    const pieces = ['这个不好说。', '我先帮您核实一下，稍后回复您。', '好的'];
    expect(releases(pieces, {}, { failOn: 'warn' })).toEqual(['', '', pieces[0]! + pieces[1]!, pieces[2]]);
  });

  it('does not wait where the context settles it', () => {
    const pieces = ['我们退您30元。', '好的'];
    expect(releases(pieces)).toEqual(['', '', pieces.join('')]);
    expect(releases(pieces, { paid: 59 })).toEqual(['', pieces[0], pieces[1]]);
  });

  it('does not wait where it would be no violation', () => {
    const pieces = ['这个不好说。', '好的'];
    expect(releases(pieces)).toEqual(['', pieces[0], pieces[1]]);
    expect(releases(pieces, {}, { failOn: 'warn' })).toEqual(['', '', '']);
    expect(releases(['加微信聊。', '好'], {}, {}, { policy: { extends: 'default', severities: { 'off-platform': 'warn' } } })[1]).toBe('加微信聊。');
  });
});

describe('a second reader', () => {
  const pieces = ['您的包裹昨天已经到了杭州中转站，', '预计还要两三天。这款面料是纯棉的，建议用冷水手洗，不要暴晒。', '第一次洗可能会有轻微的浮色，是正常的，和别的衣服分开洗就好。', '好的'];
  const texts = (guard: GuardOptions, options: StreamOptions): string[] => releases(pieces, {}, options, guard);

  it('that only warns holds nothing back where warnings are no violations', () => {
    expect(texts({ reader: learnedReader() }, {})).toEqual(texts({}, {}));
  });

  it('that follows holds back the last clauses, and what it would warn of', () => {
    const held = texts({ reader: learnedReader() }, { failOn: 'warn' });
    expect(held[3]).toBe(pieces[0]! + pieces[1]!);
    expect(held.join('')).toBe(pieces.join(''));
    expect(held.slice(0, -1).join('').length).toBeLessThan(texts({}, { failOn: 'warn' }).slice(0, -1).join('').length);
  });

  it('of which nothing is known holds back everything', () => {
    const { read } = learnedReader();
    expect(texts({ reader: { read } }, { failOn: 'block' })).toEqual(['', '', '', '', pieces.join('')]);
    expect(texts({ reader: { read, raises: 'warn' } }, { failOn: 'block' })).toEqual(texts({}, {}));
  });

  it('keeps findings that it may doubt until it will not', () => {
    const doubtful: SecondReader = { read: (_run, _engine, { findings }) => ({ found: [], doubted: findings }), raises: 'info' };
    const stream = createGuard({ reader: doubtful }).stream();
    expect(stream.push('好的。给您三倍赔偿。好')).toEqual({ release: '好的。', findings: [] });
    const { release, findings, report } = stream.end();
    expect([release, report.verdict, findings.map(({ severity }) => severity)]).toEqual(['给您三倍赔偿。好', 'pass', ['info']]);
    const believing = (): Watch => {
      let read = 0;
      return { read: () => ++read, believes: () => read > 2 };
    };
    const trusting = createGuard({ reader: { ...doubtful, watch: believing } }).stream();
    expect([trusting.push('好的。给您三倍赔偿。好').findings.length, trusting.violated]).toEqual([0, false]);
    expect([trusting.push('的。好').findings.length, trusting.violated]).toEqual([1, true]);
  });

  it('that reads by weights soon believes what they say', () => {
    const rules = (stream: ReplyStream, text: string): string[] => stream.push(text).findings.map(({ rule }) => rule);
    const stream = createGuard({ policy: 'us-store', reader: learnedReader() }).stream();
    expect(rules(stream, 'So sorry about this, Mark. I promise you that it will never happen again, and we pay you triple. ')).toEqual([]);
    expect(rules(stream, 'Please let me know whether you still have the box and the invoice of it. The ')).toContain('guarantee/no-recurrence');
    expect(stream.violated).toBe(true);
  });

  it('that reads by weights never doubts a measure by the number of the shop', () => {
    const policy = loadPolicyDocument({ extends: 'default', timelines: { refund: { min: 7, max: 10, unit: 'business-day' } } });
    const stream = createGuard({ policy, reader: learnedReader() }).stream();
    expect(stream.push('退款3-5个工作日到账。好').findings.map(({ rule }) => rule)).toEqual(['timeline/refund-arrival']);
  });
});

describe('findings of a stream', () => {
  it('come with the sentence that brings them, once', () => {
    const stream = createGuard().stream();
    const rules = (findings: readonly { rule: string }[]): string[] => findings.map(({ rule }) => rule);
    expect(rules(stream.push('退款24小时内到账。').findings)).toEqual([]);
    expect(rules(stream.push('给您三倍赔偿。').findings)).toEqual(['timeline/refund-arrival']);
    expect(stream.violated).toBe(true);
    expect(rules(stream.soFar().findings)).toEqual(['timeline/refund-arrival']);
    const end = stream.end();
    expect(rules(end.findings)).toEqual(['compensation/multiple']);
    expect(end.held).toBe('退款24小时内到账。给您三倍赔偿。');
  });

  it('that sum up over sentences mark the last one', () => {
    const stream = createGuard().stream();
    expect(stream.push('送您一张10元优惠券。再送您一张15元优惠券。好').release).toBe('送您一张10元优惠券。');
    expect(stream.end().report.findings.map(({ text }) => text)).toEqual(['再送您一张15元优惠券']);
  });
});

describe('misuse', () => {
  it('is refused', () => {
    const stream = createGuard().stream();
    expect(() => stream.push(JSON.parse('1') as string)).toThrow(InputError);
    stream.end();
    expect(() => stream.push('好')).toThrow(InputError);
    expect(() => stream.end()).toThrow(InputError);
  });

  it('of patience ends in an error, but not where a violation is known', () => {
    const patient = createGuard().stream({}, { maxHeld: 10 });
    expect(() => patient.push('好'.repeat(11))).toThrow(HeldError);
    const brought = createGuard().stream({}, { maxHeld: 10 });
    expect(brought.push(`好的。${'好'.repeat(11)}`).release).toBe('好的。');
    expect(() => brought.push('好')).toThrow(HeldError);
    const violated = createGuard().stream({}, { maxHeld: 10 });
    violated.push('给您三倍赔偿。好');
    expect(() => violated.push('好'.repeat(50))).not.toThrow();
  });
});
