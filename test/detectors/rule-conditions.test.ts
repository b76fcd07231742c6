import { describe, expect, it } from 'vitest';
import { createGuard } from '../../src/index.ts';
import type { Guard, Rule } from '../../src/index.ts';

const EXAMPLE: Rule = {
  id: 'cold/example',
  category: 'cold',
  status: 'stable',
  source: { article: 'own', passage: 'test' },
  acts: ['example-act'],
  message: { zh: '例', en: 'example' },
  advice: { zh: '例', en: 'example' },
};

function guard(rule: Partial<Rule>): Guard {
  return createGuard({
    extend: {
      vocabulary: { en: { 'example-word': ['zorbify'], 'example-case': ['quixle'] } },
      acts: [
        { act: 'example-act', patterns: ['example-word'] },
        { act: 'example-case', patterns: ['example-case'] },
      ],
      rules: [{ ...EXAMPLE, ...rule }],
    },
  });
}

function fires(one: Guard, reply: string, customer?: string): boolean {
  return one.check(reply, customer === undefined ? {} : { customer }).findings.some(({ rule }) => rule === EXAMPLE.id);
}

describe('beside', () => {
  it('holds only where little else is said; a Han character weighs four', () => {
    const one = guard({ beside: 12, scope: 'reply' });
    expect(fires(one, 'zorbify, ok')).toBe(true);
    expect(fires(one, 'zorbify, and a good deal more besides')).toBe(false);
    expect(fires(one, 'zorbify 好的')).toBe(true);
    expect(fires(one, 'zorbify 好的好的')).toBe(false);
  });
});

describe('least', () => {
  it('holds only where the acts are as many', () => {
    const one = guard({ least: 2, scope: 'reply' });
    expect(fires(one, 'First zorbify.')).toBe(false);
    expect(fires(one, 'First zorbify. Then zorbify.')).toBe(true);
  });
});

describe('about', () => {
  it("looks in the customer's message and in the reply", () => {
    const one = guard({ context: { about: ['example-case'] }, scope: 'reply' });
    expect(fires(one, 'Do zorbify.')).toBe(false);
    expect(fires(one, 'Do zorbify.', 'My quixle hurts')).toBe(true);
    expect(fires(one, 'About the quixle: do zorbify.')).toBe(true);
  });
});

describe('general', () => {
  it('leaves the same words to another rule of the category', () => {
    const more = { ...EXAMPLE, id: 'guarantee/restock-again', acts: ['restock-promise'] } as const;
    const ids = (general: boolean): readonly string[] =>
      createGuard({ extend: { rules: [{ ...more, category: 'guarantee', general }] } })
        .check('这款肯定会补货的')
        .findings.map(({ rule }) => rule);
    expect(ids(true)).toEqual(['guarantee/restock']);
    expect(createGuard({ policy: { extends: 'default', off: ['guarantee/restock'] } }).check('这款肯定会补货的').findings.map(({ rule }) => rule)).toEqual(['guarantee/certainty']);
  });
});
