import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DataError } from '../../src/errors.ts';
import { daysBetween, formatSuppressions, oldest, parseSuppressions, replyKey, SuppressionCollector, Suppressor } from '../../src/suppressions/index.ts';
import type { SuppressionEntry } from '../../src/suppressions/index.ts';

const entry = (over: Partial<SuppressionEntry> = {}): SuppressionEntry => ({ file: 'a.jsonl', reply: 'id:1', rule: 'cold/x', count: 1, since: '2026-01-02', ...over });
const found = (...rules: string[]): { rule: string; severity: 'block' }[] => rules.map((rule) => ({ rule, severity: 'block' }));
const all = { checked: () => true, exists: () => true };

describe('the file', () => {
  const entries = [
    entry({ file: 'b.txt', reply: 'file' }),
    entry({ reply: 'id:2', rule: 'timeline/y', count: 3 }),
    entry({ reply: 'id:2', rule: 'cold/x' }),
    entry({ reply: 'id:10' }),
  ];

  test('is sorted, an entry a line, and the same whatever the order', () => {
    const text = formatSuppressions(entries);
    expect(text).toBe(`{
  "version": 1,
  "files": {
    "a.jsonl": {
      "id:10": {
        "cold/x": { "count": 1, "since": "2026-01-02" }
      },
      "id:2": {
        "cold/x": { "count": 1, "since": "2026-01-02" },
        "timeline/y": { "count": 3, "since": "2026-01-02" }
      }
    },
    "b.txt": {
      "file": {
        "cold/x": { "count": 1, "since": "2026-01-02" }
      }
    }
  }
}
`);
    expect(formatSuppressions([...entries].reverse())).toBe(text);
    expect(formatSuppressions([])).toBe('{\n  "version": 1,\n  "files": {}\n}\n');
  });

  test('comes back as it was written, whatever the names', () => {
    const name = fc.string({ unit: 'binary' }).filter((text) => text !== '__proto__');
    const one = fc.record({ file: name, reply: name, rule: name, count: fc.integer({ min: 1, max: 1e6 }), since: fc.constant('2026-01-02') });
    fc.assert(
      fc.property(fc.uniqueArray(one, { selector: ({ file, reply, rule }) => JSON.stringify([file, reply, rule]) }), (list) => {
        const sort = (some: readonly SuppressionEntry[]): string[] => some.map((each) => JSON.stringify([each.file, each.reply, each.rule, each.count])).sort();
        expect(sort(parseSuppressions(formatSuppressions(list)))).toEqual(sort(list));
      }),
      { numRuns: 100 },
    );
  });

  test.each([
    ['{"version":2,"files":{}}', 'version: expected'],
    ['{"version":1}', 'files: expected'],
    ['{"version":1,"files":{"a":{"file":{"cold/x":{"count":0,"since":"2026-01-01"}}}}}', 'files.a.file.cold/x.count: expected a whole number of 1 or more'],
    ['{"version":1,"files":{"a":{"file":{"cold/x":{"count":1,"since":"yesterday"}}}}}', 'expected a day as YYYY-MM-DD'],
    ['{"version":1,"files":{"a":{"file":{"cold/x":{"count":1,"since":"2026-01-01","why":"x"}}}}}', 'expected no field of this name'],
    ['', 'expected JSON'],
    ['<<<<<<< ours\n{}\n=======\n{}\n>>>>>>> theirs\n', 'expected JSON, without the marks of a merge conflict'],
  ])('%s is refused with its place', (text, message) => {
    expect(() => parseSuppressions(text)).toThrow(DataError);
    expect(() => parseSuppressions(text)).toThrow(message);
  });
});

describe('covering', () => {
  test('as many findings of a rule as were accepted are covered', () => {
    const suppressor = new Suppressor([entry({ count: 2 })]);
    expect(suppressor.cover({ file: 'a.jsonl', reply: 'id:1', findings: found('cold/x', 'timeline/y', 'cold/x') }).map((one) => one?.since)).toEqual([
      '2026-01-02',
      undefined,
      '2026-01-02',
    ]);
    expect(suppressor.stale(all)).toEqual([]);
  });
  test('more than that, and all of them are shown, and nothing is stale', () => {
    const suppressor = new Suppressor([entry()]);
    expect(suppressor.cover({ file: 'a.jsonl', reply: 'id:1', findings: found('cold/x', 'cold/x') })).toEqual([undefined, undefined]);
    expect(suppressor.stale(all)).toEqual([]);
  });
  test('another reply, file or rule is not covered', () => {
    const suppressor = new Suppressor([entry()]);
    expect(suppressor.cover({ file: 'a.jsonl', reply: 'id:2', findings: found('cold/x') })).toEqual([undefined]);
    expect(suppressor.cover({ file: 'b.jsonl', reply: 'id:1', findings: found('cold/x') })).toEqual([undefined]);
    expect(suppressor.cover({ file: 'a.jsonl', reply: 'id:1', findings: found('cold/z') })).toEqual([undefined]);
  });
  test('replies that say the same share an entry', () => {
    const suppressor = new Suppressor([entry({ count: 2 })]);
    const one = { file: 'a.jsonl', reply: 'id:1', findings: found('cold/x') };
    expect([1, 2, 3].map(() => suppressor.cover(one)[0] !== undefined)).toEqual([true, true, false]);
  });
});

describe('stale entries', () => {
  const entries = [entry({ count: 3 }), entry({ reply: 'id:2' }), entry({ file: 'gone.txt', reply: 'file' }), entry({ file: 'other.txt', reply: 'file' })];
  const looked = { checked: (file: string) => file === 'a.jsonl', exists: (file: string) => file !== 'gone.txt' };
  const run = (): Suppressor => {
    const suppressor = new Suppressor(entries);
    suppressor.cover({ file: 'a.jsonl', reply: 'id:1', findings: found('cold/x') });
    return suppressor;
  };
  test('are those of files that were checked or are gone', () => {
    expect(run().stale(looked).map(({ file, reply, count, found: now }) => [file, reply, count, now])).toEqual([
      ['a.jsonl', 'id:1', 3, 1],
      ['a.jsonl', 'id:2', 1, 0],
      ['gone.txt', 'file', 1, 0],
    ]);
  });
  test('pruning lowers or removes them, and leaves the rest as it was', () => {
    expect(run().pruned(looked)).toEqual([entry({ count: 1 }), entry({ file: 'other.txt', reply: 'file' })]);
  });
});

describe('collecting', () => {
  test('counts, keeps the day of what was there, keeps what was not looked at', () => {
    const collector = new SuppressionCollector([entry(), entry({ reply: 'id:9' }), entry({ file: 'other.txt' })], '2026-03-04');
    expect(collector.add({ file: 'a.jsonl', reply: 'id:1', findings: found('cold/x', 'cold/x', 'timeline/y') })).toEqual([
      { since: '2026-01-02' },
      { since: '2026-01-02' },
      { since: '2026-03-04' },
    ]);
    expect(collector.entries((file) => file === 'a.jsonl')).toEqual([
      entry({ file: 'other.txt' }),
      entry({ count: 2 }),
      entry({ rule: 'timeline/y', since: '2026-03-04' }),
    ]);
  });
});

test('a reply is named by its id, by being the file, or by a fingerprint of its text', () => {
  expect(replyKey({ id: 'x', wholeFile: false, text: '退款' })).toBe('id:x');
  expect(replyKey({ wholeFile: true, text: '退款' })).toBe('file');
  expect(replyKey({ wholeFile: false, text: '退款' })).toMatch(/^text:[0-9a-f]{16}$/);
  expect(replyKey({ wholeFile: false, text: '退款' })).not.toBe(replyKey({ wholeFile: false, text: '退款。' }));
});

test('ages', () => {
  expect(daysBetween('2026-02-27', '2026-03-01')).toBe(2);
  expect(daysBetween('2026-03-01', '2026-02-27')).toBe(0);
  expect(oldest(['2026-03-01', '2025-12-31'])).toBe('2025-12-31');
  expect(oldest([])).toBeUndefined();
});
