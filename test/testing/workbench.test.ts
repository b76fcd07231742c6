import { expect, it } from 'vitest';
import { anatomyOf, coverageOf } from '../../src/testing/index.ts';
import { fixture } from './stub.ts';

const fixtures = [
  fixture({ id: 'bad', reply: '退款24小时内到账', labels: ['timeline'] }),
  fixture({ id: 'kept', reply: '退款3-5个工作日到账' }),
  fixture({ id: 'hedged', reply: '退款预计3-5个工作日到账' }),
  fixture({ id: 'word', reply: '已为您发放50元小甜票', labels: ['compensation'] }),
  // What a fixture does not ask for shows nothing, even if it is found.
  fixture({ id: 'wrong', reply: '给您三倍赔偿' }),
];

it('counts the rules, words, cues and values that fixtures show, in bad and in good replies', () => {
  const { rules, words, cues, values } = coverageOf(fixtures, { extension: { synonyms: { 小甜票: '优惠券', 大甜票: '优惠券' } } });
  const of = (rows: typeof rules, name: string) => rows.find((row) => row.name === name);
  expect(of(rules, 'timeline/refund-arrival')).toEqual({ name: 'timeline/refund-arrival', bad: 1, good: 2 });
  expect(of(rules, 'compensation/multiple')).toEqual({ name: 'compensation/multiple', bad: 0, good: 0 });
  expect(words).toEqual([
    { name: '小甜票', bad: 1, good: 0 },
    { name: '大甜票', bad: 0, good: 0 },
  ]);
  expect(of(cues, 'hedged')).toMatchObject({ bad: 0, good: 1 });
  expect(of(values, 'refund')).toMatchObject({ bad: 1, good: 1 });
  expect(of(values, 'coupon')).toMatchObject({ bad: 1, good: 0 });
});

it('takes a reply apart: clauses with their marks, words, acts, and values against the policy', () => {
  const reply = '亲，退款24小时内到账！ 补发预计2天寄出';
  const { clauses, verdict } = anatomyOf(reply, { language: 'zh' });
  expect(verdict).toBe('block');
  expect(clauses.map(({ text }) => text)).toEqual(['亲，', '退款24小时内到账！', '补发预计2天寄出']);
  for (const { start, end, text, words } of clauses) {
    expect(reply.slice(start, end)).toBe(text);
    for (const word of words) expect(reply.slice(word.start, word.end)).toBe(word.text);
  }
  const judgements = clauses.flatMap(({ acts }) => acts.flatMap((act) => act.judgements));
  expect(judgements).toContainEqual({ rule: 'timeline/refund-arrival', category: 'timeline', outcome: 'found', said: '24小时内', policy: '3-5个工作日' });
  expect(judgements).toContainEqual(expect.objectContaining({ rule: 'timeline/dispatch', outcome: 'excused', by: 'hedged', cue: '预计', said: '2天', policy: '1-3个工作日' }));
});

it('takes any string apart', () => {
  for (const reply of ['', ' \n', '\ud800', '“', '，，，', 'a'.repeat(5000)]) expect(anatomyOf(reply).verdict).toBe('pass');
});
