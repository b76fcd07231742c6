import { existsSync } from 'node:fs';
import { readFile, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { audit, BAD, folder, GOOD, outcomeOf, read, start, write } from './run.ts';

const ROWS = 15_000;
const HEADER = '会话ID,客户,客服,回复时间,商品,回复内容,是否投诉,是否解决,是否兑现';

function table(from: number): string {
  const lines = Array.from({ length: ROWS }, (_, at) => {
    const row = from + at;
    const reply = row % 5 === 0 ? BAD : row % 7 === 0 ? '"3个工作日内\n给您发货"' : `${GOOD}${row}`;
    return `S${row >> 1},C${row % 997},客服${row % 9},2024-05-${String(1 + (row % 28)).padStart(2, '0')},P${row % 50},${reply},${row % 11 === 0 ? '是' : '否'},${row % 3 === 0 ? '是' : '否'},${row % 2 === 0 ? '是' : '否'}`;
  });
  lines[100] = 'a broken row';
  lines[ROWS - 100] = '"stray"quote,x';
  return `${HEADER}\n${lines.join('\n')}\n`;
}

const LISTS = ['summary.json', 'report.html', 'ledger.csv', 'findings.csv', 'faults.csv', 'agents.csv', 'products.csv', 'days.csv'];

beforeAll(async () => {
  write('big/a.csv', table(0));
  write('big/b.csv.gz', gzipSync(table(ROWS)));
  const { status } = await audit('big', '--out', 'whole', '--threads', '2');
  expect(status).toBe(2);
});

/** Processes start slowly on a busy machine. */
const PATIENCE = 180_000;

/** Kills an audit with SIGKILL as soon as its checkpoint says that it has counted so many rows. */
async function killAfter(out: string, rows: number, threads: string): Promise<number> {
  const child = start(['big', '--out', out, '--resume', '--checkpoint-seconds', '0', '--threads', threads]);
  const ended = outcomeOf(child);
  const path = join(folder, out, 'checkpoint.json');
  let counted = 0;
  while (child.exitCode === null) {
    const text = await readFile(path, 'utf8').catch(() => '');
    counted = text === '' ? 0 : JSON.parse(text).totals.rows.read;
    if (counted >= rows) break;
    await new Promise((done) => setTimeout(done, 2));
  }
  child.kill('SIGKILL');
  await ended;
  return counted;
}

describe('an audit that is killed in the middle', () => {
  it.each([['1'], ['2']])('gives the same totals and lists when it is gone on with, on %s threads', async (threads) => {
    const out = `killed-${threads}`;
    const kills = [];
    for (const rows of [1, 20_000]) kills.push(await killAfter(out, rows, threads));
    expect(kills[0]).toBeGreaterThan(0);
    expect(kills[1]).toBeLessThan(2 * ROWS);
    expect(existsSync(join(folder, out, 'summary.json'))).toBe(false);
    const { status, err } = await audit('big', '--out', out, '--resume', '--threads', threads);
    expect(err).toContain('going on');
    expect(status).toBe(2);
    for (const list of LISTS) expect(read(`${out}/${list}`) === read(`whole/${list}`), list).toBe(true);
    expect(existsSync(join(folder, out, 'checkpoint.json'))).toBe(false);
  }, PATIENCE);

  it('cuts off what was written after the checkpoint', async () => {
    await killAfter('longer', 5_000, '1');
    write('longer/ledger.csv', `${read('longer/ledger.csv')}half a li`);
    await audit('big', '--out', 'longer', '--resume');
    expect(read('longer/ledger.csv') === read('whole/ledger.csv')).toBe(true);
  });
});

describe('an audit that is interrupted', () => {
  it('stops with a checkpoint', async () => {
    const child = start(['big', '--out', 'stopped', '--checkpoint-seconds', '0']);
    const ended = outcomeOf(child);
    while (!existsSync(join(folder, 'stopped/checkpoint.json'))) await new Promise((done) => setTimeout(done, 5));
    child.kill('SIGINT');
    const { status, err } = await ended;
    expect([status, err]).toEqual([130, expect.stringContaining('--resume')]);
  });

  it('is not begun anew by accident', async () => {
    const { status, err } = await audit('big', '--out', 'stopped');
    expect(status).toBe(2);
    expect(err).toContain('unfinished');
  });

  it('is not gone on with under other conditions', async () => {
    const policy = await audit('big', '--out', 'stopped', '--resume', '--policy', 'us-store');
    expect(policy.err).toContain('another policy');
    await utimes(join(folder, 'big/a.csv'), new Date(), new Date());
    const changed = await audit('big', '--out', 'stopped', '--resume');
    expect([changed.status, changed.err]).toEqual([2, expect.stringContaining('another files')]);
  });

  it('can be begun anew on demand', async () => {
    expect((await audit('big', '--out', 'stopped', '--restart')).status).toBe(2);
    expect(read('stopped/summary.json') === read('whole/summary.json')).toBe(true);
  });
});
