import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { describeFixtures } from '../../../src/adapters/vitest/index.ts';
import type { FixtureOptions } from '../../../src/adapters/vitest/index.ts';
import { describeFixtures as describeHere } from '../../../src/adapters/vitest/register.ts';
import type { CheckerFactory } from '../../../src/testing/index.ts';

const folder = mkdtempSync(join(tmpdir(), 'replyguard-fixtures-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
mkdirSync(join(folder, 'more'));
writeFileSync(
  join(folder, 'a.yml'),
  `- id: bad
  reply: 您好，退款24小时内一定到账。
  labels: [timeline]
- id: good
  reply: 您好，请问您想了解哪款商品呢？
  good: true
- id: wrong
  reply: 您好，退款24小时内一定到账。谢谢。
  good: true
- id: gap
  reply: 您好，请问您想了解哪款呢？
  labels: [future]
  known-gap: not read yet
- id: phrase
  reply: 三倍赔偿
  labels: [compensation]
  fragment: true
`,
);
writeFileSync(join(folder, 'more/b.jsonl'), `{"id":"line","reply":"这次给您三倍赔偿。","labels":["compensation"]}\n`);
writeFileSync(join(folder, 'broken.txt.yml'), '- id: x\n  reply: y\n');

/** Registers with a runner that runs each test at once, and keeps how it went. */
function collect(patterns: string | readonly string[], options: FixtureOptions = {}): Map<string, string> {
  const results = new Map<string, string>();
  let suite = '';
  describeFixtures(patterns, {
    root: folder,
    ...options,
    runner: {
      describe: (name, register) => {
        suite = name;
        register();
      },
      it: (name, run) => {
        try {
          run();
          results.set(`${suite} > ${name}`, 'ok');
        } catch (error) {
          results.set(`${suite} > ${name}`, String(error));
        }
      },
    },
  });
  return results;
}

describe('describeFixtures', () => {
  it('registers one test a case, one suite a file, and leaves fragments out', () => {
    const results = collect(['a.yml', 'more/*.jsonl']);
    expect([...results.keys()]).toEqual([
      'a.yml > bad: timeline (line 1)',
      'a.yml > good: good (line 4)',
      'a.yml > wrong: good (line 7)',
      'a.yml > gap: future (line 10, known gap)',
      'more/b.jsonl > line: compensation (line 1)',
    ]);
    expect([...results.values()].map((result) => result === 'ok')).toEqual([true, true, false, true, true]);
    expect(results.get('a.yml > wrong: good (line 7)')).toContain('误报 timeline');
  });

  it('a known gap that is closed fails', () => {
    const results = collect('a.yml', { knownGaps: ['good', 'wrong'] });
    expect(results.get('a.yml > good: good (line 4, known gap)')).toContain('take it off');
    expect(results.get('a.yml > wrong: good (line 7, known gap)')).toBe('ok');
  });

  it('uses the checkers it is given', () => {
    const checkers: CheckerFactory = () => ({ check: () => ({ verdict: 'pass', findings: [] }) });
    expect(collect('a.yml', { checkers }).get('a.yml > bad: timeline (line 1)')).toContain('漏报 timeline');
  });

  it('says so where there is nothing to test, or a file is wrong', () => {
    expect(() => collect('none/*.yml')).toThrow(/no fixtures in none/);
    expect(() => collect('broken.txt.yml')).toThrow(/broken\.txt\.yml:1/);
  });

  it('needs a runner', () => {
    expect(() => describeFixtures('a.yml', { root: folder })).toThrow(/no global describe/);
  });
});

// One real registration: these run as tests of this file.
describeHere('more/b.jsonl', { root: folder });
