import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { BAD, GOOD, replyguard } from '../cli/run.ts';
import type { Outcome } from '../cli/run.ts';

const folder = mkdtempSync(join(tmpdir(), 'replyguard-reports-'));
afterAll(() => rmSync(folder, { recursive: true }));
writeFileSync(
  join(folder, 'replies.jsonl'),
  [{ id: 'x', reply: BAD, agent: '小王', product: '杯子', day: '2026-11-01T10:00:00+08:00' }, { id: 9, reply: GOOD }].map((one) => `${JSON.stringify(one)}\n`).join(''),
);
writeFileSync(join(folder, 'one.txt'), `您好。\n${BAD}`);

const check = (...arguments_: string[]): Promise<Outcome> => replyguard(['check', '--reader', 'rules', ...arguments_], { cwd: folder });

test.each([
  ['sarif', /^\{\n {2}"\$schema": "https:\/\/docs\.oasis-open\.org.*"uri": "replies\.jsonl"/s],
  ['junit', /^<\?xml.*<testcase classname="replies\.jsonl" name="x, line 1" file="replies\.jsonl" line="1"><failure.*name="9, line 2".*<\/testsuites>\n$/s],
  ['github', /^::error file=replies\.jsonl,line=1,endLine=1,col=22,endColumn=\d+,title=timeline \(timeline\/refund-arrival\)::.*\n$/],
  ['csv', /^source,line,id,.*\r\nreplies\.jsonl,1,x,小王,杯子,2026-11-01,block,block,timeline,.*\r\n$/s],
  ['html', /^<!doctype html>\n<html lang="zh-CN">.*<article class="card" data-agent="小王">.*<\/html>\n$/s],
  ['jsonl', /^\{"id":"x","source":"replies\.jsonl","line":1,"verdict":"block".*\n\{"id":9,"source":"replies\.jsonl","line":2,"verdict":"pass".*\n$/],
])('--format %s', async (format, shape) => {
  const { status, out, err } = await check('--format', format, 'replies.jsonl');
  expect([status, err]).toEqual([1, '']);
  expect(out).toMatch(shape);
});

test('what comes from no JSON line says where it is from in JSON lines', async () => {
  const { json } = await check('--format', 'jsonl', '--lines', 'one.txt');
  expect(json().map(({ source, line, verdict }) => [source, line, verdict])).toEqual([['one.txt', 1, 'pass'], ['one.txt', 2, 'block']]);
});

test('words in a text file have their line and columns', async () => {
  const { out } = await check('--format', 'github', 'one.txt');
  expect(out).toMatch(/^::error file=one\.txt,line=2,endLine=2,col=\d+,endColumn=\d+,/);
});

test('--bom is for CSV, --lang is the language of headings', async () => {
  expect((await check('--format', 'csv', '--bom', 'one.txt')).out).toMatch(/^\ufeffsource/);
  expect((await check('--format', 'html', '--lang', 'en', 'one.txt')).out).toContain('<html lang="en">');
});

test('--output writes the file, sums up on standard output, and leaves nothing else behind', async () => {
  const { status, out } = await check('--format', 'html', '--output', 'report.html', 'replies.jsonl');
  expect(status).toBe(1);
  expect(out).toBe('report.html: 2 replies: 1 block, 0 warn, 1 pass · findings: 1 block, 0 warn, 0 info\n');
  expect(readFileSync(join(folder, 'report.html'), 'utf8')).toContain('</html>');
  expect(readdirSync(folder).filter((name) => name.endsWith('.tmp'))).toEqual([]);
});

test('a run that breaks off leaves no report, and the earlier one as it was', async () => {
  writeFileSync(join(folder, 'old.csv'), 'before');
  const { status } = await check('--format', 'csv', '--output', 'old.csv', '--policy', 'nowhere', 'replies.jsonl');
  expect(status).toBe(2);
  expect(readFileSync(join(folder, 'old.csv'), 'utf8')).toBe('before');
  const nowhere = await check('--format', 'csv', '--output', 'no/such/folder.csv', 'replies.jsonl');
  expect(nowhere.status).toBe(2);
  expect(nowhere.err).toMatch(/^replyguard: --output: cannot write .+\n$/);
  expect(existsSync(join(folder, 'no'))).toBe(false);
});

test('--max-findings bounds a report and does not change the exit status', async () => {
  const { status, out } = await check('--format', 'sarif', '--max-findings', '0', 'replies.jsonl');
  expect(status).toBe(1);
  expect(JSON.parse(out).runs[0]).toMatchObject({ results: [], properties: { omittedResults: 1 } });
});
