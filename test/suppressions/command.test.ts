import { existsSync, mkdtempSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { BAD, GOOD, replyguard } from '../cli/run.ts';
import type { Outcome } from '../cli/run.ts';

const folder = mkdtempSync(join(tmpdir(), 'replyguard-suppressions-'));
const FILE = join(folder, 'replyguard-suppressions.json');
afterAll(() => rmSync(folder, { recursive: true }));

const lines = (...replies: [string, string][]): string => replies.map(([id, reply]) => `${JSON.stringify({ id, reply })}\n`).join('');
const check = (...arguments_: string[]): Promise<Outcome> => replyguard(['check', '--reader', 'rules', ...arguments_], { cwd: folder });
const accept = (): Promise<Outcome> => check('--suppress-all', '--now', '2026-01-01T00:00:00Z', 'many.jsonl', 'one.txt');

beforeEach(() => {
  rmSync(FILE, { force: true });
  writeFileSync(join(folder, 'many.jsonl'), lines(['x', BAD], ['y', GOOD]));
  writeFileSync(join(folder, 'one.txt'), BAD);
});

describe('suppressions on the command line', () => {
  test('--suppress-all accepts what is there; the next run is clean and says how old it is', async () => {
    const first = await accept();
    expect([first.status, first.err]).toEqual([0, 'replyguard-suppressions.json: 2 findings accepted, 2 entries\n']);
    expect(JSON.parse(readFileSync(FILE, 'utf8'))).toEqual({
      version: 1,
      files: {
        'many.jsonl': { 'id:x': { 'timeline/refund-arrival': { count: 1, since: '2026-01-01' } } },
        'one.txt': { file: { 'timeline/refund-arrival': { count: 1, since: '2026-01-01' } } },
      },
    });
    const second = await check('--now', '2026-01-31T00:00:00Z', 'many.jsonl', 'one.txt');
    expect([second.status, second.err]).toEqual([0, '']);
    expect(second.out).toContain('suppressed: 2, the oldest for 30 days');
    expect(second.out).not.toContain('timeline');
  });

  test('a new finding is shown, by itself', async () => {
    await accept();
    writeFileSync(join(folder, 'many.jsonl'), lines(['y', GOOD], ['new', BAD], ['x', BAD]));
    const { status, out } = await check('--format', 'jsonl', 'many.jsonl');
    expect(status).toBe(1);
    expect(out.trim().split('\n').map((line) => JSON.parse(line)).map(({ id, verdict, suppressed }) => [id, verdict, suppressed])).toEqual([
      ['y', 'pass', 0],
      ['new', 'block', 0],
      ['x', 'pass', 1],
    ]);
  });

  test('a finding that is gone makes the run fail, until it is pruned', async () => {
    await accept();
    writeFileSync(join(folder, 'many.jsonl'), lines(['x', GOOD]));
    const stale = await check('--now', '2026-03-02T00:00:00Z', 'many.jsonl');
    expect(stale.status).toBe(2);
    expect(stale.err).toBe(`replyguard-suppressions.json accepts findings that are gone: 1 stale entry
  many.jsonl id:x timeline/refund-arrival: 1 accepted on 2026-01-01 (60 days ago), 0 found
Run the same command with --prune-suppressions to take them out.
`);
    const pruned = await check('--prune-suppressions', 'many.jsonl');
    expect([pruned.status, pruned.err]).toEqual([0, 'replyguard-suppressions.json: 1 entries taken out, 0 lowered\n']);
    expect(Object.keys(JSON.parse(readFileSync(FILE, 'utf8')).files)).toEqual(['one.txt']);
    expect((await check('many.jsonl')).status).toBe(0);
  });

  test('an id cannot move the cursor of the terminal', async () => {
    writeFileSync(FILE, JSON.stringify({ version: 1, files: { 'one.txt': { 'id:\u001b[2J\u202ex': { 'cold/x': { count: 1, since: '2026-01-01' } } } } }));
    const { err } = await check('one.txt');
    expect(err).toContain('one.txt id:');
    expect(err).not.toMatch(/[\u001b\u202e]/);
  });

  test('a file that is gone is stale, one that was not looked at is not', async () => {
    await accept();
    expect((await check('one.txt')).status).toBe(0);
    rmSync(join(folder, 'many.jsonl'));
    const { status, err } = await check('one.txt');
    expect(status).toBe(2);
    expect(err).toContain('many.jsonl id:x');
  });

  test('a line that cannot be read makes nothing stale', async () => {
    await accept();
    writeFileSync(join(folder, 'many.jsonl'), '{"id":"x","reply"');
    const { status, err } = await check('many.jsonl');
    expect([status, err]).toEqual([2, '']);
  });

  test('another folder may be the current one', async () => {
    await accept();
    mkdirSync(join(folder, 'below'), { recursive: true });
    const { status } = await replyguard(['check', '--reader', 'rules', '--suppressions', '../replyguard-suppressions.json', '../one.txt'], { cwd: join(folder, 'below') });
    expect(status).toBe(0);
  });

  test('a text takes no notice of the file, standard input only if it is named', async () => {
    await accept();
    rmSync(join(folder, 'many.jsonl'));
    expect((await check(GOOD)).status).toBe(0);
    expect((await check('--suppressions', 'replyguard-suppressions.json', GOOD)).status).toBe(2);
  });

  test.each([
    ['a file that is named and not there', ['--suppressions', 'none.json', 'one.txt'], 'make one with --suppress-all'],
    ['pruning nothing', ['--prune-suppressions', 'one.txt'], 'make one with --suppress-all'],
    ['both at once', ['--suppress-all', '--prune-suppressions', 'one.txt'], 'cannot be used with'],
  ])('misuse: %s', async (_name, arguments_, message) => {
    const { status, err } = await check(...arguments_);
    expect(status).toBe(2);
    expect(err).toContain(message);
    expect(existsSync(FILE)).toBe(false);
  });

  test('misuse: a file that is broken, with its path', async () => {
    writeFileSync(FILE, '{"version":1,"files":{"a":{"file":{"r":{"count":"one","since":"2026-01-01"}}}}}');
    const { status, err } = await check('one.txt');
    expect(status).toBe(2);
    expect(err).toContain('replyguard-suppressions.json.files.a.file.r.count: expected a whole number of 1 or more');
  });
});
