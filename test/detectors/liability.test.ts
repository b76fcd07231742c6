import { describe, expect, it } from 'vitest';
import { detectLiability } from '../../src/detectors/index.ts';
import { presetPolicy } from '../../src/policy/presets.ts';
import type { Context } from '../../src/context/index.ts';

const US = presetPolicy('us-store');

function rules(reply: string, context?: Context): string[] {
  return detectLiability(reply, /[一-鿿]/u.test(reply) ? undefined : US, context).map(({ rule }) => rule);
}

describe('a cause or a fault stated as certain', () => {
  it.each([
    '就是拣货员配错了货',
    '师傅根本没拧紧',
    '这是快递摔坏的',
    '毛病出在印花厂',
    '全赖仓库',
    '厂家偷工减料',
    'The picker mixed up two orders.',
    'The installer never tightened the bolts.',
    'The blame sits squarely with the carrier.',
    "It's the supplier's screw-up.",
    'The vendor used inferior glue.',
  ])('blames a party: %s', (reply) => {
    expect(rules(reply)).toContain('liability/cause');
  });

  it.each(['这就是设计缺陷', '是密封圈没压紧', 'It is a design flaw.', 'It came from a bad batch.'])(
    'blames the product: %s',
    (reply) => {
      expect(rules(reply)).toContain('liability/defect');
    },
  );

  it.each(['除了快递还能是谁？', 'Who else but the courier?'])('blames by a rhetorical question: %s', (reply) => {
    expect(rules(reply)).toContain('liability/rhetoric');
  });

  it.each([
    '可能是快递摔坏的，我们先核实',
    '不是仓库的问题',
    '如果是质量问题，运费我们承担',
    '您说是快递摔的，我先查一下',
    '是快递员放错了吗？',
    '因为大促爆仓，快递延误了',
    '都怪我们，对不起',
    '漏发的那件我让仓库补寄',
    'The driver may have dropped it.',
    "If it's a factory defect, you get a refund.",
    'Was the box already open?',
    'Carriers are slower because of the storm.',
    'Our mistake, sorry!',
  ])('leaves hedges, conditions, questions, general reasons and bare apologies alone: %s', (reply) => {
    expect(rules(reply)).toEqual([]);
  });

  it('accepts a cause that a described check has found, in this sentence or before it', () => {
    expect(rules('查了监控，确实是仓库漏放了一袋')).toEqual([]);
    expect(rules('质检报告已经出来了。是工厂装错了零件。')).toEqual([]);
    expect(rules('The footage shows that the packer dropped it.')).toEqual([]);
  });

  it('does not take a check that is waved away for one', () => {
    expect(rules('不用等检测结果，就是工厂装错了')).toContain('liability/cause');
  });

  it('accepts a cause in a case that the caller has verified', () => {
    expect(rules('是仓库装错了', { verified: true })).toEqual([]);
    expect(rules('It was mispacked by the warehouse.', { verified: true })).toEqual([]);
  });
});

describe('punishment', () => {
  it.each(['打包员已经被开除了', '我们扣了他这个月的奖金', '这家供应商已被拉黑', 'The packer has been fired.', 'We docked his pay.', 'That vendor was struck off.'])(
    'is a finding, verified or not: %s',
    (reply) => {
      expect(rules(reply)).toContain('liability/punishment');
      expect(rules(reply, { verified: true })).toContain('liability/punishment');
    },
  );

  it.each(['我们不会处罚同事', '已经向快递提交了理赔', '一个差评店里要被罚两百', "We don't fire people over a review.", 'A claim has been filed with the carrier.'])(
    'is not seen where none is announced: %s',
    (reply) => {
      expect(rules(reply)).not.toContain('liability/punishment');
    },
  );
});
