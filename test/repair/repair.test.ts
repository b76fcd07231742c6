import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { createGuard } from '../../src/index.ts';
import type { Context, PolicyInput, PolicyName } from '../../src/index.ts';
import type { Repair } from '../../src/index.ts';
import { loadFixtures } from '../../src/testing/files.ts';

const zh = createGuard();
const us = createGuard({ policy: 'us-store' });

/** The mended reply put together from the original and the changes alone. */
function rebuilt(original: string, { changes }: Repair): string {
  let text = '';
  let at = 0;
  for (const { before, after } of changes) {
    expect(original.slice(before.start, before.end)).toBe(before.text);
    text += original.slice(at, before.start);
    expect(text.length).toBe(after.start);
    text += after.text;
    expect(text.length).toBe(after.end);
    at = before.end;
  }
  return text + original.slice(at);
}

describe('fix', () => {
  it('leaves no connective behind that has nothing to connect', () => {
    const { reply } = us.fix("I'm sorry. It's the courier's fault. Also, take down your review and we'll send $50.", { complaint: true });
    expect(reply).toBe("I'm sorry. We need 1-2 business days to look into the cause, and will tell you what we find.");
  });

  it('puts the policy’s own time in the place of a faster one and leaves every other character', () => {
    const { reply, changes, unfixed } = zh.fix('亲，您的申请已经通过啦，退款24小时内到账，请留意短信哦~');
    expect(unfixed).toBeUndefined();
    expect(reply).toBe('亲，您的申请已经通过啦，退款通常需要3-5个工作日到账，具体以银行处理为准，请留意短信哦~');
    expect(zh.check(reply).findings).toEqual([]);
    expect(changes).toHaveLength(1);
    expect(changes[0]).toMatchObject({ kind: 'replaced', rule: 'timeline/refund-arrival', before: { text: '退款24小时内到账' } });
  });

  it('answers a promise of restocking with the stock rule and the alternatives', () => {
    const { reply } = zh.fix('不好意思亲，一周内肯定为您补货。');
    expect(reply).toContain('到货提醒');
    expect(reply).toContain('退款');
    expect(reply).not.toContain('一周');
  });

  it('answers a multiple with what may be offered, and a cause with verification', () => {
    expect(zh.fix('实在抱歉，按实付金额赔您三倍。').reply).toBe('实在抱歉，核实属实后可以为您办理全额退款。');
    expect(us.fix('So sorry about that. The factory used cheap glue on your chair.').reply).toBe(
      'So sorry about that. We need 1-2 business days to look into the cause, and will tell you what we find.',
    );
  });

  it('says where the words stood before and where they stand after', () => {
    const original = 'Thanks for waiting. Your refund will be on your card within 24 hours. I guarantee it never happens again!';
    const repair = us.fix(original);
    expect(rebuilt(original, repair)).toBe(repair.reply);
    expect(repair.changes.length).toBeGreaterThan(0);
  });

  it('takes along what only stresses the promise or goes on with the blame', () => {
    expect(zh.fix('顺丰明天上午给您送到,不见不散。').reply).toBe('具体送达时间以物流更新为准。');
    expect(us.fix('I apologize for the cracked screen. FedEx dropped it, there is no other explanation.').reply).not.toContain('explanation');
  });

  it.each([
    ['您好,您反馈的问题已登记。', /^您好,非常抱歉[^。]*。您反馈的问题已登记。$/],
    ['亲的包裹已经登记。', /^非常抱歉[^。]*。亲的包裹已经登记。$/],
    ['Hello sir, thank you for writing in.', /^Hello sir, I'm very sorry [^;]*; thank you for writing in\.$/],
    ['Please send your order number.', /^I'm very sorry .*\. Please send your order number\.$/],
    ['Hi Anna, FedEx dropped it, no doubt. Please keep it.', /^Hi Anna, I'm very sorry [^.]*\. We need [^.]*\. Please keep it\.$/],
  ])('puts an apology after the greeting: %s', (original, expected) => {
    const { reply, changes } = zh.fix(original, { complaint: true });
    expect(changes[0]).toMatchObject({ kind: 'inserted', category: 'no-apology' });
    expect(reply).toMatch(expected);
    expect(zh.check(reply, { complaint: true }).findings).toEqual([]);
  });

  it('leaves out what may not be said, with its lead-in, and keeps the rest', () => {
    const { reply, changes } = zh.fix('尺码偏小，建议拍大一码。跟您说句实话，我们的进货价才三十块。有问题随时找我。');
    expect(reply).toBe('尺码偏小，建议拍大一码。有问题随时找我。');
    expect(changes.every(({ kind }) => kind === 'deleted')).toBe(true);
  });

  it('takes a private detail out of its brackets and labels', () => {
    const { reply } = zh.fix('您的订单（编号 2024110538817）已经补发了。', { channel: 'public' });
    expect(reply).toBe('您的订单已经补发了。');
  });

  it('writes full-width marks, and the reply’s own form of address', () => {
    expect(zh.fix('你放心,退款24小时内到账。').reply).toBe('退款通常需要3-5个工作日到账，具体以银行处理为准。');
    expect(zh.fix('你这单给你三倍赔偿，你看行不行').reply).not.toContain('您');
  });

  it('names every rule that a change mends, first the one that has the say', () => {
    const original = '这绝对是生产质量问题，我们将严惩供应商并给您三倍赔偿';
    const broken = zh.check(original).findings.map(({ rule }) => rule);
    expect(broken).toHaveLength(3);
    const { changes } = zh.fix(original);
    expect(changes.length).toBeLessThan(broken.length);
    expect(changes.flatMap(({ rules }) => rules).sort()).toEqual(broken.sort());
    for (const { rule, rules } of changes) expect(rules[0]).toBe(rule);
  });

  it('leaves a good reply as it is', () => {
    expect(zh.fix('退款通常需要3-5个工作日到账')).toEqual({ reply: '退款通常需要3-5个工作日到账', changes: [] });
  });

  it('gives a reply that is all threat back unfixed, with the reason in its language, and what the caller has instead', () => {
    const threat = '不删差评,我们就发律师函起诉您';
    const { reply, changes, unfixed } = zh.fix(threat);
    expect(reply).toBe(threat);
    expect(changes).toEqual([]);
    expect(unfixed).toContain('施压');
    expect(us.fix('If that review stays up, our lawyer will contact you.').unfixed).toContain('pressure');
    expect(zh.fix(threat, {}, { instead: ({ name }) => `reply under ${name}` }).instead).toBe('reply under default');
    expect(zh.fix('退款24小时内到账', {}, { instead: () => 'never' })).not.toHaveProperty('instead');
  });
});

describe('the hand-written bad fixtures', () => {
  const folder = fileURLToPath(new URL('../../fixtures', import.meta.url));
  const bad = loadFixtures(['*.yml'], { root: folder, each: false }).filter(({ labels, fragment }) => labels.length > 0 && !fragment);
  const guards = new Map<string, ReturnType<typeof createGuard>>();
  let found = 0;
  let mended = 0;
  let deleted = 0;
  for (const { policy, reply, context } of bad) {
    const key = JSON.stringify(policy);
    const guard = guards.get(key) ?? createGuard({ policy: policy as PolicyName | PolicyInput });
    guards.set(key, guard);
    const { verdict, findings } = guard.check(reply, context as Context);
    if (verdict === 'pass') continue;
    found += 1;
    const repair = guard.fix(reply, context as Context);
    if (repair.unfixed !== undefined) continue;
    mended += 1;
    if (repair.changes.every(({ kind }) => kind === 'deleted')) deleted += 1;
    it(`mended: ${reply}`, () => {
      expect(guard.check(repair.reply, context as Context).verdict).toBe('pass');
      expect(rebuilt(reply, repair)).toBe(repair.reply);
      const named = repair.changes.flatMap(({ rules }) => rules);
      expect(named).toEqual(expect.arrayContaining(findings.filter(({ severity }) => severity !== 'info').map(({ rule }) => rule)));
    });
  }

  it('are mended, at least 95 of 100 that are found, at most a third by deletion alone', () => {
    expect(mended).toBeGreaterThanOrEqual(0.95 * found);
    expect(deleted).toBeLessThanOrEqual(mended / 3);
  });

  it('counts what an earlier round left out to the change around it', () => {
    const reply = '车主孟凡超、电话15920473318，您自己把机油加多了才漏的，别来这儿抹黑。';
    const { reply: mended, changes } = createGuard().fix(reply, { channel: 'public', complaint: true, apologized: true });
    let rebuilt = '';
    let at = 0;
    for (const { before, after } of changes) {
      expect(before.start).toBeGreaterThanOrEqual(at);
      rebuilt += reply.slice(at, before.start) + after.text;
      at = before.end;
    }
    expect(rebuilt + reply.slice(at)).toBe(mended);
    expect(changes.flatMap(({ rules }) => rules)).toContain('public-exposure/detail');
  });
});
