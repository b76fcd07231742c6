/**
 * HTML entities and tags, Markdown marks, line ends.
 */
import { isDigit, isLatin } from './characters.ts';
import { Edits } from './draft.ts';
import { codeAt } from './unit.ts';

const ENTITIES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    nbsp: ' ', ensp: ' ', emsp: ' ', thinsp: ' ', amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", lsquo: "'", rsquo: "'",
    ldquo: '“', rdquo: '”', hellip: '…', mdash: '—', ndash: '-', yen: '¥', euro: '€', pound: '£', cent: '¢', times: '×',
    middot: '·', bull: '•', shy: '', zwnj: '', zwj: '', copy: '©', reg: '®', trade: '™',
  }),
);

const BREAKING = new Set(['br', 'p', 'div', 'li', 'tr', 'ul', 'ol', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'table', 'blockquote', 'hr', 'section']);
const INLINE = new Set([
  'a', 'b', 'i', 'u', 's', 'em', 'strong', 'span', 'font', 'mark', 'small', 'big', 'del', 'ins', 'sub', 'sup', 'code', 'pre', 'td', 'th',
  'thead', 'tbody', 'img', 'center', 'strike', 'wbr', 'label', 'q', 'tt', 'kbd', 'abbr', 'body', 'html',
]);

const MAX_ENTITY = 12;
const MAX_TAG = 200;

/** The length of the entity at `at`, its text in `decoded`; 0 where there is none. */
function entityAt(text: string, at: number): { length: number; decoded: string } | undefined {
  let end = at + 1;
  const limit = Math.min(text.length, at + MAX_ENTITY);
  while (end < limit && (isLatin(text.charCodeAt(end)) || isDigit(text.charCodeAt(end)) || (end === at + 1 && text[end] === '#'))) end += 1;
  if (end >= text.length || text[end] !== ';' || end === at + 1) return undefined;
  const name = text.slice(at + 1, end);
  const decoded = name.startsWith('#') ? numericEntity(name.slice(1)) : ENTITIES.get(name.toLowerCase());
  return decoded === undefined ? undefined : { length: end + 1 - at, decoded };
}

function numericEntity(digits: string): string | undefined {
  const hexadecimal = digits.startsWith('x') || digits.startsWith('X');
  const code = hexadecimal ? Number(`0x${digits.slice(1)}`) : Number(digits);
  if (digits.length === 0 || !Number.isInteger(code) || code < 1 || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) return undefined;
  return String.fromCodePoint(code);
}

/** Where the tag at `at` ends and what it stands for, or undefined. */
function tagAt(text: string, at: number): { end: number; text: string } | undefined {
  let nameStart = at + 1;
  const first = text[nameStart];
  if (first === '/') nameStart += 1;
  let nameEnd = nameStart;
  while (nameEnd < text.length && nameEnd - nameStart < 11 && (isLatin(text.charCodeAt(nameEnd)) || isDigit(text.charCodeAt(nameEnd)))) nameEnd += 1;
  const name = text.slice(nameStart, nameEnd).toLowerCase();
  const comment = first === '!' && text.startsWith('--', at + 2);
  if (!comment && !BREAKING.has(name) && !INLINE.has(name)) return undefined;
  const after = text[nameEnd];
  if (!comment && after !== '>' && after !== ' ' && after !== '/' && after !== '\n') return undefined;
  const limit = Math.min(text.length, at + MAX_TAG);
  for (let end = nameEnd; end < limit; end += 1) {
    if (text[end] === '>') return { end: end + 1, text: BREAKING.has(name) ? '\n' : '' };
    if (text[end] === '<') return undefined;
  }
  return undefined;
}

function isWord(unit: number): boolean {
  return isLatin(unit) || isDigit(unit);
}

/** Whether the mark at `at` could belong to HTML or Markdown; may say yes too often, never no where there is some. */
export function isMarkup(text: string, at: number): boolean {
  const unit = codeAt(text, at);
  if (unit === 0x26) return entityAt(text, at) !== undefined;
  if (unit === 0x3c) return tagAt(text, at) !== undefined;
  if (unit === 0x2a || unit === 0x5f) return emphasisEnd(text, at) > 0;
  if (unit === 0x23) return headingEnd(text, at) > 0;
  return unit === 0x60 || unit === 0x0d;
}

function headingEnd(text: string, at: number): number {
  if (at > 0 && text[at - 1] !== '\n') return 0;
  let end = at;
  while (end - at < 6 && text[end] === '#') end += 1;
  return end > at && text[end] === ' ' ? end + 1 : 0;
}

/** The longest stretch that Markdown may emphasise, so that looking for its end stays cheap. */
const MAX_EMPHASIS = 400;

function runEnd(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  let end = at;
  while (end < text.length && text.charCodeAt(end) === unit) end += 1;
  return end;
}

/**
 * Where the closing run of the emphasis that opens at `at` begins; 0 where none opens. One mark opens only at the edge
 * of a word, so that 3*5 and the masked name 李*明 stay.
 */
function emphasisEnd(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  if (at > 0 && text.charCodeAt(at - 1) === unit) return 0;
  const open = runEnd(text, at);
  const size = open - at;
  const next = text.charCodeAt(open);
  if (size > 3 || open >= text.length || next === 32 || next === 10) return 0;
  const before = at > 0 ? text.charCodeAt(at - 1) : 32;
  if ((size === 1 && before > 127 && !isMark(before)) || ((size === 1 || unit === 0x5f) && isWord(before))) return 0;
  const limit = Math.min(text.length, open + MAX_EMPHASIS);
  for (let end = open; end < limit; end += 1) {
    const code = text.charCodeAt(end);
    if (code === 10) return 0;
    if (code !== unit) continue;
    const close = runEnd(text, end);
    if (close - end !== size || end === open) return 0;
    const after = close < text.length ? text.charCodeAt(close) : 32;
    if (size === 1 ? isWord(after) || text.charCodeAt(end - 1) === 32 : unit === 0x5f && isWord(after)) return 0;
    return end;
  }
  return 0;
}

/** Full-width and Chinese marks. */
function isMark(unit: number): boolean {
  return (unit >= 0x3000 && unit <= 0x303f) || (unit >= 0xff00 && unit <= 0xff20) || (unit >= 0x2010 && unit <= 0x2030);
}

/** Decodes entities, drops tags (`<br>` and blocks become line breaks) and Markdown marks, makes line ends `\n`. */
export function removeMarkup(text: string, edits: Edits): void {
  const closing = new Edits();
  let nextClosing = 0;
  for (let at = 0; at < text.length; at += 1) {
    if (nextClosing < closing.starts.length && closing.starts[nextClosing] === at) {
      edits.replace(at, closing.ends[nextClosing], '');
      at = closing.ends[nextClosing] - 1;
      nextClosing += 1;
      continue;
    }
    const unit = text.charCodeAt(at);
    if (unit === 0x26) {
      const entity = entityAt(text, at);
      if (entity !== undefined) at = decodeChain(text, at, entity, edits) - 1;
    } else if (unit === 0x3c) {
      const tag = tagAt(text, at);
      if (tag !== undefined) {
        edits.replace(at, tag.end, tag.text);
        at = tag.end - 1;
      }
    } else if (unit === 0x60) {
      const end = runEnd(text, at);
      const apostrophe = end === at + 1 && at > 0 && isLatin(text.charCodeAt(at - 1)) && isLatin(text.charCodeAt(end));
      edits.replace(at, end, apostrophe ? "'" : '');
      at = end - 1;
    } else if (unit === 0x0d) {
      const end = text[at + 1] === '\n' ? at + 2 : at + 1;
      edits.replace(at, end, '\n');
      at = end - 1;
    } else if (unit === 0x23) {
      const end = headingEnd(text, at);
      if (end > 0) edits.replace(at, end, '');
    } else if ((unit === 0x2a || unit === 0x5f) && nextClosing >= closing.starts.length) {
      const end = emphasisEnd(text, at);
      if (end > 0) {
        const open = runEnd(text, at);
        edits.replace(at, open, '');
        closing.replace(end, runEnd(text, end), '');
        at = open - 1;
      }
    }
  }
}

/** Decodes `&amp;amp;lt;` down to `<` at once; returns where it ended. */
function decodeChain(text: string, at: number, first: { length: number; decoded: string }, edits: Edits): number {
  let end = at + first.length;
  let decoded = first.decoded;
  while (decoded === '&') {
    const next = entityAt(`&${text.slice(end, end + MAX_ENTITY)}`, 0);
    if (next === undefined) break;
    decoded = next.decoded;
    end += next.length - 1;
  }
  edits.replace(at, end, decoded);
  return end;
}
