import type { Checker } from './checkers.ts';
import { once } from './measure.ts';
import { CHINESE, ENGLISH, repeated } from './texts.ts';

/** How time grows with length, as a power of it. */
export interface Growth {
  readonly text: string;
  /** 1 is linear, 2 quadratic: from 10,000 to 1,000,000 code units. */
  readonly power: number;
  /** Nanoseconds a code unit at the longest. */
  readonly perUnit: number;
}

const LENGTHS = [10_000, 100_000, 1_000_000] as const;

/** Texts of any length: ordinary chat, and one sentence that never ends. */
const GROWING: Readonly<Record<string, (length: number) => string>> = {
  'Chinese chat': (length) => repeated(CHINESE, length, '。\n'),
  'English chat': (length) => repeated(ENGLISH, length, '\n'),
  'Chinese, one sentence': (length) => repeated(CHINESE, length, '，').replace(/[。！？!?\n]/g, '，'),
  'Chinese, one clause': (length) => repeated(CHINESE, length, '').replace(/[^\p{Script=Han}\d]/gu, '的'),
  'English, one sentence': (length) => repeated(ENGLISH, length, ' ').replace(/[.!?\n]/g, ','),
};

/** Measures how the time of a checker grows; a length is left out once a shorter one took seconds. */
export function growth(checker: Checker): Growth[] {
  return Object.entries(GROWING).map(([text, make]) => {
    const points: { length: number; time: number }[] = [];
    for (const length of LENGTHS) {
      const before = points.at(-1);
      if (before && before.time > 3_000) break;
      points.push({ length, time: once(checker, make(length), length < 1_000_000 ? 9 : 3) });
    }
    const [first, last] = [points[0]!, points.at(-1)!];
    return {
      text,
      power: Math.log(last.time / first.time) / Math.log(last.length / first.length),
      perUnit: (last.time * 1e6) / last.length,
    };
  });
}

const SIZE = 100_000;
const fill = (piece: string): string => piece.repeat(Math.ceil(SIZE / piece.length)).slice(0, SIZE);

/** Input that somebody made to hurt. */
const HOSTILE: Readonly<Record<string, string>> = {
  'one character': fill('a'),
  'one Chinese character': fill('退'),
  digits: fill('1234567890'),
  'one digit': fill('9'),
  'Chinese numerals': fill('一百二十三万四千'),
  退款24小时内: fill('退款24小时内'),
  '退款24小时内，': fill('退款24小时内，'),
  一定保证绝对: fill('一定保证绝对'),
  spaces: fill(' '),
  newlines: fill('\n'),
  'brackets open': fill('('),
  'brackets nested': `${'（'.repeat(SIZE / 2)}${'）'.repeat(SIZE / 2)}`,
  'quotes open': fill('“'),
  'straight quotes': fill('"'),
  'combining marks': `e${fill('\u0301').slice(1)}`,
  不: fill('不'),
  '不，': fill('不，'),
  'not ': fill('not '),
  'if not if ': fill('if not if '),
  'lone surrogates': fill('\ud800'),
  'low surrogates': fill('\udc00'),
  emoji: fill('👍'),
  'full-width digits': fill('２４'),
  'zero-width characters': fill('退\u200b'),
  'only zero-width': fill('\u200b'),
  'spaced letters': fill('g u a r a n t e e '),
  'HTML entities': fill('&nbsp;&#36864;'),
  'open entities': fill('&#'),
  markdown: fill('**退**'),
  pinyin: fill('退(tui)'),
  'full stops': fill('.'),
  '3.5 and so on': fill('3.5.'),
  currency: fill('¥5元'),
  ranges: fill('3-5-'),
  'times and days': fill('3天5小时'),
  'traditional Chinese': fill('退款二十四小時內一定到賬'),
  addresses: fill('http://a.cn/'),
  'mail addresses': fill('a@b.'),
  'findings everywhere': fill('退款今天一定到账。'),
  'random code units': String.fromCharCode(
    ...Array.from({ length: SIZE }, (_, at) => (at * 40_503 + (at >> 3) * 7) & 0xffff),
  ),
};

/** How many times as much a hostile input costs as ordinary Chinese chat, a code unit. */
export interface Hostile {
  readonly name: string;
  readonly ratio: number;
  /** Code units that were measured: fewer than 100,000 where a tenth already took seconds. */
  readonly length: number;
}

/** Measures hostile input of 100,000 code units against ordinary chat of the same length. */
export function hostile(checker: Checker): Hostile[] {
  const ordinary = repeated(CHINESE, SIZE, '。\n');
  const normal = once(checker, ordinary, 15) / SIZE;
  return Object.entries(HOSTILE).map(([name, text]) => {
    const tenth = text.slice(0, SIZE / 10);
    const early = once(checker, tenth, 3);
    const whole = early < 500;
    const time = whole ? once(checker, text, 5) : early;
    const length = whole ? text.length : tenth.length;
    return { name, ratio: time / length / normal, length };
  });
}
