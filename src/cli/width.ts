/** One character as a reader sees it, with the columns that it takes in a terminal. */
export interface Cell {
  /** What to print: control and direction characters are made harmless. */
  readonly text: string;
  /** First code unit, in the text that was given. */
  readonly start: number;
  /** One past the last code unit. */
  readonly end: number;
  /** Columns: 2 for Chinese characters, full-width forms and emoji, 0 for what is not seen. */
  readonly width: number;
}

const segmenter = new Intl.Segmenter('und', { granularity: 'grapheme' });

/** Splits a single line into cells. */
export function cells(text: string): Cell[] {
  const list: Cell[] = [];
  for (const { segment, index } of segmenter.segment(text)) {
    const shown = harmless(segment);
    list.push({ text: shown, start: index, end: index + segment.length, width: columns(shown) });
  }
  return list;
}

/** Columns that a text takes in a terminal. */
export function textWidth(text: string): number {
  return cells(text).reduce((sum, cell) => sum + cell.width, 0);
}

/** A text from outside without anything that moves the cursor, sets colours or turns the direction. */
export function harmlessLine(text: string): string {
  return cells(text)
    .map((cell) => cell.text)
    .join('');
}

function harmless(grapheme: string): string {
  if (/^[\t\n\r\u2028\u2029]/u.test(grapheme)) return ' ';
  return grapheme
    .replace(/[\u0000-\u001f\u007f-\u009f]/gu, '\u00b7')
    .replace(/[\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff]/gu, '')
    .replace(/\p{Surrogate}/gu, '\ufffd');
}

function columns(grapheme: string): number {
  if (grapheme === '') return 0;
  if (/\p{Emoji_Presentation}|\ufe0f/u.test(grapheme)) return 2;
  const visible = grapheme.replace(/[\p{Mark}\u200c\u200d]/gu, '');
  if (visible === '') return 0;
  return isWide(visible.codePointAt(0)!) ? 2 : 1;
}

/** East Asian Wide and Fullwidth, by block. */
function isWide(code: number): boolean {
  return (
    (code >= 0x1100 && code <= 0x115f) ||
    (code >= 0x2e80 && code <= 0x303e) ||
    (code >= 0x3041 && code <= 0xa4cf) ||
    (code >= 0xa960 && code <= 0xa97f) ||
    (code >= 0xac00 && code <= 0xd7a3) ||
    (code >= 0xf900 && code <= 0xfaff) ||
    (code >= 0xfe30 && code <= 0xfe6f) ||
    (code >= 0xff01 && code <= 0xff60) ||
    (code >= 0xffe0 && code <= 0xffe6) ||
    (code >= 0x1f300 && code <= 0x1faff) ||
    (code >= 0x20000 && code <= 0x3fffd)
  );
}
