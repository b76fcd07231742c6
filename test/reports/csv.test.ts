import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CSV_COLUMNS, csvRenderer } from '../../src/reports/index.ts';
import { csvCell } from '../../src/reports/csv.ts';
import { finding, HOSTILE, hostileReply, render, report, reportOf } from './samples.ts';

/** RFC 4180, strictly. */
function parse(text: string): string[][] {
  const rows: string[][] = [[]];
  let at = 0;
  while (at < text.length) {
    let cell = '';
    if (text[at] === '"') {
      for (at += 1; ; at += 1) {
        if (text[at] === '"' && text[at + 1] === '"') at += 1;
        else if (text[at] === '"') break;
        else if (at >= text.length) throw new Error('quote without end');
        cell += text[at];
      }
      at += 1;
    } else {
      while (at < text.length && text[at] !== ',' && text[at] !== '\r') {
        if (text[at] === '"' || text[at] === '\n') throw new Error(`bare ${JSON.stringify(text[at])}`);
        cell += text[at];
        at += 1;
      }
    }
    rows[rows.length - 1]!.push(cell);
    if (text.startsWith('\r\n', at)) {
      at += 2;
      if (at < text.length) rows.push([]);
    } else if (text[at] === ',') at += 1;
    else if (at < text.length) throw new Error(`unexpected ${JSON.stringify(text[at])}`);
  }
  return rows;
}

describe('CSV', () => {
  test('a row for each finding, none for a clean reply, one for a reply that could not be checked', () => {
    const bad = '退款24小时内到账';
    const text = render(
      csvRenderer(),
      [
        { source: 'a.jsonl', line: 1, id: 'x', reply: bad, report: reportOf(bad), agent: '小王', product: '杯子', day: '2026-11-01' },
        { source: 'a.jsonl', line: 2, reply: '您好', report: reportOf('您好') },
      ],
      [{ source: 'a.jsonl', line: 3, error: 'line: expected JSON' }],
    );
    const [head, first, failed, ...rest] = parse(text);
    expect(head).toEqual([...CSV_COLUMNS]);
    const row = Object.fromEntries(CSV_COLUMNS.map((name, index) => [name, first?.[index]]));
    expect(row).toMatchObject({ source: 'a.jsonl', line: '1', id: 'x', agent: '小王', product: '杯子', day: '2026-11-01', verdict: 'block', category: 'timeline', reply: bad, error: '' });
    expect(bad.slice(Number(row.start), Number(row.end))).toBe(row.words);
    expect(failed?.[CSV_COLUMNS.indexOf('error')]).toBe('line: expected JSON');
    expect(rest).toEqual([]);
  });

  test('a byte order mark only where it is asked for', () => {
    expect(csvRenderer().begin()).toMatch(/^source,/);
    expect(csvRenderer({ byteOrderMark: true }).begin()).toMatch(/^\ufeffsource,/);
  });

  test('suppressed findings name their day', () => {
    const reply = 'abc';
    const text = render(csvRenderer(), [{ source: 'a', reply, report: report([finding(reply, 0, 1)]), suppressed: [{ since: '2026-01-02' }] }]);
    const row = parse(text)[1];
    expect(row?.[CSV_COLUMNS.indexOf('suppressed_since')]).toBe('2026-01-02');
    expect(row?.[CSV_COLUMNS.indexOf('verdict')]).toBe('pass');
  });

  test.each(HOSTILE)('%j stays in its cells', (text) => {
    const rows = parse(render(csvRenderer(), [hostileReply(text)], [{ source: text, line: 1, error: text }]));
    expect(rows).toHaveLength(4);
    for (const row of rows) {
      expect(row).toHaveLength(CSV_COLUMNS.length);
      for (const cell of row) expect(cell).not.toMatch(/^\s*[=+\-@＝＋－＠]|^[\t\r\n\0]/);
    }
  });

  test('any text is one cell, and comes back, with at most an apostrophe before it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const [[cell, end] = []] = parse(`${csvCell(text)},end\r\n`);
        expect([text, `'${text}`]).toContain(cell);
        expect(end).toBe('end');
      }),
    );
  });
});
