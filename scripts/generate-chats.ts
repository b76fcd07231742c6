/**
 * Writes made-up chats for measuring and testing `replyguard audit`: the same rows for the same number and seed, no text of anybody.
 *
 *   npx tsx scripts/generate-chats.ts 1000000 /tmp/chats.csv [seed]
 *
 * The file's ending chooses CSV (also `.csv.gz`) or JSONL.
 */
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import Papa from 'papaparse';

const HEADERS = ['会话ID', '客户昵称', '客服', '回复时间', '商品', '客户消息', '回复内容', '是否投诉', '是否解决', '是否兑现', '问题类型'];
const AGENTS = ['小美', '小丽', '阿强', '晓雯', '大鹏', '子涵', 'Ann', 'Bob'];
const ISSUES = ['物流', '质量', '尺寸', '退款', '咨询'];
const QUESTIONS = ['什么时候发货', '衣服开线了', '尺码偏小怎么办', '退款到哪里了', 'Where is my parcel?', '还有货吗'];
/** Mostly ordinary chat, as real chats are. */
const CLEAN = [
  '您好，请问您想了解哪款商品呢？', '亲，这款有货的，您可以直接下单。', '非常抱歉给您带来不便，我马上帮您查询物流。',
  '亲，核实后3-5个工作日内给您处理，请您耐心等待。', '根据平台规则，7天内可以无理由退货。', '好的，已经帮您备注了，还有别的可以帮您吗？',
  '非常理解您的心情，麻烦您发一下商品的照片，我们核实后给您方案。', '这款是纯棉的，建议按平时的尺码购买。',
  'Hi, thanks for reaching out! Could you share your order number?', 'I am sorry about the delay. I have asked the carrier for an update.',
  '亲，您的订单预计1-3个工作日内发出，具体以物流信息为准。', '不客气，祝您生活愉快！',
];
const BAD = [
  '亲，退款24小时内一定到账哦', '给您三倍赔偿，您放心', '一周内肯定为您补货并优先换发', '这绝对是生产质量问题', '亲，加我微信私下给您转账',
  "I guarantee you'll get triple your money back", '明天一定到，保证', '给个五星好评返现10元',
];

const [count = '1000', path = 'chats.csv', seed = '1'] = process.argv.slice(2);
const random = randomFrom(Number(seed));
const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;

function randomFrom(start: number): () => number {
  let state = start >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function rowOf(number: number): string[] {
  const bad = random() < 0.08;
  const reply = random() < 0.3 ? `${pick(CLEAN)}\n${pick(bad ? BAD : CLEAN)}` : pick(bad ? BAD : CLEAN);
  const day = new Date(Date.UTC(2024, 4, 1, 9) + Math.floor(number / 40) * 60_000).toISOString();
  const outcome = random();
  return [
    `S${Math.floor(number / 3)}`, `客户${Math.floor(random() * 50_000)}`, pick(AGENTS), `${day.slice(0, 10)} ${day.slice(11, 16)}`,
    `SKU-${Math.floor(random() ** 3 * 2000)}`, pick(QUESTIONS), reply, random() < 0.05 ? '是' : '否', random() < 0.7 ? '是' : '否',
    outcome < 0.2 ? '是' : outcome < 0.3 ? '否' : '', pick(ISSUES),
  ];
}

const json = /\.jsonl(\.gz)?$/.test(path);
const file = createWriteStream(path);
const stream = path.endsWith('.gz') ? createGzip() : file;
if (stream !== file) stream.pipe(file);
const write = async (text: string): Promise<void> => {
  if (!stream.write(text)) await once(stream, 'drain');
};
if (!json) await write(`\ufeff${HEADERS.join(',')}\r\n`);
const BLOCK = 1000;
for (let from = 0; from < Number(count); from += BLOCK) {
  const rows = Array.from({ length: Math.min(BLOCK, Number(count) - from) }, (_, at) => rowOf(from + at));
  const text = json
    ? rows.map((row) => JSON.stringify(Object.fromEntries(row.map((cell, at) => [HEADERS[at]!, cell])))).join('\n')
    : Papa.unparse(rows, { newline: '\r\n' });
  await write(`${text}${json ? '\n' : '\r\n'}`);
}
stream.end();
await finished(file);
