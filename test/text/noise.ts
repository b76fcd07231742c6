/**
 * Evasive ways to write a reply, each of which must read as its plain form. Used over all fixtures: a transformed reply
 * gets the verdict of the plain one.
 */
import * as OpenCC from 'opencc-js';

/** One way to write a reply evasively. */
export interface Transformation {
  /** What it does, in a word. */
  readonly name: string;
  /** The evasive form; the reply itself where there is nothing to change. */
  readonly apply: (reply: string) => string;
  /** True where the canonical text of the result equals that of the reply; false where only the verdict must. */
  readonly exact: boolean;
}

const toTraditional = OpenCC.Converter({ from: 'cn', to: 't' });

function isHan(character: string): boolean {
  return character >= '\u4e00' && character <= '\u9fff';
}

/** A Chinese character or a digit: what is spelled apart. */
function isCell(character: string): boolean {
  return isHan(character) || (character >= '0' && character <= '9');
}

function mapUnits(reply: string, change: (character: string, index: number) => string): string {
  return [...reply].map(change).join('');
}

function replaceAllOf(reply: string, table: Readonly<Record<string, string>>): string {
  let changed = reply;
  for (const [from, to] of Object.entries(table)) changed = changed.replaceAll(from, to);
  return changed;
}

/** Puts a separator between the characters of every stretch of `least` or more Chinese characters and digits. */
export function spread(reply: string, separator: string, least = 4): string {
  let changed = '';
  for (const stretch of stretches(reply, isCell)) {
    const characters = [...stretch];
    const han = characters.filter(isHan).length;
    changed += characters.every(isCell) && han >= least ? characters.join(separator) : stretch;
  }
  return changed;
}

function stretches(reply: string, inside: (character: string) => boolean): string[] {
  const list: string[] = [];
  let last: boolean | undefined;
  for (const character of reply) {
    const now = inside(character);
    if (now === last) list[list.length - 1] += character;
    else list.push(character);
    last = now;
  }
  return list;
}

const HOMOPHONES = { 微信: '薇信', 赔偿: '陪偿', 到账: '到帐', 承诺: '承若', 绝对: '决对', 好评: '好坪', 差评: '差坪', 转账: '转帐', 红包: '洪包', 补偿: '补尝' };
const PINYIN = { 退款: 'tuikuan', 赔偿: 'pei偿', 保证: 'bao证', 微信: 'wei信', 好评: '好ping', 红包: '红bao' };
const ANNOTATIONS = { 退款: '退款(tuikuan)', 保证: '保(bǎo)证', 赔偿: '赔偿(péi cháng)', 微信: '微信（wēixìn）', 好评: '好评[hǎopíng]' };
const NUMERALS = '零一二三四五六七八九';
const MISSPELLINGS = { refund: 'refnd', guarantee: 'garantee', definitely: 'definately', tomorrow: 'tommorow', receive: 'recieve', compensation: 'compensaton', address: 'adress' };
const APOSTROPHES = { "don't": 'dont', "can't": 'cant', "won't": 'wont', "doesn't": 'doesnt', "you'll": 'youll', "didn't": 'didnt', "isn't": 'isnt' };
const LOOKALIKES: Readonly<Record<string, string>> = { a: 'а', e: 'е', o: 'о', c: 'с', p: 'р' };

/** Words with a number in them, or single letters, are no words to be dressed up. */
function mapWords(reply: string, change: (word: string) => string): string {
  return stretches(reply, (character) => /[A-Za-z0-9@._]/.test(character))
    .map((stretch) => (/^[A-Za-z]{4,}$/.test(stretch) ? change(stretch) : stretch))
    .join('');
}

/** Ways to write Chinese. */
export const chineseNoise: readonly Transformation[] = [
  { name: 'traditional', exact: true, apply: (reply) => mapUnits(reply, (character) => (isHan(character) ? toTraditional(character) : character)) },
  { name: 'spaces', exact: true, apply: (reply) => spread(reply, ' ') },
  { name: 'dots', exact: true, apply: (reply) => spread(reply, '.') },
  { name: 'middle dots', exact: true, apply: (reply) => spread(reply, '·') },
  { name: 'asterisks', exact: true, apply: (reply) => spread(reply, '*') },
  { name: 'hearts', exact: true, apply: (reply) => spread(reply, '❤') },
  { name: 'emoji', exact: true, apply: (reply) => spread(reply, '🌹') },
  { name: 'zero width', exact: true, apply: (reply) => mapUnits(reply, (character) => (isHan(character) ? `${character}\u200b` : character)) },
  { name: 'combining marks', exact: true, apply: (reply) => mapUnits(reply, (character) => (isHan(character) ? `${character}\u0336` : character)) },
  { name: 'full width', exact: true, apply: (reply) => mapUnits(reply, (character) => (/[0-9A-Za-z]/.test(character) ? String.fromCharCode(character.charCodeAt(0) + 0xfee0) : character)) },
  { name: 'circled digits', exact: false, apply: (reply) => reply.replaceAll(/\d{2,}(?=小时|天|元|块)/g, (digits) => mapUnits(digits, (digit) => (digit === '0' ? '⓪' : String.fromCharCode(0x245f + Number(digit))))) },
  { name: 'mathematical digits', exact: true, apply: (reply) => mapUnits(reply, (character) => (/[0-9]/.test(character) ? String.fromCodePoint(0x1d7ce + Number(character)) : character)) },
  { name: 'Chinese numerals', exact: false, apply: (reply) => reply.replaceAll(/(?<![\d.\-~/])[1-9](?=天|个|倍|小时|元|块)/g, (digit) => NUMERALS[Number(digit)]) },
  { name: 'pinyin', exact: false, apply: (reply) => replaceAllOf(reply, PINYIN) },
  { name: 'annotations', exact: true, apply: (reply) => replaceAllOf(reply, ANNOTATIONS) },
  { name: 'homophones', exact: true, apply: (reply) => replaceAllOf(reply, HOMOPHONES) },
  { name: 'entities', exact: true, apply: (reply) => mapUnits(reply, (character, index) => (isHan(character) && index % 2 === 0 ? `&#${character.charCodeAt(0)};` : character)) },
  { name: 'tags', exact: true, apply: (reply) => reply.replaceAll(/[\u4e00-\u9fff]{2}/g, (pair) => `<b>${pair}</b>`) },
  { name: 'bold', exact: true, apply: (reply) => reply.replaceAll(/(?<![*\u4e00-\u9fff])[\u4e00-\u9fff]{3,}(?!\*)/g, (text) => `**${text}**`) },
  { name: 'line break', exact: false, apply: (reply) => reply.replace(/(小时|天|款|倍)(?=[\u4e00-\u9fff])/, '$1\n') },
];

/** Ways to write English. */
export const englishNoise: readonly Transformation[] = [
  { name: 'capitals', exact: true, apply: (reply) => reply.toUpperCase() },
  { name: 'zero width', exact: true, apply: (reply) => mapWords(reply, (word) => [...word].join('\u200b')) },
  { name: 'soft hyphens', exact: true, apply: (reply) => mapWords(reply, (word) => `${word.slice(0, 2)}\u00ad${word.slice(2)}`) },
  { name: 'combining marks', exact: true, apply: (reply) => mapWords(reply, (word) => [...word].join('\u0301')) },
  { name: 'look-alikes', exact: true, apply: (reply) => mapWords(reply, (word) => word[0] + mapUnits(word.slice(1), (letter) => LOOKALIKES[letter] ?? letter)) },
  { name: 'full width', exact: true, apply: (reply) => mapWords(reply, (word) => mapUnits(word, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0))) },
  { name: 'mathematical letters', exact: true, apply: (reply) => mapWords(reply, (word) => mapUnits(word, (letter) => String.fromCodePoint(letter < 'a' ? 0x1d400 + letter.charCodeAt(0) - 65 : 0x1d41a + letter.charCodeAt(0) - 97))) },
  { name: 'misspellings', exact: true, apply: (reply) => mapWords(reply, (word) => (MISSPELLINGS as Readonly<Record<string, string>>)[word] ?? word) },
  { name: 'apostrophes', exact: true, apply: (reply) => replaceAllOf(reply, APOSTROPHES) },
  { name: 'curly apostrophes', exact: true, apply: (reply) => reply.replaceAll("'", '’') },
  { name: 'leetspeak', exact: true, apply: (reply) => reply.replaceAll(/\b(?:promise|refund|bank|month|dollars|five|money|tomorrow)\b/g, (word) => replaceAllOf(word, { o: '0', a: '4', i: '!', e: '3' })) },
  { name: 'spaced letters', exact: true, apply: (reply) => reply.replaceAll(/\b(?:refund|promise|guarantee|factory|whatsapp)\b/g, (word) => [...word].join(' ')) },
  { name: 'dashed letters', exact: true, apply: (reply) => reply.replaceAll(/\b(?:refund|promise|guarantee|factory|whatsapp)\b/g, (word) => [...word].join('-')) },
  { name: 'stretched', exact: true, apply: (reply) => reply.replaceAll(/\b(?:so|refund|promise)\b/g, (word) => `${word.slice(0, 1)}${word[1].repeat(4)}${word.slice(2)}`) },
  { name: 'bold', exact: true, apply: (reply) => mapWords(reply, (word) => (word === 'refund' || word === 'promise' ? `**${word}**` : word)) },
];
