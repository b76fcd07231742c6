/**
 * Writes `src/generated/text-*.ts`, the data of `src/text`, from `rules/text` and the tables of opencc-js.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as OpenCC from 'opencc-js';
import { parse } from 'yaml';
import * as z from 'zod';
import { ROOT } from './root.ts';

const DIGITS = '0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-_';

/** Traditional characters that a simplified text uses as well, or that mean something else there. */
const LEFT_ALONE = new Set('拚捱榘薹袷醣麴著');

/** What opencc leaves alone although shops write it. */
const ADDED: ReadonlyArray<readonly [string, string]> = [['妳', '你'], ['囘', '回'], ['佈', '布'], ['佔', '占'], ['裡', '里'], ['牠', '它'], ['讚', '赞'], ['鉅', '巨'], ['週', '周'], ['託', '托'], ['勳', '勋']];

function pack(value: number): string {
  let rest = value;
  let text = '';
  do {
    const low = rest & 31;
    rest >>= 5;
    text += DIGITS[low + (rest > 0 ? 32 : 0)];
  } while (rest > 0);
  return text;
}

/** The characters of GB 2312: the first level holds the 3,755 most common ones. */
function common(): Set<string> {
  const decoder = new TextDecoder('gbk');
  const characters = new Set<string>();
  for (let high = 0xb0; high <= 0xd7; high += 1) {
    for (let low = 0xa1; low <= 0xfe; low += 1) characters.add(decoder.decode(new Uint8Array([high, low])));
  }
  return characters;
}

/** Simplified characters outside the first level that shops use all the same. */
const RARE = '呗鲨尴尬镯璎驿唛哒槟叽裆馊钛昵炖唠罂鲈腌鳕猕浏矶诶螨咛垭祢绦缣绗缂鹂嗳谄诓讫诳谂砀骰';

/** Traditional characters with their simplified forms, one for one. */
function traditionalTable(): Map<number, number> {
  const simplify = OpenCC.Converter({ from: 't', to: 'cn' });
  const wanted = common();
  for (const character of RARE) wanted.add(character);
  const table = new Map<number, number>();
  for (let unit = 0x3400; unit <= 0x9fff; unit += 1) {
    const from = String.fromCharCode(unit);
    const to = simplify(from);
    if (to !== from && to.length === 1 && wanted.has(to) && !LEFT_ALONE.has(from)) table.set(unit, to.charCodeAt(0));
  }
  for (const [from, to] of ADDED) table.set(from.charCodeAt(0), to.charCodeAt(0));
  return table;
}

function traditionalModule(table: ReadonlyMap<number, number>): string {
  let traditional = '';
  let simplified = '';
  let lastFrom = 0x3400;
  let lastTo = 0x4e00;
  for (const [from, to] of [...table].sort((a, b) => a[0] - b[0])) {
    traditional += pack(from - lastFrom);
    const step = to - lastTo;
    simplified += pack(step < 0 ? -2 * step - 1 : 2 * step);
    lastFrom = from;
    lastTo = to;
  }
  return moduleOf({ TRADITIONAL: traditional, SIMPLIFIED: simplified });
}

const Example = z.strictObject({ from: z.string(), to: z.string() });

/** `rules/text/zh-phrases.yml`. */
export const Phrases = z.array(
  z.strictObject({ to: z.string(), from: z.array(z.string()), except: z.array(z.string()).optional(), good: Example, trap: z.string() }),
);

/** `rules/text/zh-spelling.yml`. */
export const Spelling = z.strictObject({
  binding: z.string(),
  examples: z.array(Example),
  traps: z.array(z.string()),
  pinyin: z.record(z.string(), z.string()),
  'pinyin-examples': z.array(Example),
  'pinyin-traps': z.array(z.string()),
  'not-pinyin': z.string(),
  annotations: z.strictObject({ examples: z.array(Example), traps: z.array(z.string()) }),
});

/** `rules/text/en.yml`. */
export const English = z.strictObject({
  repairs: z.record(z.string(), z.string()),
  core: z.string(),
  untouched: z.string(),
  words: z.string(),
  'repair-examples': z.array(Example),
  'repair-traps': z.array(z.string()),
  'leet-examples': z.array(Example),
  'leet-traps': z.array(z.string()),
  'stretched-examples': z.array(Example),
  'stretched-traps': z.array(z.string()),
  'spelled-examples': z.array(Example),
  'spelled-traps': z.array(z.string()),
});

/**
 * Reads one file of `rules/text`.
 *
 * @throws Error that names the file and what is wrong with it.
 */
export function readRules<Schema extends z.ZodType>(root: string, name: string, schema: Schema): z.infer<Schema> {
  const result = schema.safeParse(parse(readFileSync(join(root, 'rules', 'text', name), 'utf8')));
  if (!result.success) throw new Error(`rules/text/${name}: ${z.prettifyError(result.error)}`);
  return result.data;
}

/** Where a phrase is recognised: at its first Chinese character that is wrong, so that right text is seldom looked at. */
function triggerOf(from: string, to: string): number {
  const isHan = (character: string): boolean => character >= '\u4e00' && character <= '\u9fff';
  for (let at = 0; at < from.length; at += 1) if (isHan(from[at]) && !to.includes(from[at])) return at;
  for (let at = from.length - 1; at >= 0; at -= 1) if (isHan(from[at])) return at;
  throw new Error(`rules/text/zh-phrases.yml: ${from}: no Chinese character`);
}

function chineseModule(root: string, table: ReadonlyMap<number, number>): string {
  const simplify = (text: string): string =>
    [...text].map((character) => String.fromCodePoint(table.get(character.charCodeAt(0)) ?? character.codePointAt(0) ?? 0)).join('');
  const rows: string[] = [];
  const seen = new Set<string>();
  for (const { from, to, except = [] } of readRules(root, 'zh-phrases.yml', Phrases)) {
    for (const written of from) {
      const wrong = simplify(written);
      if (seen.has(wrong) || wrong === to) throw new Error(`rules/text/zh-phrases.yml: ${written} is there twice or right`);
      seen.add(wrong);
      rows.push([`${triggerOf(wrong, to)}${wrong}=${to}`, ...except.filter((word) => word.includes(wrong))].join('!'));
    }
    const unused = except.filter((word) => !from.some((written) => word.includes(simplify(written))));
    if (unused.length > 0) throw new Error(`rules/text/zh-phrases.yml: ${to}: ${unused.join(', ')} excepts nothing`);
  }
  const spelling = readRules(root, 'zh-spelling.yml', Spelling);
  return moduleOf({
    PHRASES: rows.join('|'),
    BINDING: spelling.binding.replaceAll(/\s/g, ''),
    PINYIN: Object.entries(spelling.pinyin).map(([word, letters]) => `${word} ${letters}`).join('|'),
    NOT_PINYIN: wordsOf(spelling['not-pinyin']),
  });
}

function wordsOf(text: string): string {
  return [...new Set(text.split(/\s+/))].filter((word) => word !== '').sort().join(' ');
}

function englishModule(root: string): string {
  const english = readRules(root, 'en.yml', English);
  return moduleOf({
    REPAIRS: Object.entries(english.repairs).map(([right, wrong]) => `${right}=${wrong}`).join('|'),
    CORE: wordsOf(english.core),
    UNTOUCHED: wordsOf(english.untouched),
    WORDS: wordsOf(english.words),
  });
}

function moduleOf(constants: Record<string, string>): string {
  const lines = ['// Made by scripts/generate-text.ts; do not edit.'];
  for (const [name, value] of Object.entries(constants)) lines.push(`export const ${name} = ${JSON.stringify(value)};`);
  return `${lines.join('\n')}\n`;
}

/**
 * Writes the generated modules of `src/text`.
 *
 * @param root - The folder of the package.
 * @returns The paths that were written.
 */
export function generateText(root: string): string[] {
  const folder = join(root, 'src', 'generated');
  mkdirSync(folder, { recursive: true });
  const table = traditionalTable();
  const modules: Record<string, string> = {
    'text-traditional.ts': traditionalModule(table),
    'text-chinese.ts': chineseModule(root, table),
    'text-english.ts': englishModule(root),
  };
  return Object.entries(modules).map(([name, content]) => {
    const path = join(folder, name);
    writeFileSync(path, content);
    return path;
  });
}

/** The step of `scripts/generate.ts`. */
export function generate(): void {
  generateText(ROOT);
}
