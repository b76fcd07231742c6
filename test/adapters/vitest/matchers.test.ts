import { expect as jestExpect } from 'expect';
import { describe, expect, it } from 'vitest';
import { matchers, matchersFor } from '../../../src/adapters/vitest/index.ts';
import '../../../src/adapters/vitest/register.ts';
import { createGuard } from '../../../src/index.ts';
import { ADAPTER_CASES, contextOf, guard } from '../table.ts';

const GOOD = '您好，退款会在3到5个工作日内原路退回，以银行到账为准。';
const BAD = '您好，退款24小时内一定到账。';
const TRIPLE = '这次给您三倍赔偿。';

jestExpect.extend({ ...matchers });

/** What jest's `expect` has after `extend`; its types are jest's own. */
interface JestAssertion {
  readonly not: JestAssertion;
  toPassReplyGuard(options?: object): void;
  toHaveFinding(query: unknown, options?: object): void;
}
const jest = (received: unknown): JestAssertion => jestExpect(received) as unknown as JestAssertion;

/** The message that a failing assertion gives. */
function failure(assertion: () => void): string {
  try {
    assertion();
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
  throw new Error('the assertion held');
}

describe('toPassReplyGuard', () => {
  it('holds for a good reply and not for a bad one', () => {
    expect(GOOD).toPassReplyGuard();
    expect(BAD).not.toPassReplyGuard();
    expect(failure(() => expect(GOOD).not.toPassReplyGuard())).toContain('it passes');
  });

  it('says which words break which rule, and what may be said instead', () => {
    const message = failure(() => expect(BAD).toPassReplyGuard());
    const [finding] = createGuard().check(BAD).findings;
    expect(message).toContain(finding!.rule);
    expect(message).toContain(finding!.text);
    expect(message).toContain(finding!.advice);
  });

  it('takes an object with a text, and a report', () => {
    expect({ text: BAD, usage: {} }).not.toPassReplyGuard();
    expect(createGuard().check(GOOD)).toPassReplyGuard();
    expect(failure(() => expect(12).toPassReplyGuard())).toContain('take a reply');
  });

  it('lets warnings pass where only blocks fail', () => {
    const policy = { extends: 'default', severities: { timeline: 'warn' } } as const;
    expect(BAD).not.toPassReplyGuard({ policy });
    expect(BAD).toPassReplyGuard({ policy, failOn: 'block' });
  });

  it('knows the context', () => {
    const reply = '您好，我帮您查一下物流。';
    expect(reply).toPassReplyGuard();
    expect(reply).not.toPassReplyGuard({ context: { complaint: true } });
    expect(reply).toPassReplyGuard({ context: { complaint: true, apologized: true } });
  });
});

describe('findings', () => {
  it('are found by category, by rule and by pattern', () => {
    expect(BAD).toHaveFinding('timeline');
    expect(BAD).toHaveFinding('timeline/refund-arrival');
    expect(BAD).toHaveFinding({ category: 'timeline', severity: 'block', text: '24小时' });
    expect(BAD).not.toHaveFinding({ category: 'timeline', text: '三倍' });
    expect(BAD).not.toHaveFinding('compensation');
    expect(failure(() => expect(BAD).toHaveFinding('compensation'))).toContain('timeline/refund-arrival');
  });

  it('are listed whole, in any order', () => {
    expect(`${BAD}${TRIPLE}`).toHaveFindings(['compensation', 'timeline']);
    expect(`${BAD}${TRIPLE}`).not.toHaveFindings(['timeline']);
    expect(GOOD).toHaveFindings([]);
  });

  it('a misspelt category is an error, with not too', () => {
    const misspelt = JSON.parse('"timelines"');
    expect(failure(() => expect(BAD).not.toHaveFinding(misspelt))).toContain('no category "timelines"');
    expect(failure(() => expect(BAD).not.toHaveFinding({ category: misspelt }))).toContain('no category "timelines"');
    expect(failure(() => expect(BAD).not.toHaveFindings([misspelt]))).toContain('no category "timelines"');
  });

  it('verdicts and commitments', () => {
    expect(BAD).toHaveVerdict('block');
    expect(failure(() => expect(BAD).toHaveVerdict('pass'))).toContain('got block');
    expect(GOOD).toHaveCommitment('refund-arrival');
    expect(GOOD).not.toHaveCommitment('resend');
  });
});

describe('where they work', () => {
  it('inside another matcher', () => {
    expect({ to: 'customer', reply: GOOD }).toEqual({ to: 'customer', reply: expect.toPassReplyGuard() });
    expect({ reply: BAD }).not.toEqual({ reply: expect.toPassReplyGuard() });
    expect({ reply: BAD }).toEqual({ reply: expect.toHaveFinding('timeline') });
  });

  it('on promises', async () => {
    await expect(Promise.resolve(GOOD)).resolves.toPassReplyGuard();
  });

  it("with jest's expect", () => {
    jest(GOOD).toPassReplyGuard();
    jest(BAD).not.toPassReplyGuard();
    jest(BAD).toHaveFinding('timeline/refund-arrival');
    expect(failure(() => jest(BAD).toPassReplyGuard())).toContain('24小时');
    expect(failure(() => jest(BAD).not.toHaveFinding('timeline'))).toContain('expected no finding');
  });

  it('with defaults of their own', () => {
    const lenient = matchersFor({ policy: { extends: 'default', severities: { timeline: 'info' } }, context: { complaint: true } });
    expect(lenient.toHaveFinding(BAD, 'timeline').pass).toBe(false);
    expect(lenient.toHaveFinding(BAD, 'no-apology').pass).toBe(true);
    expect(lenient.toHaveFinding(BAD, 'timeline', { guard: createGuard() }).pass).toBe(true);
  });
});

describe('the shared table', () => {
  it.each(ADAPTER_CASES.map((given) => [given.id, given] as const))('%s: as a plain check finds', (_, given) => {
    const options = { guard, context: contextOf(given) };
    expect(given.reply).toHaveFindings(given.categories, options);
    if (given.blocked) expect(given.reply).not.toPassReplyGuard({ ...options, failOn: 'block' });
    else expect(given.reply).toPassReplyGuard({ ...options, failOn: 'block' });
  });
});
