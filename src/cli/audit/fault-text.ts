import type { Language } from '../../index.ts';
import { inChinese } from '../expected.ts';
import type { Translations } from '../expected.ts';

/** What was expected, in Chinese. The lists and the summary keep the English, which programs read. */
const CHINESE: Translations = [
  [/^a delimiter or the line end after a closing quote$/, '右引号后面是分隔符或行尾（多了一个引号？）'],
  [/^a closing quote$/, '有右引号'],
  [/^a record of at most (\d+) MiB$/, '一条记录不超过 $1 MiB（少了一个右引号？）'],
  [/^(\d+) cells$/, '$1 格（分隔符没加引号？）'],
  [/^cells divided by (.+)$/, '用 $1 分隔的各格'],
  [/^(UTF-8|GB18030|JSON)$/, '$1'],
  [/^an object$/, 'JSON 对象'],
  [/^text$/, '文字'],
  [/^a word for agent or customer$/, '客服或客户'],
  [/^yes or no$/, '是或否'],
  [/^kept, broken, open or unknown$/, '已兑现、未兑现、处理中或未知'],
  [/^a day such as (.+)$/, '日期，如 $1'],
  [/^a time of day such as (.+)$/, '时间，如 $1'],
  [/^a whole number from 1$/, '从 1 起的整数'],
  [/^an amount$/, '金额'],
  [/^1 or (\d+) values, one for each promise$/, '1 个或 $1 个值，一个承诺一个'],
  [/^to be read to its end: (.+)$/, '能读到末尾：$1'],
  [/^a column of replies among (.+); name it: (.+)$/, '有一列是客服回复，表头只有 $1；请指定：$2'],
  [/^(.+) among (.+)$/, '有表头 $1，实际只有 $2'],
  [/^a header and rows$/, '有表头和数据'],
  [/^rows$/, '有数据'],
];

/** A fault's text, `path: expected …, got …`, for people. */
export function faultText(error: string, language: Language): string {
  const match = /^(\w+): expected (.*?)(?:, got (.*))?$/s.exec(error);
  if (language !== 'zh' || match === null) return error;
  const [, path, expected = '', got] = match;
  const chinese = inChinese(expected, CHINESE);
  return chinese === undefined ? error : `${path}：应为${chinese}${got === undefined ? '' : `，实际是 ${got}`}`;
}
