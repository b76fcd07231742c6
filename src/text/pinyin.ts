/**
 * Pinyin: annotations in brackets (买(mǎi)家) and words written in Latin letters (tuikuan, 退kuan).
 */
import { NOT_PINYIN, PINYIN } from '../generated/text-chinese.ts';
import { FOLD, isDigit, isHan, isLatin } from './characters.ts';
import type { Edits } from './draft.ts';

/** Finals with the initials that take them; Z, C and S stand for zh, ch and sh, `_` for none. */
const SYLLABLES =
  'a:_bpmfdtnlgkhZCSzcs o:_bpmfw e:_mdtnlgkhZCSrzcs ai:_bpmdtnlgkhZCSzcs ei:_bpmfdtnlghkZSz ao:_bpmdtnlgkhZCSrzcs ' +
  'ou:_pmfdtnlgkhZCSrzcs an:_bpmfdtnlgkhZCSrzcs en:_bpmfdnghkZCSrzcs ang:_bpmfdtnlgkhZCSrzcs eng:_bpmfdtnlgkhZCSrzcs ' +
  'ong:dtnlgkhZCrzcs i:bpmdtnljqxyZCSrzcs ia:djlqx ie:bpmdtnljqx iao:bpmdtnljqx iu:mdnljqx ian:bpmdtnljqx in:bpmnljqxy ' +
  'iang:dnljqx ing:bpmdtnljqxy iong:jqx u:bpmfdtnlgkhZCSrzcsjqxyw ua:gkhZCSr uo:dtnlgkhZCSrzcs uai:gkhZCS ui:dtghkZCSrzcs ' +
  'uan:dtnlgkhZCSrzcsjqxy un:dtnlgkhZCSrzcsjqxy uang:gkhZCS v:nl ue:nljqxy ve:nl ya:_ ye:_ yao:_ you:_ yan:_ yang:_ yong:_ ' +
  'wa:_ wai:_ wei:_ wan:_ wen:_ wang:_ weng:_ er:_';

const INITIALS: Readonly<Record<string, string>> = { Z: 'zh', C: 'ch', S: 'sh', _: '' };

const syllables = new Set<string>();
for (const row of SYLLABLES.split(' ')) {
  const [final = '', initials = ''] = row.split(':');
  for (const initial of initials) syllables.add((INITIALS[initial] ?? initial) + final);
}

/** Whether lower-case letters are one syllable of pinyin. */
export function isSyllable(letters: string): boolean {
  return syllables.has(letters);
}

const notPinyin = new Set(NOT_PINYIN.split(' '));

/** A Latin word that stands for Chinese characters. */
interface Reading {
  /** The characters that it stands for. */
  readonly text: string;
  /** The character that must stand right before it; empty: Chinese must be near. */
  readonly before: string;
  /** The character that must stand right after it. */
  readonly after: string;
}

const readings = new Map<string, Reading[]>();
const syllablesOf = new Map<string, Set<string>>();

function addReading(word: string, reading: Reading): void {
  const list = readings.get(word);
  if (list === undefined) readings.set(word, [reading]);
  else list.push(reading);
}

for (const row of PINYIN.split('|')) {
  const [text = '', ...parts] = row.split(' ');
  if (text === '') continue;
  addReading(parts.join(''), { text, before: '', after: '' });
  for (let index = 0; index < parts.length; index += 1) {
    const known = syllablesOf.get(text[index]);
    if (known === undefined) syllablesOf.set(text[index], new Set([parts[index]]));
    else known.add(parts[index]);
    if (parts.length !== 2) continue;
    addReading(parts[index], index === 0 ? { text: text[0], before: '', after: text[1] } : { text: text[1], before: text[0], after: '' });
  }
}

/** Every Latin word that may stand for Chinese characters. */
export function pinyinWords(): Iterable<string> {
  return readings.keys();
}

/** What the Latin word `[start, end)` stands for here, or undefined. */
export function readPinyin(text: string, start: number, end: number, word: string): string | undefined {
  const candidates = readings.get(word);
  if (candidates === undefined) return undefined;
  for (const { text: characters, before, after } of candidates) {
    if (before !== '') {
      if (start > 0 && FOLD[text.charCodeAt(start - 1)] === before.charCodeAt(0)) return characters;
    } else if (after !== '') {
      if (end < text.length && FOLD[text.charCodeAt(end)] === after.charCodeAt(0)) return characters;
    } else if (isNearHan(text, start, end)) return characters;
  }
  return undefined;
}

/** Whether Chinese stands beside the word, with at most a space and a number between them. */
function isNearHan(text: string, start: number, end: number): boolean {
  let left = start - 1;
  let right = end;
  for (let step = 0; step < 5 && left >= 0 && isFiller(text.charCodeAt(left)); step += 1) left -= 1;
  for (let step = 0; step < 5 && right < text.length && isFiller(text.charCodeAt(right)); step += 1) right += 1;
  return (left >= 0 && isHan(text.charCodeAt(left))) || (right < text.length && isHan(text.charCodeAt(right)));
}

function isFiller(unit: number): boolean {
  return unit === 32 || isDigit(unit);
}

const MAX_ANNOTATION = 36;
const CLOSING = new Set(')]}）】〕'.split('').map((mark) => mark.charCodeAt(0)));

/** How many Chinese characters end at `end`, at most six. */
function hanBefore(text: string, end: number): number {
  let count = 0;
  while (count < 6 && end - count - 1 >= 0 && isHan(text.charCodeAt(end - count - 1))) count += 1;
  return count;
}

/**
 * Where the bracket that opens at `at` ends, if it gives the pinyin of the characters before it: plausible syllables,
 * no more of them than characters. 尺码(XL), 客服(APP), 迷你(mini) do not. 0 otherwise.
 */
export function annotationEnd(text: string, at: number): number {
  const characters = hanBefore(text, at);
  if (characters === 0) return 0;
  const limit = Math.min(text.length, at + MAX_ANNOTATION);
  let letters = '';
  let toned = false;
  let capitals = 0;
  for (let end = at + 1; end < limit; end += 1) {
    const unit = text.charCodeAt(end);
    const folded = FOLD[unit];
    if (isLatin(folded)) {
      toned ||= unit > 127;
      if (unit < 97) capitals += 1;
      letters += String.fromCharCode(folded);
    } else if (CLOSING.has(unit)) {
      return letters.length > 0 && capitals < 2 && isReading(text[at - 1], letters, characters, toned) ? end + 1 : 0;
    } else if (unit >= 49 && unit <= 53 && letters !== '') toned = true;
    else if (unit !== 32 && unit !== 39) return 0;
  }
  return 0;
}

function isReading(last: string, letters: string, characters: number, toned: boolean): boolean {
  if (notPinyin.has(letters)) return false;
  const counts = new Uint8Array(letters.length + 1);
  counts[0] = 1;
  for (let end = 1; end <= letters.length; end += 1) {
    for (let start = Math.max(0, end - 6); start < end; start += 1) {
      if (counts[start] !== 0 && syllables.has(letters.slice(start, end))) counts[end] |= (counts[start] << 1) & 0x7e;
    }
  }
  const possible = counts[letters.length] & ((1 << (characters + 1)) - 2);
  if (possible === 0) return false;
  const folded = String.fromCharCode(FOLD[last.charCodeAt(0)]);
  return toned || letters.length >= 3 || syllablesOf.get(folded)?.has(letters) === true;
}

/** Drops annotations in brackets: 买(mǎi)家 → 买家. Wants the text before folding, which takes tone marks away. */
export function dropAnnotations(text: string, edits: Edits): void {
  for (let at = 1; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit !== 40 && unit !== 91 && unit !== 123 && unit !== 0xff08 && unit !== 0x3010 && unit !== 0x3014) continue;
    const end = annotationEnd(text, at);
    if (end === 0) continue;
    edits.replace(at, end, '');
    at = end - 1;
  }
}
