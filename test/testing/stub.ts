import type { CheckedFinding, Checker } from '../../src/testing/checker.ts';
import type { Fixture } from '../../src/testing/fixture.ts';
import type { Category, Severity } from '../../src/types.ts';

/** A finding at the first place of some words. */
export function finding(
  category: Category,
  reply: string,
  words: string,
  more: { severity?: Severity; advice?: string } = {},
): CheckedFinding {
  const start = reply.indexOf(words);
  return {
    category,
    severity: more.severity ?? 'block',
    rule: `${category}/stub`,
    start,
    end: start + words.length,
    text: words,
    message: 'stub',
    ...(more.advice === undefined ? {} : { advice: more.advice }),
  };
}

/** A checker that flags fixed words, with an advice for each. */
export function wordChecker(words: Readonly<Record<string, { category: Category; advice?: string }>>): Checker {
  return {
    check(reply) {
      const findings = Object.entries(words)
        .filter(([word]) => reply.includes(word))
        .map(([word, { category, advice }]) => finding(category, reply, word, advice === undefined ? {} : { advice }));
      return { verdict: findings.length > 0 ? 'block' : 'pass', findings };
    },
  };
}

/** A fixture with the fields that a test is about. */
export function fixture(fields: Partial<Fixture> & Pick<Fixture, 'reply'>): Fixture {
  return {
    id: 'f-1',
    labels: [],
    allowed: [],
    lang: 'zh',
    policy: 'default',
    context: {},
    marks: [],
    marking: 'exact',
    fragment: false,
    file: 'timeline.yml',
    line: 1,
    ...fields,
  };
}
