import { describe, expect, it } from 'vitest';
import { conditionOf, outcomeOf, pageOf, stalePages } from '../../scripts/generate-docs.ts';

describe('the decision pages', () => {
  it('are as the table would give them (npm run docs:decisions)', () => expect(stalePages()).toEqual([]));

  it('say conditions and outcomes in words', () => {
    expect(conditionOf({ verification: ['none', 'pending'], bulky: true, contacts: { atLeast: 3 } }, 'en')).toBe(
      'verification: none or pending; bulky goods; contacts: 3 or more',
    );
    expect(outcomeOf({ action: 'offer', remedies: [{ remedy: 'goodwill' }, { remedy: 'exchange', freight: 'buyer-reimbursed' }], asks: 'heeded' }, 'zh')).toBe(
      '提供方案；小额补偿 → 换货（买家先垫付运费，之后补回）',
    );
    expect(() => conditionOf({ mood: 'angry' }, 'en')).toThrow('mood');
  });

  it.each(['en', 'zh'] as const)('name every row in %s, and no blank cell', (language) => {
    const page = pageOf(language);
    expect(page).toContain('refuted-inside-window');
    expect(page).not.toMatch(/\| +\|/);
    expect(page).not.toContain('undefined');
  });
});
