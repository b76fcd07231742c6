import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { BAD, GOOD, replyguard } from './run.ts';

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'replyguard-'));
  mkdirSync(join(folder, 'replies'));
  writeFileSync(join(folder, 'replies/a.txt'), `\ufeff${BAD}\n`);
  writeFileSync(join(folder, 'replies/b.txt'), GOOD);
  writeFileSync(join(folder, 'many.jsonl'), `${JSON.stringify({ id: 'x', reply: BAD })}\n`);
  writeFileSync(join(folder, 'policy.json'), '{"extends":"default","off":["timeline","guarantee"]}');
});

afterAll(() => rmSync(folder, { recursive: true }));

describe('exit status', () => {
  test.each([
    ['0 for a clean reply', [GOOD], 0],
    ['1 for a finding', [BAD], 1],
    ['0 for a finding with --fail-on never', ['--fail-on', 'never', BAD], 0],
    ['1 for a block with --fail-on block', ['--fail-on', 'block', BAD], 1],
    ['2 for an unknown option', ['--no-such-option', GOOD], 2],
    ['2 for an unknown severity', ['--fail-on', 'fatal', GOOD], 2],
    ['2 for a count that is none', ['--evidence-requests', 'some', GOOD], 2],
    ['2 for --jsonl with --lines', ['--jsonl', '--lines', '{"reply":"x"}'], 2],
    ['0 for --jsonl with another format out', ['--jsonl', '--format', 'json', '{"reply":"x"}'], 0],
    ['2 for an unknown policy', ['--policy', 'nowhere', GOOD], 2],
    ['2 for an unknown field of the context', ['--context', '{"complaints":true}', GOOD], 2],
    ['2 for a file that does not exist', ['missing.txt'], 2],
    ['2 for a pattern that matches nothing', ['nothing/*.txt'], 2],
    ['2 for a folder', ['replies'], 2],
    ['1 for a pattern with a bad reply among its files', ['replies/*.txt'], 1],
    ['0 for a file with a clean reply', ['replies/b.txt'], 0],
    ['1 for a bad reply in a JSONL file', ['many.jsonl'], 1],
    ['0 where the policy switches the categories off', ['--policy', 'policy.json', BAD], 0],
  ])('%s', async (_name, arguments_, status) => {
    const outcome = await replyguard(['check', ...arguments_], { cwd: folder });
    expect(`${outcome.status} ${outcome.err}`).toMatch(new RegExp(`^${status} `));
    expect(outcome.err === '').toBe(status !== 2);
  });

  test('2 without a command, with the help on standard error', async () => {
    const outcome = await replyguard([]);
    expect(outcome.status).toBe(2);
    expect(outcome.err).toContain('Usage: replyguard');
  });

  test('2 where nothing was piped in', async () => {
    const outcome = await replyguard(['check']);
    expect(outcome.status).toBe(2);
    expect(outcome.err).toContain('nothing to check');
  });
});

describe('messages of misuse', () => {
  test('name the option and what was expected, in one line without a stack', async () => {
    const { err } = await replyguard(['check', '--policy', '{"extends":"default","caps":{"coupon":"much"}}', GOOD]);
    expect(err).toMatch(/^replyguard: --policy\.caps\.coupon: expected .+\n$/);
  });

  test('name the field of the context', async () => {
    const { err } = await replyguard(['check', '--context', '{"channel":"loud"}', GOOD]);
    expect(err).toMatch(/^replyguard: --context\.channel: expected .+\n$/);
  });
});

describe('sources', () => {
  test('a reply may come from standard input, named or not', async () => {
    const [named, implied] = await Promise.all([
      replyguard(['check', '-'], { input: BAD }),
      replyguard(['check'], { input: BAD }),
    ]);
    expect(named.status).toBe(1);
    expect(implied.out).toBe(named.out);
  });

  test('--lines makes each line a reply of its own', async () => {
    const { status, out } = await replyguard(['check', '--lines'], { input: `${GOOD}\n\n${BAD}\r\n${GOOD}` });
    expect(status).toBe(1);
    expect(out).toContain('(stdin):3');
    expect(out).toContain('3 replies: 1 block, 0 warn, 2 pass');
  });

  test('a question in words is a reply, not a pattern', async () => {
    expect((await replyguard(['check', '请问您需要什么*颜色*呢?'])).status).toBe(0);
  });

  test('files of a pattern come in the order of their names', async () => {
    const { out } = await replyguard(['check', '--format', 'json', 'replies/*.txt'], { cwd: folder });
    const reports: { source: string; verdict: string }[] = JSON.parse(out);
    expect(reports.map(({ source, verdict }) => [source, verdict])).toEqual([
      ['replies/a.txt', 'block'],
      ['replies/b.txt', 'pass'],
    ]);
  });
});
