import { expect, test } from 'vitest';
import { createGuard } from '../../src/index.ts';
import type { Tally } from '../../src/cli/item.ts';
import { prettyFormat } from '../../src/cli/pretty.ts';
import { BAD, GOOD } from './run.ts';

const plain = prettyFormat({ colour: false });

function shown(reply: string, extra: { line?: number; identity?: string; explain?: true } = {}): string {
  const guard = createGuard();
  const { explain, ...place } = extra;
  const explanation = explain ? { explanation: guard.explain(reply) } : {};
  return plain.checked({ source: 'a.txt', file: true, verbatim: true, ...place, reply, report: guard.check(reply), ...explanation });
}

test('a finding shows the line, the signs under it, the rule, the message, the advice and the source', () => {
  const [finding] = createGuard().check(BAD).findings;
  const lines = shown(BAD).split('\n');
  expect(lines[0]).toBe('block  a.txt');
  expect(lines[1]).toBe(`  ${BAD}`);
  const before = BAD.slice(0, finding!.start).length * 2;
  expect(lines[2]).toMatch(new RegExp(`^ {${2 + before}}\\^+$`));
  expect(lines.join('\n')).toContain(
    `    block ${finding!.category} ${finding!.rule}\n      ${finding!.message}\n      → ${finding!.advice}`,
  );
  expect(lines.join('\n')).toContain(`source ${finding!.source.article}: ${finding!.source.passage}`);
});

test('a clean reply is named when it was given by itself, and only counted in a list', () => {
  expect(shown(GOOD)).toBe('pass  a.txt\n\n');
  expect(shown(GOOD, { line: 3 })).toBe('');
});

test('a reply of a list is named by its line and its id', () => {
  expect(shown(BAD, { line: 7, identity: '"x-1"' })).toMatch(/^block {2}a\.txt:7 "x-1"\n/);
});

test('an explanation lists what was promised', () => {
  const reply = '退款审核通过后3-5个工作日到账。';
  expect(shown(reply, { line: 1, explain: true })).toContain('promises');
  expect(shown(reply, { line: 1 })).toBe('');
});

test('colours come only when they are asked for', () => {
  const item = { source: 'a', file: true, verbatim: true, reply: BAD, report: createGuard().check(BAD) };
  expect(plain.checked(item)).not.toContain('\u001b');
  expect(prettyFormat({ colour: true }).checked(item)).toContain('\u001b[31m');
});

test('the summary counts replies, findings and lines that could not be checked', () => {
  const tally: Tally = {
    verdicts: { pass: 1, warn: 0, block: 2 },
    findings: { info: 1, warn: 0, block: 3 },
    failed: 1,
    suppressed: null,
  };
  expect(plain.end(tally)).toBe(
    '3 replies: 2 block, 0 warn, 1 pass · findings: 3 block, 0 warn, 1 info · 1 line could not be checked\n',
  );
});
