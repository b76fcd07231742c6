import { createHash } from 'node:crypto';
import { parse } from 'parse5';
import type { DefaultTreeAdapterTypes as Tree } from 'parse5';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CATEGORY_WORDS } from '../../scripts/reference/categories.ts';
import { WORDS } from '../../src/cli/audit/words.ts';
import { CATEGORY_NAMES } from '../../src/messages/category-names.ts';
import { auditHtml, htmlRenderer } from '../../src/reports/index.ts';
import type { CheckedReply } from '../../src/reports/index.ts';
import { CATEGORIES } from '../../src/types.ts';
import { hostileSummary, SUMMARY } from './summary.ts';
import { finding, HOSTILE, hostileReply, render, report, reportOf } from './samples.ts';

/** The elements of a page, as a browser would make them. */
function elementsOf(page: string): Tree.Element[] {
  const found: Tree.Element[] = [];
  const visit = (node: Tree.Node): void => {
    if ('tagName' in node) found.push(node);
    if ('childNodes' in node) for (const child of node.childNodes) visit(child);
  };
  visit(parse(page));
  return found;
}

function textOf(node: Tree.Node): string {
  if ('value' in node) return node.value;
  return 'childNodes' in node ? node.childNodes.map(textOf).join('') : '';
}

const attribute = (element: Tree.Element, name: string): string | undefined => element.attrs.find((one) => one.name === name)?.value;
const withClass = (page: string, name: string): Tree.Element[] =>
  elementsOf(page).filter((element) => attribute(element, 'class')?.split(' ').includes(name));

/** Tags and attributes in their order, without values: what no text may change. */
const skeleton = (page: string): string[] => elementsOf(page).map(({ tagName, attrs }) => `${tagName} ${attrs.map(({ name }) => name).join(' ')}`);

const bad = '您好，退款24小时内一定到账，三倍赔偿';
const item: CheckedReply = { source: 'a.jsonl', line: 2, id: 'x', reply: bad, report: reportOf(bad), agent: '小王', product: '杯子', day: '2026-11-01' };

describe('HTML report', () => {
  test('shows the reply with its words marked, the findings under it, and the counts', () => {
    const page = render(htmlRenderer(), [item, { ...item, reply: '您好', report: reportOf('您好') }]);
    const [reply] = withClass(page, 'reply');
    expect(textOf(reply!)).toBe(bad);
    const marked = elementsOf(page).filter(({ tagName }) => tagName === 'mark').map(textOf).join('');
    for (const { text } of item.report.findings) expect(marked).toContain(text);
    expect(withClass(page, 'card')).toHaveLength(1);
    expect(withClass(page, 'finding')).toHaveLength(item.report.findings.length);
    expect(textOf(withClass(page, 'tiles')[0]!)).toContain('2 replies');
  });

  test('is in the language that was asked for', () => {
    const page = render(htmlRenderer({ language: 'zh' }), [item]);
    expect(attribute(elementsOf(page)[0]!, 'lang')).toBe('zh-CN');
    expect(page).toContain('时效承诺');
    expect(render(htmlRenderer(), [item])).toContain('Timeline');
  });

  test('overlapping findings take the colour of the gravest, a finding of absence stands as a sign', () => {
    const reply = 'abcdef';
    const findings = [finding(reply, 0, 4, 'abcd', { severity: 'warn' }), finding(reply, 2, 6), finding(reply, 6, 6, '', { severity: 'info' })];
    const page = render(htmlRenderer(), [{ source: 'a', reply, report: report(findings) }]);
    const marks = elementsOf(page).filter(({ tagName }) => tagName === 'mark').map((one) => `${attribute(one, 'class')}:${textOf(one)}`);
    expect(marks).toEqual(['warn:ab', 'block:cd', 'block:ef', 'info absent:‸']);
  });

  test('whatever the places of the findings, the reply stands there as it is', () => {
    const place = fc.nat({ max: 12 });
    fc.assert(
      fc.property(fc.array(fc.tuple(place, place, fc.constantFrom('block', 'warn', 'info')), { minLength: 1, maxLength: 6 }), (places) => {
        const reply = 'abcd 😀<ef>';
        const findings = places.map(([start, length, severity]) => finding(reply, start, start + length, 'x', { severity }));
        const [shown] = withClass(render(htmlRenderer(), [{ source: 'a', reply, report: report(findings) }]), 'reply');
        // A place in the middle of a pair, which no finding has, gives two halves.
        expect(textOf(shown!).replaceAll('‸', '').replaceAll('\ufffd\ufffd', '😀')).toBe(reply);
      }),
      { numRuns: 100 },
    );
  });

  test('offers as filters what is there, and nothing else', () => {
    const page = render(htmlRenderer(), [item]);
    const options = (id: string): (string | undefined)[] => {
      const select = elementsOf(page).find((element) => attribute(element, 'id') === id);
      return select === undefined ? [] : elementsOf(page).filter(({ tagName, parentNode }) => tagName === 'option' && 'attrs' in parentNode! && attribute(parentNode, 'id') === id).map((one) => attribute(one, 'value'));
    };
    expect(options('agent')).toEqual(['', '小王']);
    expect(options('rule')).toEqual(['', ...new Set(item.report.findings.map(({ rule }) => rule).sort())]);
    expect(render(htmlRenderer(), [{ ...item, agent: undefined }])).not.toContain('id="agent"');
  });

  test('suppressed findings say since when and count as suppressed', () => {
    const suppressed = item.report.findings.map(() => ({ since: '2026-02-03' }));
    const page = render(htmlRenderer(), [{ ...item, suppressed }]);
    expect(withClass(page, 'finding').every((one) => attribute(one, 'data-suppressed') === 'yes')).toBe(true);
    expect(page).toContain('suppressed since 2026-02-03');
    expect(textOf(withClass(page, 'tiles')[0]!)).toContain(`${suppressed.length} suppressed`);
    expect(textOf(withClass(page, 'tiles')[0]!)).toContain('1 pass');
  });

  test('beyond the bound findings are counted, and the page says so', () => {
    const page = render(htmlRenderer({ maxFindings: 1 }), [item, item]);
    expect(withClass(page, 'finding')).toHaveLength(1);
    expect(page).toContain(`The first 1 of ${2 * item.report.findings.length} findings are listed`);
  });

  test('a run without findings, and replies that could not be checked', () => {
    const page = render(htmlRenderer(), [], [{ source: 'a.jsonl', line: 3, error: 'line: expected JSON' }]);
    expect(page).toContain('No findings.');
    expect(page).toContain('a.jsonl:3');
    expect(page).toContain('line: expected JSON');
  });

  test('has a strict policy that names its own script and style by hash, and loads nothing', () => {
    const page = render(htmlRenderer(), [item]);
    const elements = elementsOf(page);
    const policy = elements.find((element) => attribute(element, 'http-equiv') === 'Content-Security-Policy');
    const content = attribute(policy!, 'content') ?? '';
    expect(content).toMatch(/^default-src 'none';/);
    expect(content).not.toContain('unsafe');
    for (const kind of ['script', 'style']) {
      const all = elements.filter(({ tagName }) => tagName === kind);
      expect(all).toHaveLength(1);
      expect(content).toContain(`${kind}-src 'sha256-${createHash('sha256').update(textOf(all[0]!)).digest('base64')}'`);
    }
    for (const element of elements) {
      expect(['link', 'img', 'iframe', 'object', 'embed', 'base', 'a']).not.toContain(element.tagName);
      for (const { name } of element.attrs) expect(name).not.toMatch(/^on|^(src|href|style|srcset|action)$/);
    }
  });

  const plain = skeleton(render(htmlRenderer(), [hostileReply('plain')], [{ source: 'plain', error: 'plain' }]));
  test.each(HOSTILE)('%j changes no element and no attribute', (text) => {
    const page = render(htmlRenderer({ subtitle: text }), [hostileReply(text)], [{ source: text, error: text }]);
    expect(skeleton(page)).toEqual(plain);
    expect(page).not.toMatch(/[\u0000\u202a-\u202e\u2066-\u2069\u200b\ufeff]/);
  });

  test('any text changes no element and no attribute', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1 }).filter((text) => text.trim() !== ''), (text) => {
        expect(skeleton(render(htmlRenderer({ subtitle: text }), [hostileReply(text)], [{ source: text, error: text }]))).toEqual(plain);
      }),
      { numRuns: 60 },
    );
  });
});

test('categories have one name each, in reports, in the rule reference, in the playground and in the audit', () => {
  for (const category of CATEGORIES) {
    const { name } = CATEGORY_WORDS[category];
    expect([name.en, name.zh]).toEqual([CATEGORY_NAMES.en[category], CATEGORY_NAMES.zh[category]]);
    expect(WORDS.zh.categories[category]).toBe(CATEGORY_NAMES.zh[category]);
  }
});

describe('HTML page of an audit', () => {
  test('shows figures, charts by category, agent, product and day, the ledger and examples', () => {
    const page = auditHtml(SUMMARY);
    const headings = elementsOf(page).filter(({ tagName }) => tagName === 'h2').map(textOf);
    for (const heading of ['Findings by category', 'Findings by rule', 'Flagged replies by agent', 'Flagged replies by product', 'Flagged replies by day', 'Promises', 'Frequent problems', 'Products with 3 complaints or more', 'Rows that could not be used', 'Examples']) {
      expect(headings).toContain(heading);
    }
    const tiles = textOf(withClass(page, 'tiles')[0]!);
    expect(tiles).toContain('83.3 % Promises kept');
    expect(tiles).toContain('60.0 % Solved at the first contact · 6 of 10 problems');
    expect(withClass(page, 'card')).toHaveLength(SUMMARY.examples.length);
  });

  test('says so where the data does not say', () => {
    const page = auditHtml({ ...SUMMARY, fulfilment: { count: 0, of: 0, rate: null }, firstContact: null }, { language: 'zh' });
    expect(textOf(withClass(page, 'tiles')[0]!)).toContain('– 承诺兑现率 · 数据中没有记录');
    expect(textOf(withClass(page, 'tiles')[0]!)).toContain('– 一次性解决率 · 数据中没有记录');
  });

  const plain = skeleton(auditHtml(hostileSummary('plain')));
  test.each(HOSTILE)('%j changes no element and no attribute', (text) => {
    expect(skeleton(auditHtml(hostileSummary(text), { subtitle: text }))).toEqual(plain);
  });
});
