import { describe, expect, test } from 'vitest';
import { githubRenderer } from '../../src/reports/index.ts';
import { finding, HOSTILE, hostileReply, render, report } from './samples.ts';

const reply = 'ab，退款\n到账';
const item = { source: 'replies/a,b.txt', reply, report: report([finding(reply, 3, 5, '退款', { message: '50%，不行\r\n真的', advice: '' })]) };

describe('GitHub annotations', () => {
  test('name the command, the file, the place and the rule, with everything escaped', () => {
    expect(render(githubRenderer(), [item])).toBe(
      '::error file=replies/a%2Cb.txt,line=1,endLine=1,col=4,endColumn=6,title=guarantee (guarantee/arrival)::50%25，不行%0A真的%0A“退款”\n',
    );
  });
  test('severities are errors, warnings and notices', () => {
    const findings = (['block', 'warn', 'info'] as const).map((severity) => finding(reply, 0, 1, 'a', { severity }));
    const lines = render(githubRenderer(), [{ ...item, report: report(findings) }]).split('\n');
    expect(lines.map((line) => line.split(' ')[0])).toEqual(['::error', '::warning', '::notice', '']);
  });
  test('no columns where the words go over a line, none inside JSON, no file for standard input', () => {
    const long = render(githubRenderer(), [{ ...item, report: report([finding(reply, 3, 8)]) }]);
    expect(long).toContain('line=1,endLine=2,title=');
    const inJson = render(githubRenderer(), [{ ...item, line: 9, verbatim: false }]);
    expect(inJson).toContain('line=9,title=');
    const piped = render(githubRenderer(), [{ ...item, file: false }]);
    expect(piped).toMatch(/^::error title=/);
  });
  test('suppressed findings are not annotated; a reply that could not be checked is', () => {
    expect(render(githubRenderer(), [{ ...item, suppressed: [{ since: '2026-01-01' }] }])).toBe('');
    expect(render(githubRenderer(), [], [{ source: 'a.jsonl', line: 4, error: 'line: expected JSON' }])).toBe(
      '::error file=a.jsonl,line=4,title=replyguard::a.jsonl:4: line: expected JSON\n',
    );
  });
  test.each(HOSTILE)('%j starts no command of its own', (text) => {
    const lines = render(githubRenderer(), [hostileReply(text)], [{ source: text, line: 1, error: text }]).split(/[\n\r\u2028\u2029]/);
    expect(lines).toHaveLength(4);
    for (const line of lines.slice(0, 3)) expect(line).toMatch(/^::(error|warning) [^:]*::[^\u0000-\u0008\u000a-\u001f]*$/);
  });
});
