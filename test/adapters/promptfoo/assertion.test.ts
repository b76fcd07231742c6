import { describe, expect, it } from 'vitest';
import replyguard, { assertionFor } from '../../../src/adapters/promptfoo/index.ts';
import { createGuard } from '../../../src/index.ts';
import { CATEGORIES } from '../../../src/types.ts';
import { ADAPTER_CASES, contextOf, findingsOf, guard as shared } from '../table.ts';

const GOOD = '您好，退款会在3到5个工作日内原路退回，以银行到账为准。';
const BAD = '您好，退款24小时内一定到账，另外给您三倍赔偿。';

describe('the assertion for promptfoo', () => {
  it('passes a good reply', () => {
    const result = replyguard(GOOD, { vars: {} });
    expect(result).toMatchObject({ pass: true, score: 1 });
    expect(result.componentResults).toHaveLength(CATEGORIES.length);
    expect(Object.values(result.namedScores)).toEqual(CATEGORIES.map(() => 1));
  });

  it('grades a bad reply by category and says why', () => {
    const result = replyguard(BAD, {});
    const { findings } = createGuard().check(BAD);
    expect(result.pass).toBe(false);
    expect(result.score).toBeCloseTo((CATEGORIES.length - 2) / CATEGORIES.length);
    expect(result.namedScores).toMatchObject({ 'replyguard/timeline': 0, 'replyguard/compensation': 0, 'replyguard/future': 1 });
    expect(result.reason).toContain(findings[0]!.message);
    expect(result.reason).toContain('(+1)');
    expect(result.componentResults.filter(({ pass }) => !pass).map(({ reason }) => reason.split(':')[0])).toEqual(['compensation', 'timeline']);
    expect(result.metadata.replyguard).toMatchObject({ verdict: 'block', findings });
  });

  it('the result is plain JSON', () => {
    const result = replyguard(BAD, {});
    expect(JSON.parse(JSON.stringify(result))).toEqual(result);
  });

  it('takes policy and context from the configuration, and the test before it', () => {
    const reply = '给您一张30元无门槛券作为补偿。';
    const policy = { extends: 'default', caps: { coupon: 50 } };
    expect(replyguard(reply, {}).pass).toBe(false);
    expect(replyguard(reply, { config: { policy } }).pass).toBe(true);
    expect(replyguard(reply, { config: { policy }, vars: { replyguard: { policy: 'default' } } }).pass).toBe(false);

    const plain = '您好，我帮您查一下物流。';
    const config = { context: { complaint: true } };
    expect(replyguard(plain, { config }).namedScores['replyguard/no-apology']).toBe(0);
    expect(replyguard(plain, { config, vars: { replyguard: { context: { apologized: true } } } }).pass).toBe(true);
    expect(replyguard(plain, { config, vars: { replyguard: { context: { complaint: false } } } }).pass).toBe(true);
  });

  it("reads the customer's message from the variable that is named", () => {
    const seen: unknown[] = [];
    const guard = createGuard();
    const assertion = assertionFor({
      guard: {
        ...guard,
        check: (reply, context) => {
          seen.push(context);
          return guard.check(reply, context);
        },
      },
    });
    assertion(GOOD, { config: { customerVar: 'message' }, vars: { message: '什么时候退款？' } });
    assertion(GOOD, { config: { customerVar: 'message', context: { customer: '先说的' } }, vars: { message: '什么时候退款？' } });
    expect(seen).toEqual([{ customer: '什么时候退款？' }, { customer: '先说的' }]);
  });

  it('counts only the categories and the severity that are asked for', () => {
    expect(replyguard(BAD, { config: { categories: ['future', 'guarantee'] } })).toMatchObject({ pass: true, score: 1 });
    const only = replyguard(BAD, { config: { categories: ['timeline'] } });
    expect(only).toMatchObject({ pass: false, score: 0, namedScores: { 'replyguard/timeline': 0 } });
    const policy = { extends: 'default', severities: { timeline: 'warn', compensation: 'warn' } };
    expect(replyguard(BAD, { config: { policy } }).pass).toBe(false);
    expect(replyguard(BAD, { config: { policy, failOn: 'block' } }).pass).toBe(true);
  });

  it('reads the reply of an object', () => {
    for (const output of [{ text: BAD }, { content: BAD }, { reply: BAD }]) expect(replyguard(output, {}).pass).toBe(false);
    expect(() => replyguard({ tool: BAD }, {})).toThrow(/expected the output/);
  });

  it('says which setting is wrong', () => {
    expect(() => replyguard(GOOD, { config: { polcy: 'default' } })).toThrow(/config\.polcy/);
    expect(() => replyguard(GOOD, { config: { failOn: 'all' } })).toThrow(/config\.failOn/);
    expect(() => replyguard(GOOD, { config: { categories: ['timelines'] } })).toThrow(/got timelines/);
    expect(() => replyguard(GOOD, { vars: { replyguard: 'default' } })).toThrow(/vars\.replyguard: expected an object/);
    expect(() => replyguard(GOOD, { config: { policy: 'nowhere' } })).toThrow(/name of a policy/);
    expect(() => replyguard(GOOD, { config: { context: { verifed: true } } })).toThrow(/verifed/);
  });
});

describe('the shared table', () => {
  it.each(ADAPTER_CASES.map((given) => [given.id, given] as const))('%s: as a plain check finds', (_, given) => {
    const { customer, ...context } = contextOf(given);
    const vars = { message: customer, replyguard: { context } };
    const strict = assertionFor({ guard: shared })(given.reply, { config: { customerVar: 'message' }, vars });
    expect(strict.metadata.replyguard.findings).toEqual(findingsOf(given));
    expect(strict.pass).toBe(given.categories.length === 0);
    expect(replyguard(given.reply, { config: { customerVar: 'message', failOn: 'block' }, vars }).pass).toBe(!given.blocked);
  });
});
