import { gzipSync } from 'node:zlib';
import { encode } from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import writeExcelFile from 'write-excel-file/node';
import { batchesOf } from '../../../src/cli/audit/batches.ts';
import { inspect } from '../../../src/cli/audit/sources.ts';
import { audit, BAD, folder, GOOD, list, read, summaryOf, write } from './run.ts';

const TABLE = `会话ID,客服,回复时间,商品,回复内容,是否投诉\r\n1,小美,2024-05-27 10:00,A,"${BAD}, ""亲""\r\n放心",是\r\n2,小丽,2024-05-28,A,${GOOD},否\r\n`;

describe('every kind of file gives the same', () => {
  const expected = { rows: { read: 2, audited: 2, skipped: 0, broken: 0 }, verdicts: { pass: 1, warn: 0, block: 1 } };
  const json = [
    { 会话ID: 1, 客服: '小美', 回复时间: '2024-05-27 10:00', 商品: 'A', 回复内容: `${BAD}, "亲"\n放心`, 是否投诉: true },
    { 会话ID: 2, 客服: '小丽', 回复时间: '2024-05-28', 商品: 'A', 回复内容: GOOD, 是否投诉: false },
  ].map((row) => JSON.stringify(row)).join('\n');

  it.each([
    ['utf8.csv', TABLE],
    ['mark.csv', `\ufeff${TABLE}`],
    ['lf.csv', TABLE.replaceAll('\r\n', '\n')],
    ['open.csv', TABLE.trimEnd()],
    ['gbk.csv', encode(TABLE, 'gb18030')],
    ['wide.csv', encode(TABLE, 'utf16le', { addBOM: true })],
    ['packed.csv.gz', gzipSync(TABLE)],
    ['semicolon.csv', TABLE.replaceAll(',', ';')],
    ['said.csv', `sep=;\r\n${TABLE.replaceAll(',', ';')}`],
    ['title.csv', `2024年5月聊天记录,,,,,\r\n\r\n${TABLE}`],
    ['tabs.tsv', TABLE.replaceAll(',', '\t')],
    ['lines.jsonl', json],
    ['lines.ndjson.gz', gzipSync(`\ufeff${json}\n\n`)],
  ])('%s', async (name, content) => {
    const summary = await summaryOf(write(name, content));
    expect(summary).toMatchObject(expected);
    expect(summary.agents.groups.map((group) => [group.name, group.blocked, group.complaints])).toEqual([['小美', 1, 1], ['小丽', 0, 0]]);
    expect(summary.days.groups.map((group) => group.name)).toEqual(['2024-05-27', '2024-05-28']);
  });

  it('chats.xlsx', async () => {
    const text = (value: string) => ({ value, type: String });
    const rows = [
      ['会话ID', '客服', '回复时间', '商品', '回复内容', '是否投诉'].map(text),
      [{ value: 1, type: Number }, text('小美'), { value: new Date(Date.UTC(2024, 4, 27, 10)), type: Date, format: 'yyyy-mm-dd' }, text('A'), text(`${BAD}\n放心`), { value: true, type: Boolean }],
      [],
      [{ value: 2, type: Number }, text('小丽'), { value: new Date(Date.UTC(2024, 4, 28)), type: Date, format: 'yyyy-mm-dd' }, text('A'), text(GOOD), { value: false, type: Boolean }],
    ];
    await writeExcelFile(rows).toFile(`${folder}/chats.xlsx`);
    const summary = await summaryOf('chats.xlsx');
    expect(summary).toMatchObject(expected);
    expect(summary.days.groups.map((group) => group.name)).toEqual(['2024-05-27', '2024-05-28']);
    expect(summary.examples.map(({ row }) => row)).toContain(2);
  });

  it('a text with a reply a line', async () => {
    expect((await summaryOf(write('replies.txt', `${BAD}\n\n${GOOD}\n`))).verdicts).toEqual(expected.verdicts);
  });

  it('columns without a header', async () => {
    const name = write('bare.csv', TABLE.split('\r\n').slice(1).join('\r\n'));
    expect(await summaryOf(name, '--no-header', '--map', 'reply=5', '--map', 'agent=2')).toMatchObject({ ...expected, agents: { distinct: 2 } });
  });
});

it('reads a folder with everything in it, each file in its own way', async () => {
  write('month/01.csv', TABLE);
  write('month/02.jsonl', JSON.stringify({ text: BAD, agent: 'Ann' }));
  write('month/deep/03.tsv', `reply\tagent\n${GOOD}\tBob\n`);
  write('month/notes.md', BAD);
  const { status, err } = await audit('month', '--out', 'month-out');
  expect(status).toBe(1);
  expect(err).toContain('reply=回复内容, agent=客服, day=回复时间');
  expect(JSON.parse(read('month-out/summary.json')).rows.read).toBe(4);
  expect(list('month-out/findings.csv').map(({ source, row }) => `${source}:${row}`)).toEqual(expect.arrayContaining(['month/01.csv:2', 'month/02.jsonl:1']));
});

it('does not read what it wrote before', async () => {
  write('again/chats.csv', TABLE);
  for (let run = 0; run < 2; run++) await audit('again', '--out', 'again/result');
  expect(JSON.parse(read('again/result/summary.json')).rows.read).toBe(2);
});

describe('columns', () => {
  it('are as the caller says, before anything is guessed', async () => {
    const name = write('odd.csv', `回复内容,另一列\n${GOOD},${BAD}\n`);
    expect((await summaryOf(name)).verdicts.block).toBe(0);
    expect((await summaryOf(name, '--map', 'reply=另一列')).verdicts.block).toBe(1);
  });

  it('say what they lack', async () => {
    const { status, err } = await audit(write('colours.csv', '颜色,尺码\n红,大\n'));
    expect(status).toBe(2);
    expect(err).toContain('expected a column of replies among 颜色, 尺码');
    expect((await audit('odd.csv', '--map', 'answer=x')).err).toContain('--map answer=x: expected column=header');
    expect((await audit('odd.csv', '--map', 'agent=没有')).err).toContain('expected 没有');
  });

  it('may be keys inside keys', async () => {
    const line = JSON.stringify({ message: { text: BAD, who: { name: '小美' } } });
    expect((await summaryOf(write('deep.jsonl', line), '--map', 'reply=message.text')).verdicts.block).toBe(1);
  });
});

describe('what is broken', () => {
  it('is reported with its place, and the rest is audited', async () => {
    const name = write(
      'broken.csv',
      Buffer.concat([
        Buffer.from(`agent,reply\n小美,${BAD}\n小丽,two, cells too many\n小丽,"a" stray quote\n`),
        Buffer.from([0xff, 0xfe, 0x2c, 0x61, 0x0a]),
        Buffer.from(`小丽,"${GOOD}\n"\n小美,${BAD}\n小丽,"never closed\n小美,${GOOD}\n`),
      ]),
    );
    const { status } = await audit(name, '--encoding', 'utf-8', '--out', 'broken-out');
    expect(status).toBe(2);
    expect(list('broken-out/faults.csv').map(({ row, level, error }) => `${row} ${level} ${error}`)).toEqual([
      '3 row row: expected 2 cells, got 3',
      '4 row row: expected a delimiter or the line end after a closing quote',
      '5 row row: expected UTF-8',
      '9 row row: expected a closing quote',
    ]);
    expect(JSON.parse(read('broken-out/summary.json'))).toMatchObject({ rows: { read: 8, audited: 4, broken: 4 }, verdicts: { block: 2 } });
  });

  it('is reported for JSON lines too', async () => {
    const name = write('broken.jsonl', `{"reply":${JSON.stringify(BAD)}}\n{"reply":\n[1]\n{"reply":{"a":1}}\n{"reply":${JSON.stringify(GOOD)}}\n{}\n`);
    const summary = await summaryOf(name);
    expect(summary.rows).toEqual({ read: 6, audited: 2, skipped: 1, broken: 3 });
    expect(summary.faults.map(({ row, error }) => `${row} ${error}`)).toEqual(['2 row: expected JSON', '3 row: expected an object', '4 reply: expected text']);
  });

  it('ends a packed file where it breaks off, and goes on with the next', async () => {
    const rows = Array.from({ length: 5000 }, (_, at) => `${GOOD}${at}`).join('\n');
    write('cut/a.csv.gz', gzipSync(`reply\n${rows}\n`).subarray(0, -100));
    write('cut/b.csv', `reply\n${BAD}\n`);
    const summary = await summaryOf('cut');
    expect(summary.faults[0]).toMatchObject({ source: 'cut/a.csv.gz', level: 'row' });
    expect(summary.faults[0]!.error).toContain('file: expected to be read to its end');
    expect(summary.verdicts.block).toBe(1);
    expect(summary.rows.audited).toBeGreaterThan(4000);
  });

  it('leaves the other files of a folder to be audited', async () => {
    write('some/a.csv', '颜色\n红\n');
    write('some/b.csv', `reply\n${BAD}\n`);
    write('some/c.xlsx', 'no spreadsheet');
    const summary = await summaryOf('some');
    expect(summary.verdicts.block).toBe(1);
    expect(summary.faults.map(({ source, row }) => [source, row])).toEqual([['some/a.csv', 0], ['some/c.xlsx', 0]]);
  });
});

it('writes nothing that a spreadsheet would run', async () => {
  const name = write('formula.csv', `customer,agent,reply\n"=cmd|'/c calc'!A1",@SUM(1),"=HYPERLINK(""http://x"") 3个工作日内给您发货"\n＝1+1,\t=2,-3个工作日内给您发货\n`);
  await audit(name, '--out', 'formula-out');
  const cells = ['ledger', 'findings', 'agents'].flatMap((file) => list(`formula-out/${file}.csv`).flatMap((row) => Object.values(row)));
  expect(cells).toContain("'=cmd|'/c calc'!A1");
  expect(cells.filter((cell) => /^\s*[=+\-@＝＋－＠]/.test(cell))).toEqual([]);
});

it('ends with the status of the contract', async () => {
  const bad = write('bad.csv', `reply\n${BAD}\n`);
  const good = write('good.csv', `reply\n${GOOD}\n`);
  const statuses = await Promise.all([audit(good), audit(bad), audit(bad, '--fail-on', 'never'), audit('no-such-file.csv'), audit(good, '--resume')]);
  expect(statuses.map(({ status }) => status)).toEqual([0, 1, 0, 2, 2]);
});

it('says in Chinese what is broken', async () => {
  const { err, out } = await audit(write('zh/a.csv', `reply,agent,day\n${GOOD},小美,昨天\n"x"y,z\n`), 'zh', '--lang', 'zh');
  expect(err).toContain('reply=reply, agent=agent, day=day');
  expect(out).toContain('zh/a.csv:2 day：应为日期，如 2024-05-27，实际是 "昨天"');
  expect(out).toContain('zh/a.csv:3 row：应为右引号后面是分隔符或行尾');
});

it('reads a record that the parser of tables does not take as one broken row', async () => {
  const summary = await summaryOf(write('odd-end.csv', `reply,agent\n"${GOOD}"\r,小美\n${BAD},小丽\n`));
  expect(summary.rows.read).toBe(2);
  expect(summary.verdicts.block).toBe(1);
});

it('goes on with a spreadsheet from a row', async () => {
  const rows = [[{ value: 'reply' }], ...Array.from({ length: 4500 }, (_, at) => [{ value: `${GOOD}${at}` }])];
  await writeExcelFile(rows).toFile(`${folder}/long.xlsx`);
  const [source] = await inspect('long.xlsx', folder, { map: new Map(), encoding: undefined, header: true });
  if (source === undefined || !('layout' in source)) throw new Error('expected a source');
  const steps = [];
  for await (const step of batchesOf(source, source.start)) steps.push(step);
  expect(steps.length).toBeGreaterThan(2);
  const rest = [];
  for await (const step of batchesOf(source, steps[0]!.next)) rest.push(...step.batch.rows);
  expect([...steps[0]!.batch.rows, ...rest].map(({ row }) => row)).toEqual(Array.from({ length: 4500 }, (_, at) => at + 2));
});
