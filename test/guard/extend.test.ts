import { describe, expect, it } from 'vitest';
import { createGuard, DataError, PolicyError } from '../../src/index.ts';
import type { Rule } from '../../src/index.ts';

const rule: Rule = {
  id: 'disclosure/partner-names',
  category: 'disclosure',
  status: 'stable',
  source: { article: 'own', passage: 'partners are confidential' },
  acts: ['partner-name'],
  message: { zh: '提到了合作方', en: 'Names a partner.' },
  advice: { zh: '抱歉,这个信息不便提供。', en: 'Sorry, I cannot share that.' },
};

describe('data of the shop’s own', () => {
  it('adds a word to a concept through the policy', () => {
    const reply = '送您一张价值80元的甜甜票';
    expect(createGuard().check(reply).findings.map(({ rule: id }) => id)).not.toContain('compensation/coupon');
    const policy = { extends: 'default' as const, vocabulary: { zh: { coupon: ['甜甜票'] } } };
    expect(createGuard({ policy }).check(reply).findings.map(({ rule: id }) => id)).toContain('compensation/coupon');
  });

  it('adds an act and a rule', () => {
    const extend = {
      vocabulary: { en: { 'partner-word': ['acme logistics'] } },
      acts: [{ act: 'partner-name', patterns: ['partner-word'] }],
      rules: [rule],
    };
    const [finding] = createGuard({ extend }).check('It was packed at Acme Logistics.').findings;
    expect(finding).toMatchObject({ rule: 'disclosure/partner-names', severity: 'block', text: 'It was packed at Acme Logistics' });
    expect(createGuard().check('It was packed at Acme Logistics.').findings).toEqual([]);
  });

  it('writes out alternatives in braces, in a policy, a vocabulary and a synonym', () => {
    const rulesOf = (reply: string, guard: ReturnType<typeof createGuard>): string[] => guard.check(reply).findings.map(({ rule: id }) => id);
    const word = '{小|大}甜票{|券}';
    const guards = [
      createGuard({ policy: { extends: 'default', vocabulary: { zh: { coupon: [word] } } } }),
      createGuard({ extend: { vocabulary: { zh: { coupon: [word] } } } }),
      createGuard({ extend: { synonyms: { [word]: '优惠券' } } }),
    ];
    for (const guard of guards) {
      for (const said of ['小甜票', '大甜票', '大甜票券']) expect(rulesOf(`送您一张价值80元的${said}`, guard), said).toContain('compensation/coupon');
      expect(rulesOf('送您一张价值80元的甜票', guard)).not.toContain('compensation/coupon');
    }
  });

  it('refuses a term with an open brace or too many alternatives, and names its path', () => {
    const many = '{a|b|c|d|e|f|g|h}'.repeat(3);
    for (const word of ['{小|大甜票', '小|大}甜票', many]) {
      expect(() => createGuard({ policy: { extends: 'default', vocabulary: { zh: { coupon: ['甜票', word] } } } })).toThrow(/vocabulary\.zh\.coupon\[1\].*at most 500/);
      expect(() => createGuard({ extend: { vocabulary: { zh: { coupon: ['甜票', word] } } } })).toThrow(/vocabulary\.zh\.coupon\[1\].*at most 500/);
      expect(() => createGuard({ extend: { synonyms: { [word]: '优惠券' } } })).toThrow(/synonyms.*at most 500/);
    }
  });

  it('reads a new word as a known one', () => {
    const reply = '送您一张价值80元的甜甜票';
    const rules = createGuard({ extend: { synonyms: { 甜甜票: '优惠券' } } }).check(reply).findings.map(({ rule: id }) => id);
    expect(rules).toContain('compensation/coupon');
    expect(() => createGuard({ extend: { synonyms: { 甜甜票: '从没见过的词' } } })).toThrow('synonyms.甜甜票');
  });

  it('refuses words for a concept that nothing reads', () => {
    expect(() => createGuard({ extend: { vocabulary: { zh: { cupon: ['甜甜票'] } } } })).toThrow('vocabulary.zh.cupon');
  });

  it('switches a rule and a category off', () => {
    const reply = '退款24小时内到账';
    expect(createGuard({ policy: { extends: 'default', off: ['timeline/refund-arrival'] } }).check(reply).verdict).toBe('pass');
    expect(createGuard({ policy: { extends: 'default', off: ['timeline'] } }).check(reply).verdict).toBe('pass');
  });

  it('refuses a rule id, a concept and a pattern that do not exist, and names the path', () => {
    const thrown = (run: () => unknown): unknown => {
      try {
        return run();
      } catch (error) {
        return error;
      }
    };
    const unknownRule = thrown(() => createGuard({ policy: { extends: 'default', off: ['timeline/refunds'] } }));
    expect(unknownRule).toBeInstanceOf(PolicyError);
    expect(unknownRule).toMatchObject({ path: 'off[0]' });
    const unknownConcept = thrown(() => createGuard({ policy: { extends: 'default', vocabulary: { zh: { cupon: ['券'] } } } }));
    expect(unknownConcept).toMatchObject({ path: 'vocabulary.zh.cupon' });
    const unknownWord = thrown(() => createGuard({ extend: { acts: [{ act: 'x', patterns: ['no-such-concept'] }] } }));
    expect(unknownWord).toBeInstanceOf(DataError);
    const wrongShape = thrown(() => createGuard({ extend: { rules: [{ ...rule, category: 'gossip' as never }] } }));
    expect(wrongShape).toBeInstanceOf(DataError);
    expect(wrongShape).toMatchObject({ path: expect.stringContaining('rules[0]') });
  });

  it('changes verdicts with a changed number and no rule edited', () => {
    const reply = '退款24小时内到账';
    const fast = { extends: 'default' as const, timelines: { refund: { min: 0, max: 24, unit: 'hour' as const } } };
    expect(createGuard({ policy: fast }).check(reply).verdict).toBe('pass');
    expect(createGuard().check(reply).verdict).toBe('block');
  });
});
