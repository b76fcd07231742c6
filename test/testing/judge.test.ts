import { describe, expect, it } from 'vitest';
import { checkAdvice, describeOutcome, exampleOf, judge, runFixtures } from '../../src/testing/judge.ts';
import type { CheckedFinding } from '../../src/testing/checker.ts';
import type { Fixture } from '../../src/testing/fixture.ts';
import { finding, fixture, wordChecker } from './stub.ts';

const reply = '退款今晚到账，再赔您三倍。';
const report = (...findings: CheckedFinding[]) => ({ verdict: 'block' as const, findings });
const time = finding('timeline', reply, '今晚到账');
const money = finding('compensation', reply, '赔您三倍');

describe('judge', () => {
  it('passes a bad reply that gets just its labels', () => {
    expect(judge(fixture({ reply, labels: ['timeline', 'compensation'] }), report(time, money)).differences).toEqual([]);
  });

  it('wants every label', () => {
    expect(judge(fixture({ reply, labels: ['timeline', 'compensation'] }), report(time)).differences).toEqual([
      { kind: 'missing', label: 'compensation' },
    ]);
  });

  it('refuses any other label, in bad and in good replies', () => {
    const unwanted = [{ kind: 'unwanted', label: 'compensation', findings: [money] }];
    expect(judge(fixture({ reply, labels: ['timeline'] }), report(time, money)).differences).toEqual(unwanted);
    expect(judge(fixture({ reply }), report(money)).differences).toEqual(unwanted);
  });

  it('neither asks for nor holds against what is allowed', () => {
    const allowing = fixture({ reply, labels: ['timeline'], allowed: ['compensation'] });
    expect(judge(allowing, report(time, money)).differences).toEqual([]);
    expect(judge(allowing, report(time)).differences).toEqual([]);
  });

  it('takes findings of severity info for nothing', () => {
    const info = finding('timeline', reply, '今晚到账', { severity: 'info' });
    expect(judge(fixture({ reply }), report(info)).differences).toEqual([]);
    expect(judge(fixture({ reply, labels: ['timeline'] }), report(info)).differences).toHaveLength(1);
  });

  it('holds hand-written marks to the letter and corpus marks to overlap', () => {
    const marked = { reply, labels: ['timeline'] as const, marks: [{ label: 'timeline' as const, words: '今晚' }] };
    expect(judge(fixture({ ...marked, marking: 'overlap' }), report(time)).differences).toEqual([]);
    expect(judge(fixture(marked), report(time)).differences).toEqual([
      { kind: 'misplaced', label: 'timeline', words: '今晚', marked: ['今晚到账'] },
    ]);
    const exact = { ...marked, marks: [{ label: 'timeline' as const, words: '今晚到账' }] };
    expect(judge(fixture(exact), report(time)).differences).toEqual([]);
  });

  it('accepts a mark at any place where its words stand', () => {
    const twice = '今天发货，今天到账';
    const second = { ...finding('timeline', twice, '今天'), start: 5, end: 7 };
    const marked = fixture({ reply: twice, labels: ['timeline'], marks: [{ label: 'timeline', words: '今天' }] });
    expect(judge(marked, report(second)).differences).toEqual([]);
  });
});

describe('runFixtures', () => {
  it('leaves fragments out', () => {
    const checker = wordChecker({});
    expect(runFixtures([fixture({ reply: '大概', fragment: true }), fixture({ reply: '在的' })], () => checker)).toHaveLength(1);
  });
});

describe('a fixture with many phrases', () => {
  const checker = wordChecker({ 今晚: { category: 'timeline' }, 三倍: { category: 'compensation' } });
  const outcomeOf = (each: string[], more: Partial<Fixture> = {}) => runFixtures([fixture({ reply: '{}到账', each, labels: ['timeline'], ...more })], () => checker)[0]!;

  it('passes when each of its replies gets just its labels', () => {
    expect(outcomeOf(['今晚', '就今晚']).differences).toEqual([]);
  });

  it('names the phrases that do not, by what they differ in', () => {
    const outcome = outcomeOf(['今晚', '明早', '今晚三倍', '明天']);
    expect(outcome.differences).toMatchObject([
      { kind: 'missing', label: 'timeline', phrases: ['明早', '明天'] },
      { kind: 'unwanted', label: 'compensation', phrases: ['今晚三倍'] },
    ]);
    expect(exampleOf(outcome)).toMatchObject({ reply: '明早到账', id: outcome.fixture.id });
    expect(describeOutcome(outcome, 'zh')).toContain('漏报 timeline\n      代入：明早、明天');
    expect(describeOutcome(outcome)).toContain('with: 今晚三倍');
  });

  it('names the first twenty', () => {
    const each = Array.from({ length: 25 }, (_, index) => `第${index}天`);
    expect(describeOutcome(outcomeOf(each))).toMatch(/第19天, and 5 more$/m);
  });

  it('puts the phrase into its marks', () => {
    const marks = [{ label: 'timeline' as const, words: '就{}' }];
    expect(outcomeOf(['今晚'], { reply: '就{}到账', marks, marking: 'overlap' }).differences).toEqual([]);
    expect(outcomeOf(['今晚'], { reply: '就{}到账', marks }).differences).toMatchObject([{ kind: 'misplaced', words: '就今晚', phrases: ['今晚'] }]);
  });
});

describe('checkAdvice', () => {
  const bad = fixture({ reply: '今晚到账', labels: ['timeline'], context: { complaint: true } });

  it('reports an advice that is flagged itself', () => {
    const checker = wordChecker({ 今晚: { category: 'timeline', advice: '今晚或明天到账' } });
    const outcomes = runFixtures([bad], () => checker);
    expect(checkAdvice(outcomes, () => checker)).toEqual([
      { rule: 'timeline/stub', advice: '今晚或明天到账', labels: ['timeline'], fixture: bad },
    ]);
  });

  it('checks it in the context of the finding, with an apology made', () => {
    const contexts: unknown[] = [];
    const words = wordChecker({ 今晚: { category: 'timeline', advice: '3-5个工作日到账' } });
    const checker = {
      check(text: string, context?: Readonly<Record<string, unknown>>) {
        contexts.push(context);
        return words.check(text);
      },
    };
    expect(checkAdvice(runFixtures([bad], () => checker), () => checker)).toEqual([]);
    expect(contexts[1]).toEqual({ lang: 'zh', complaint: true, apologized: true });
  });
});

describe('describeOutcome', () => {
  it('shows place, reply, expected, got and words', () => {
    const text = describeOutcome(judge(fixture({ reply, labels: ['timeline'], allowed: ['guarantee'] }), report(money)));
    expect(text).toBe(
      [
        'timeline.yml:1 f-1',
        `  ${reply}`,
        '  expected: timeline  (allowed: guarantee)',
        '  got:      compensation',
        '    - missing timeline',
        '    + unwanted compensation: compensation/stub “赔您三倍”',
      ].join('\n'),
    );
  });
});
