/**
 * One table look-up a code unit: what kind of character it is, and what it folds to.
 *
 * Canonical forms, all of them one code unit for one:
 * - letters: lower case, without accents; full-width letters and digits become ASCII; a traditional Chinese character
 *   becomes its simplified form;
 * - Chinese punctuation keeps one form each: `，。！？；：、（）…—`, and quotation marks are `“` and `”`
 *   (`「」『』` become these); every other full-width mark becomes ASCII (`％` is `%`, `～` is `~`, `．` is `.`);
 * - ASCII punctuation stays as it is, so `,` and `，` remain two characters; curly apostrophes become `'`;
 * - every space is U+0020, tabs included, every line break is `\n`; dashes of the width of a hyphen or an en dash are `-`.
 */
import { SIMPLIFIED, TRADITIONAL } from '../generated/text-traditional.ts';

/** Kinds of code units, in the order in which the scan asks for them. */
export const Kind = {
  /** Nothing to do: most punctuation, foreign letters. */
  Other: 0,
  /** A simplified Chinese character that no rule of this folder looks at. */
  Han: 1,
  /** `a`–`z`. */
  Lower: 2,
  /** `A`–`Z`. */
  Upper: 3,
  /** `0`–`9`. */
  Digit: 4,
  /** A space; a separator between characters that are spelled apart. */
  Space: 5,
  /** A mark or a picture that may separate characters, `*` and `.` and emoji included. */
  Symbol: 6,
  /** Folds to another unit, and is not Chinese. */
  Fold: 7,
  /** Folds to a simplified Chinese character. */
  FoldHan: 8,
  /** A Chinese character with which a replaceable phrase can be recognised. */
  Watched: 9,
  /** Never seen by a reader: zero-width characters, marks that combine, controls. */
  Invisible: 10,
  /** A compatibility form that may take another number of units: ⑩, ﬁ, 𝟐. */
  Compatible: 11,
  /** A Cyrillic or Greek letter that looks like a Latin one. */
  Lookalike: 12,
  /** `<`, `&`, `` ` ``: HTML and Markdown. */
  Markup: 13,
  /** An opening bracket. */
  Bracket: 14,
  /** A carriage return or a line feed. */
  Line: 15,
} as const;

/** The kind of every code unit. */
export const KIND = new Uint8Array(65536);

/** The canonical unit of every code unit; itself where nothing changes. */
export const FOLD = new Uint16Array(65536);

/** Latin letters for the Cyrillic and Greek ones that look like them. */
export const LATIN: ReadonlyMap<number, number> = new Map(
  pairs('аaеeоoрpсcуyхxіiјjѕsһhԁdԛqԝwɡgɑaıiοoαaνvιiκkρpτtυuεeχxкkмmтtвbнhзzАaЕeОoРpСcУyХxІiЈjЅsВbНhКkМmТtΑaΒbΕeΖzΗhΙiΚkΜmΝnΟoΡpΤtΥyΧx'),
);

const KEPT = new Set('！？；：，（）');
const DIGITS = '0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-_';

/** True for `a`–`z` and `A`–`Z`. */
export function isLatin(unit: number): boolean {
  const lower = unit | 32;
  return lower >= 97 && lower <= 122;
}

/** True for `0`–`9`. */
export function isDigit(unit: number): boolean {
  return unit >= 48 && unit <= 57;
}

/** True for Chinese characters of the basic plane, traditional and simplified. */
export function isHan(unit: number): boolean {
  return (unit >= 0x4e00 && unit <= 0x9fff) || (unit >= 0x3400 && unit <= 0x4dbf) || unit === 0x3007;
}

function pairs(text: string): Array<[number, number]> {
  const list: Array<[number, number]> = [];
  for (let index = 0; index + 1 < text.length; index += 2) list.push([text.charCodeAt(index), text.charCodeAt(index + 1)]);
  return list;
}

/** Reads the generated numbers: five bits a digit, low ones first, more to come where the sixth is set. */
function unpack(packed: string): number[] {
  const values = new Uint8Array(128);
  for (let index = 0; index < DIGITS.length; index += 1) values[DIGITS.charCodeAt(index)] = index;
  const list: number[] = [];
  let value = 0;
  let shift = 0;
  for (let index = 0; index < packed.length; index += 1) {
    const digit = values[packed.charCodeAt(index)];
    value |= (digit & 31) << shift;
    shift += 5;
    if (digit < 32) {
      list.push(value);
      value = 0;
      shift = 0;
    }
  }
  return list;
}

function set(kind: number, from: number, to: number = from): void {
  KIND.fill(kind, from, to + 1);
}

function fold(from: number, to: number, kind: number = Kind.Fold): void {
  FOLD[from] = to;
  KIND[from] = kind;
}

function foldAll(text: string): void {
  for (const [from, to] of pairs(text)) fold(from, to);
}

function fillRanges(): void {
  for (let unit = 0; unit < 65536; unit += 1) FOLD[unit] = unit;
  set(Kind.Han, 0x3400, 0x4dbf);
  set(Kind.Han, 0x4e00, 0x9fff);
  set(Kind.Han, 0x3007);
  set(Kind.Digit, 48, 57);
  set(Kind.Lower, 97, 122);
  for (let unit = 65; unit <= 90; unit += 1) fold(unit, unit + 32, Kind.Upper);
  for (const mark of '*·^_|~.-/+=#\\•●★☆♥♡❤✨✅❌→※◆■▲▼◇□') set(Kind.Symbol, mark.charCodeAt(0));
  set(Kind.Symbol, 0x2600, 0x27bf);
  set(Kind.Symbol, 0xd83c, 0xd83e);
  for (const mark of '<&`') set(Kind.Markup, mark.charCodeAt(0));
  for (const mark of '([{（【〔') set(Kind.Bracket, mark.charCodeAt(0));
}

function fillInvisible(): void {
  const ranges = [
    [0, 8], [0x0e, 0x1f], [0x7f, 0x84], [0x86, 0x9f], [0xad, 0xad], [0x300, 0x36f], [0x61c, 0x61c], [0x115f, 0x1160],
    [0x17b4, 0x17b5], [0x180b, 0x180e], [0x1ab0, 0x1aff], [0x1dc0, 0x1dff], [0x200b, 0x200f], [0x202a, 0x202e],
    [0x2060, 0x206f], [0x20d0, 0x20ff], [0x3164, 0x3164], [0xfe00, 0xfe0f], [0xfe20, 0xfe2f], [0xfeff, 0xfeff],
    [0xffa0, 0xffa0], [0xfff9, 0xfffc], [0xdb40, 0xdb40],
  ] as const;
  for (const [from, to] of ranges) set(Kind.Invisible, from, to);
}

function fillSpaces(): void {
  set(Kind.Space, 32);
  for (const space of '\t\v\f\u00a0\u1680\u202f\u205f\u3000\u2800') fold(space.charCodeAt(0), 32);
  for (let unit = 0x2000; unit <= 0x200a; unit += 1) fold(unit, 32);
  for (const line of '\u0085\u2028\u2029') fold(line.charCodeAt(0), 10);
  set(Kind.Line, 10);
  set(Kind.Line, 13);
}

function fillWidth(): void {
  for (let unit = 0xff01; unit <= 0xff5e; unit += 1) {
    const ascii = unit - 0xfee0;
    if (!KEPT.has(String.fromCharCode(unit))) fold(unit, isLatin(ascii) ? ascii | 32 : ascii);
  }
  foldAll("﹐，﹑、﹒.﹔；﹕：﹖？﹗！｡。､、｢“｣”「“」”『“』”﹁“﹂”﹃“﹄”〝“〞”‟”„“‘'’'‚'‛'′'´'〜~￥¥￡£‐-‑-‒-–-−-﹣-∶：﹪%⁄/");
  foldAll('²2³3¹1⁰0⁴4⁵5⁶6⁷7⁸8⁹9₀0₁1₂2₃3₄4₅5₆6₇7₈8₉9ⅰiⅴvⅹxⅼlⅽcⅾdⅿmⅠiⅤvⅩxⅬlⅭcⅮdⅯm');
}

function fillLetters(): void {
  for (let unit = 0xc0; unit <= 0x17f; unit += 1) foldAccent(unit);
  for (let unit = 0x1cd; unit <= 0x1dc; unit += 1) foldAccent(unit);
  for (let unit = 0x391; unit <= 0x3a9; unit += 1) if (unit !== 0x3a2) fold(unit, unit + 32);
  for (let unit = 0x410; unit <= 0x42f; unit += 1) fold(unit, unit + 32);
  for (let unit = 0x400; unit <= 0x40f; unit += 1) fold(unit, unit + 80);
  for (const unit of LATIN.keys()) KIND[unit] = Kind.Lookalike;
}

function foldAccent(unit: number): void {
  const base = String.fromCharCode(unit).normalize('NFD').charCodeAt(0);
  if (isLatin(base)) fold(unit, base | 32);
}

function fillCompatible(): void {
  for (const [from, to] of [[0x2460, 0x24ff], [0x2776, 0x2793], [0x3220, 0x3247], [0x3250, 0x325f], [0x3280, 0x32bf], [0xfb00, 0xfb06], [0x2160, 0x2188], [0x180, 0x24f], [0x1e00, 0x1eff], [0x2f00, 0x2fd5], [0xf900, 0xfad9]] as const) {
    for (let unit = from; unit <= to; unit += 1) if (KIND[unit] !== Kind.Fold) KIND[unit] = Kind.Compatible;
  }
  set(Kind.Compatible, 0xd835);
}

function fillHan(): void {
  const from = unpack(TRADITIONAL);
  const to = unpack(SIMPLIFIED);
  let left = 0x3400;
  let right = 0x4e00;
  for (let index = 0; index < from.length; index += 1) {
    const zigzag = to[index];
    left += from[index];
    right += zigzag & 1 ? -((zigzag + 1) >> 1) : zigzag >> 1;
    fold(left, right, Kind.FoldHan);
  }
}

fillRanges();
fillInvisible();
fillSpaces();
fillWidth();
fillLetters();
fillCompatible();
fillHan();
