import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { BAD, GOOD, replyguard, start } from './run.ts';

const FINDING_KEYS = ['rule', 'category', 'severity', 'start', 'end', 'text', 'message', 'advice'];

function lines(...values: unknown[]): string {
  return values.map((value) => (typeof value === 'string' ? value : JSON.stringify(value))).join('\n');
}

test('one line out for each line in, in order, with the id as it came', async () => {
  const input = lines(
    { id: 'a', reply: BAD },
    { id: 2, reply: GOOD },
    { reply: GOOD },
    '{"id":9007199254740993,"reply":"","note":"\\"id\\":1","more":{"id":7}}',
    { id: '', reply: GOOD, labels: ['cold'], whatever: [1] },
  );
  const { status, json, out } = await replyguard(['check', '--jsonl'], { input });
  const results = json();
  expect(status).toBe(1);
  expect(results.map((result) => ('id' in result ? result.id : null))).toEqual(['a', 2, null, 9007199254740992, '']);
  expect(out.split('\n')[3]).toMatch(/^\{"id":9007199254740993,/);
  expect(Object.keys(results[0]!)).toEqual(['id', 'verdict', 'labels', 'findings', 'commitments']);
  expect(Object.keys(results[2]!)).toEqual(['verdict', 'labels', 'findings', 'commitments']);
  expect(results[1]).toMatchObject({ verdict: 'pass', labels: [], findings: [] });
});

test('a finding has exactly the keys of the contract, and quotes the reply', async () => {
  const { json } = await replyguard(['check', '--jsonl'], { input: lines({ reply: BAD }) });
  const [result] = json() as { findings: Record<string, unknown>[]; labels: string[] }[];
  expect(result!.findings.length).toBeGreaterThan(0);
  for (const finding of result!.findings) {
    expect(Object.keys(finding)).toEqual(FINDING_KEYS);
    expect(BAD.slice(Number(finding.start), Number(finding.end))).toBe(finding.text);
  }
  expect(result!.labels).toContain('timeline');
  expect(new Set(result!.labels).size).toBe(result!.labels.length);
});

test('a broken line says its number and what was expected, the rest goes on, and the exit status is 2', async () => {
  const input = lines(
    { id: 1, reply: GOOD },
    '{"id":2,"reply":',
    '',
    { id: 4 },
    '[]',
    { id: 6, reply: 7 },
    { id: 7, reply: GOOD, lang: 'fr' },
    { id: 8, reply: GOOD, policy: 'nowhere' },
    { id: 9, reply: GOOD, policy: { extends: 'default', caps: { coupon: -1 } } },
    { id: 10, reply: GOOD, context: { mood: 'angry' } },
    { id: null, reply: GOOD },
    { id: 12, reply: GOOD, context: null },
    { id: 13, reply: BAD },
  );
  const { status, json, err } = await replyguard(['check', '--jsonl'], { input });
  const results = json();
  expect(status).toBe(2);
  expect(err).toBe('');
  expect(results[0]).toMatchObject({ id: 1, verdict: 'pass' });
  expect(results.at(-1)).toMatchObject({ id: 13, verdict: 'block' });
  expect(results.slice(1, -1).map(({ line, id, error }) => [line, id, String(error).split(':')[0]])).toEqual([
    [2, undefined, 'line'],
    [4, 4, 'reply'],
    [5, undefined, 'line'],
    [6, 6, 'reply'],
    [7, 7, 'lang'],
    [8, 8, 'policy'],
    [9, 9, 'policy.caps.coupon'],
    [10, 10, 'context.mood'],
    [11, undefined, 'id'],
    [12, 12, 'context'],
  ]);
});

test('a byte order mark, blank lines, CR LF and a raw U+2028 do no harm', async () => {
  const input = `\ufeff{"id":1,"reply":"好的\u2028谢谢"}\r\n\r\n   \n{"id":2,"reply":"${GOOD}"}`;
  const { status, json } = await replyguard(['check', '--jsonl'], { input });
  expect(status).toBe(0);
  expect(json().map(({ id }) => id)).toEqual([1, 2]);
});

test('bytes that are not UTF-8 break their own line only', async () => {
  const input = Buffer.concat([
    Buffer.from('{"id":1,"reply":"'),
    Buffer.from([0xb0, 0xa1]),
    Buffer.from('"}\n{"id":2,"reply":"x"}\n'),
  ]);
  const { status, json } = await replyguard(['check', '--jsonl'], { input });
  expect(status).toBe(2);
  expect(json()[0]).toEqual({ line: 1, error: 'line: expected UTF-8' });
  expect(json()[1]).toMatchObject({ id: 2 });
});

test('a policy and a language hold for their own line', async () => {
  const fast = { extends: 'default', off: ['timeline', 'guarantee'] };
  const input = lines(
    { id: 1, reply: BAD, policy: fast },
    { id: 2, reply: BAD, lang: 'en' },
    { id: 3, reply: BAD, lang: 'zh' },
    { id: 4, reply: BAD, lang: 'zh', context: { lang: 'en' } },
  );
  const { json } = await replyguard(['check', '--jsonl'], { input });
  const results = json() as { verdict: string; findings: { message: string }[] }[];
  expect(results.map(({ verdict }) => verdict)).toEqual(['pass', 'block', 'block', 'block']);
  const chinese = results.map(({ findings }) => /\p{Script=Han}/u.test(findings[0]?.message.slice(0, 4) ?? ''));
  expect(chinese).toEqual([false, false, true, false]);
});

test('a line of megabytes is one line', async () => {
  const { status, json } = await replyguard(['check', '--jsonl'], {
    input: lines({ id: 1, reply: '好的'.repeat(1_000_000) }, { id: 2, reply: BAD }),
  });
  expect(status).toBe(1);
  expect(json().map(({ id, verdict }) => [id, verdict])).toEqual([
    [1, 'pass'],
    [2, 'block'],
  ]);
});

test('an answer comes as soon as its line is complete, before the input ends', async () => {
  const child = start(['check', '--jsonl']);
  const closed = new Promise((done) => child.on('close', done));
  const answers: string[] = [];
  child.stdout.setEncoding('utf8');
  for (const id of [1, 2, 3]) {
    child.stdin.write(`${JSON.stringify({ id, reply: GOOD })}\n`);
    answers.push(await new Promise<string>((done) => child.stdout.once('data', done)));
  }
  child.stdin.end();
  expect(await closed).toBe(0);
  expect(answers.map((text) => JSON.parse(text).id)).toEqual([1, 2, 3]);
});

test('nothing is lost or reordered when the output is read slowly', async () => {
  const child = start(['check', '--jsonl']);
  const closed = new Promise((done) => child.on('close', done));
  const count = 20_000;
  child.stdin.end(Array.from({ length: count }, (_, id) => `{"id":${id},"reply":"${GOOD}"}\n`).join(''));
  await new Promise((done) => setTimeout(done, 1_500));
  let out = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text));
  expect(await closed).toBe(0);
  const ids = out
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line).id);
  expect(ids).toEqual(Array.from({ length: count }, (_, id) => id));
});

test('a reader that leaves early is no error', async () => {
  const child = start(['check', '--jsonl']);
  let err = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text));
  child.stdin.on('error', () => undefined);
  const closed = new Promise((done) => child.on('close', done));
  child.stdin.end(Array.from({ length: 20_000 }, () => `{"reply":"${GOOD}"}\n`).join(''));
  child.stdout.once('data', () => child.stdout.destroy());
  expect(await closed).toBe(0);
  expect(err).toBe('');
});

describe('lines of several files', () => {
  const cwd = mkdtempSync(join(tmpdir(), 'replyguard-jsonl-'));
  afterAll(() => rmSync(cwd, { recursive: true }));
  writeFileSync(join(cwd, 'one.jsonl'), lines({ id: 1, reply: GOOD }, { id: 2, reply: BAD }));
  writeFileSync(join(cwd, 'two.jsonl'), `\n${lines({ id: 1, reply: BAD }, { id: 3 })}\n`);
  writeFileSync(join(cwd, 'three.txt'), BAD);

  test.each([
    ['--format', 'jsonl'],
    ['--jsonl', '--format', 'jsonl'],
  ])('say which file and line they come from: %s %s', async (...flags) => {
    const { status, json } = await replyguard(['check', ...flags, 'one.jsonl', 'two.jsonl'], { cwd });
    expect(status).toBe(2);
    expect(json().map(({ source, line, id, verdict, error }) => [source, line, id, verdict ?? error])).toEqual([
      ['one.jsonl', 1, 1, 'pass'],
      ['one.jsonl', 2, 2, 'block'],
      ['two.jsonl', 2, 1, 'block'],
      ['two.jsonl', 3, 3, 'reply: expected a string'],
    ]);
  });

  test('a file that is one reply has no line; standard input is answered as ever', async () => {
    const { json } = await replyguard(['check', '--format', 'jsonl', 'three.txt', 'one.jsonl'], { cwd });
    expect(json().map(({ source, line }) => [source, line])).toEqual([['three.txt', undefined], ['one.jsonl', 1], ['one.jsonl', 2]]);
    const piped = await replyguard(['check', '--jsonl'], { cwd, input: lines({ id: 1, reply: GOOD }, { id: 2 }) });
    expect(piped.json().map((result) => Object.keys(result))).toEqual([
      ['id', 'verdict', 'labels', 'findings', 'commitments'],
      ['line', 'id', 'error'],
    ]);
  });
});
