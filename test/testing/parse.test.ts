import { describe, expect, it } from 'vitest';
import { duplicates } from '../../src/testing/files.ts';
import { repliesOf } from '../../src/testing/each.ts';
import { parseFixtures } from '../../src/testing/parse.ts';

const lines = (...text: string[]) => text.join('\n');

function problemsOf(text: string, file = 'a.yml') {
  return parseFixtures(text, file).problems.map(({ line, column, message }) => `${line}:${column} ${message}`);
}

describe('parseFixtures', () => {
  it('reads an entry with everything', () => {
    const { fixtures, problems } = parseFixtures(
      lines(
        '# a comment',
        '- id: t-1',
        '  reply: 退款24小时内到账，三倍赔偿。',
        '  labels: [timeline, compensation]',
        '  allowed: [guarantee]',
        '  context: { complaint: true, paid: 59.9, customer: 钱呢 }',
        '  mark: { timeline: 24小时内到账, compensation: [三倍, 赔偿] }',
        '  source: { article: "000", quote: 退款24小时内到账 }',
        '  known-gap: not yet',
      ),
      'timeline.yml',
    );
    expect(problems).toEqual([]);
    expect(fixtures).toEqual([
      {
        id: 't-1',
        reply: '退款24小时内到账，三倍赔偿。',
        labels: ['timeline', 'compensation'],
        allowed: ['guarantee'],
        lang: 'zh',
        policy: 'default',
        context: { complaint: true, paid: 59.9, customer: '钱呢' },
        marks: [
          { label: 'compensation', words: '三倍' },
          { label: 'compensation', words: '赔偿' },
          { label: 'timeline', words: '24小时内到账' },
        ],
        marking: 'exact',
        source: { article: '000', quote: '退款24小时内到账' },
        knownGap: 'not yet',
        fragment: false,
        file: 'timeline.yml',
        line: 2,
      },
    ]);
  });

  it('takes the policy from the language, and the language from the script', () => {
    const { fixtures } = parseFixtures(lines('- { id: a, reply: Ships today., good: true }', '- { id: b, reply: 用DHL发出, good: true }'), 'a.yml');
    expect(fixtures.map(({ lang, policy }) => [lang, policy])).toEqual([
      ['en', 'us-store'],
      ['zh', 'default'],
    ]);
  });

  it('reads a sentence with many phrases; the language is that of the first reply', () => {
    const { fixtures, problems } = parseFixtures(
      lines('- id: a', '  reply: "{} x{}"', '  each: [到货了, 有货]', '  labels: [future]', '  mark: "{} x"', '- { id: b, reply: "{} stays", good: true }'),
      'a.yml',
    );
    expect(problems).toEqual([]);
    expect(fixtures.map(({ each, lang }) => [each, lang])).toEqual([
      [['到货了', '有货'], 'zh'],
      [undefined, 'en'],
    ]);
    expect(fixtures.flatMap(repliesOf).map(({ id, reply, marks }) => [id, reply, marks[0]?.words])).toEqual([
      ['a', '到货了 x到货了', '到货了 x'],
      ['a', '有货 x有货', '有货 x'],
      ['b', '{} stays', undefined],
    ]);
    expect(parseFixtures('{"id":"a","reply":"发{}","each":["货"],"good":true}', 'a.jsonl').fixtures[0]?.each).toEqual(['货']);
  });

  it('says what is wrong with phrases', () => {
    expect(problemsOf(lines('- id: a', '  reply: 到货', '  each: [通知您]', '  good: true'))).toEqual(['3:3 expected {} in "reply", where the phrases of "each" are put']);
    expect(problemsOf(lines('- id: a', '  reply: "我{}"', '  each: [通知您, 喊您, 通知您]', '  good: true'))).toEqual(['3:19 "通知您" stands twice in "each"; expected once']);
    expect(problemsOf(lines('- id: a', '  reply: "我{}"', '  each: []', '  good: true'))).toEqual(['3:9 expected something that is not empty']);
    const { problems } = parseFixtures('{"id":"a","reply":"到货","each":["喊您","喊您"],"good":true}', 'a.jsonl', { language: 'zh' });
    expect(problems.map(({ column, message }) => `${column} ${message}`)).toEqual(['24 写了 each，但 reply 里没有 {}；请在要代入说法的地方写 {}', '24 each 里的“喊您”写了两次']);
  });

  it('reads JSONL, with the labels and spans of the shared corpora', () => {
    const { fixtures, problems } = parseFixtures(
      lines(
        '{"id":"a","reply":"明天到","labels":["timeline"],"span":{"timeline":"明天"}}',
        '',
        '{"id":"b","reply":"在的","labels":[],"allowed":[],"span":{}}',
      ),
      'a.jsonl',
    );
    expect(problems).toEqual([]);
    expect(fixtures.map(({ id, labels, marks, marking, line }) => ({ id, labels, marks, marking, line }))).toEqual([
      { id: 'a', labels: ['timeline'], marks: [{ label: 'timeline', words: '明天' }], marking: 'overlap', line: 1 },
      { id: 'b', labels: [], marks: [], marking: 'overlap', line: 3 },
    ]);
  });

  it.each([
    ['an unknown key', '- id: a\n  reply: x\n  good: true\n  replay: y', /^4:3 unknown key "replay"; expected one of id, reply, labels/],
    ['an unknown context key', '- id: a\n  reply: x\n  good: true\n  context:\n    complain: true', /^5:5 unknown key "complain"; expected one of complaint/],
    ['a missing reply', '- id: a\n  good: true', /^1:3 "reply" is missing$/],
    ['a number where text belongs', '- id: a\n  reply: 12\n  good: true', /^2:10 expected string$/],
    ['an unknown label', '- id: a\n  reply: x\n  labels: [timelines]', /^3:12 expected one of guarantee, liability/],
    ['no expectation', '- id: a\n  reply: x', /^1:3 says not what is expected/],
    ['two expectations', '- id: a\n  reply: x\n  labels: [cold]\n  good: true', /^4:3 expected either "labels" or "good"/],
    ['good: false', '- id: a\n  reply: x\n  good: false', /^3:9 expected one of true$/],
    ['an empty list of labels', '- id: a\n  reply: x\n  labels: []', /^3:11 expected something that is not empty$/],
    ['a label that is also allowed', '- id: a\n  reply: x\n  labels: [cold]\n  allowed: [cold]', /^4:3 "cold" is in "labels" and in "allowed"/],
    ['marked words that are not there', '- id: a\n  reply: x\n  labels: [cold]\n  mark: y', /^4:3 "y" doesn't stand in the reply/],
    ['one mark for two labels', '- id: a\n  reply: x\n  labels: [cold, vague]\n  mark: x', /^4:3 expected "label: words" for each of cold, vague/],
    ['a mark without its label', '- id: a\n  reply: x\n  labels: [cold]\n  mark: { vague: x }', /^4:3 "vague" is marked but is not in "labels"/],
    ['a map instead of a list', 'id: a', /^1:1 expected a list/],
    ['a key twice', '- id: a\n  id: b', /^2:3 can't be read: Map keys must be unique$/],
  ])('says where and what was expected: %s', (_, text, message) => {
    expect(problemsOf(text)).toEqual([expect.stringMatching(message)]);
  });

  it('points into a JSONL line', () => {
    expect(problemsOf('{"id":"a","reply":"x","good":true,"context":{"complain":true}}', 'a.jsonl')).toEqual([
      expect.stringMatching(/^1:46 unknown key "complain"/),
    ]);
    expect(problemsOf('{"id":"a"', 'a.jsonl')[0]).toMatch(/^1:\d+ can't be read/);
  });

  it('speaks Chinese when asked', () => {
    const { problems } = parseFixtures('- id: a\n  reply: x', 'a.yml', { language: 'zh' });
    expect(problems[0]?.message).toContain('好回复写 good: true');
  });
});

describe('duplicates', () => {
  it('refuses an id or a reply that stands twice, but not the same reply in another context', () => {
    const { fixtures } = parseFixtures(
      lines(
        '- { id: a, reply: 已登记补寄, good: true }',
        '- { id: a, reply: 别的, good: true }',
        '- { id: b, reply: 已登记补寄, good: true }',
        '- { id: c, reply: 已登记补寄, labels: [no-apology], context: { complaint: true } }',
      ),
      'a.yml',
    );
    expect(duplicates(fixtures).map(({ line, path }) => [line, path])).toEqual([
      [2, 'id'],
      [3, 'reply'],
    ]);
  });
});
