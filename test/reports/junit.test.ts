import fc from 'fast-check';
import { SaxesParser } from 'saxes';
import { describe, expect, test } from 'vitest';
import { junitRenderer } from '../../src/reports/index.ts';
import type { CheckedReply } from '../../src/reports/index.ts';
import { finding, HOSTILE, hostileReply, render, report, reportOf } from './samples.ts';

interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  text: string;
}

/** The elements of a document in their order; throws where it is not well-formed. */
function parse(xml: string): Element[] {
  const parser = new SaxesParser({});
  const elements: Element[] = [];
  const open: Element[] = [];
  parser.on('opentag', ({ name, attributes }) => {
    const element = { name, attributes: { ...attributes }, text: '' };
    elements.push(element);
    open.push(element);
  });
  parser.on('text', (text) => {
    const inner = open[open.length - 1];
    if (inner) inner.text += text;
  });
  parser.on('closetag', () => open.pop());
  parser.on('error', (error) => {
    throw error;
  });
  parser.write(xml).close();
  return elements;
}

const bad = '退款24小时内到账';
const badReply: CheckedReply = { source: 'a.jsonl', line: 1, id: 'x', reply: bad, report: reportOf(bad), verbatim: false };
const goodReply: CheckedReply = { source: 'a.jsonl', line: 2, reply: '您好', report: reportOf('您好'), verbatim: false };

describe('JUnit XML', () => {
  test('a suite for each source, a case for each reply, sums that add up', () => {
    const xml = render(junitRenderer(), [badReply, goodReply, { ...goodReply, source: 'b.txt' }], [{ source: 'a.jsonl', line: 3, error: 'no' }]);
    const elements = parse(xml);
    expect(elements[0]).toMatchObject({ name: 'testsuites', attributes: { tests: '4', failures: '1', errors: '1', skipped: '0' } });
    const suites = elements.filter(({ name }) => name === 'testsuite').map(({ attributes }) => [attributes['name'], attributes['tests']]);
    expect(suites).toEqual([['a.jsonl', '3'], ['b.txt', '1']]);
    const failure = elements.find(({ name }) => name === 'failure');
    expect(failure?.attributes['type']).toBe('timeline/refund-arrival');
    expect(failure?.text).toContain(bad);
    const first = elements.find(({ name }) => name === 'testcase');
    expect(first?.attributes).toMatchObject({ classname: 'a.jsonl', name: 'x, line 1', file: 'a.jsonl', line: '1' });
  });

  test('what is below --fail-on does not fail and is not lost', () => {
    const warned = { ...badReply, report: report([finding(bad, 0, 2, '退款', { severity: 'warn' })]) };
    const names = (failOn: 'warn' | 'block' | 'never'): string[] => parse(render(junitRenderer({ failOn }), [warned])).map(({ name }) => name);
    expect(names('warn')).toContain('failure');
    expect(names('block')).not.toContain('failure');
    expect(names('block')).toContain('system-out');
    expect(names('never')).not.toContain('failure');
  });

  test('a reply whose findings are all suppressed is skipped', () => {
    const elements = parse(render(junitRenderer(), [{ ...badReply, suppressed: badReply.report.findings.map(() => ({ since: '2026-01-01' })) }]));
    expect(elements.map(({ name }) => name)).toEqual(['testsuites', 'testsuite', 'testcase', 'skipped']);
    expect(elements[0]?.attributes['skipped']).toBe('1');
  });

  test('beyond the bound replies are counted, and the suite says so', () => {
    const xml = render(junitRenderer({ maxFindings: 2 }), [badReply, badReply, badReply, goodReply, goodReply, goodReply]);
    const elements = parse(xml);
    expect(elements.filter(({ name }) => name === 'testcase')).toHaveLength(4);
    expect(elements.find(({ name }) => name === 'system-out')?.text).toBe('2 more replies are not listed');
  });

  test.each(HOSTILE)('%j leaves the document well-formed', (text) => {
    const names = parse(render(junitRenderer(), [hostileReply(text)], [{ source: text, line: 1, error: text }])).map(({ name }) => name);
    expect(names).toEqual(['testsuites', 'testsuite', 'testcase', 'failure', 'testcase', 'error']);
  });

  test('any text leaves the document well-formed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(() => parse(render(junitRenderer(), [hostileReply(text)]))).not.toThrow();
      }),
      { numRuns: 100 },
    );
  });
});
