import { cells, textWidth } from '../width.ts';

/** A stretch of a line, and what is written under it. */
export interface Labelled {
  /** Code units in the line. */
  readonly start: number;
  readonly end: number;
  readonly label: string;
}

/**
 * A line with brackets under stretches of it, each with a stem down to its label:
 *
 *     退款24小时内到账
 *     ╰┬─╯╰──┬───╯╰┬─╯
 *      │     │     ╰ arrival
 *      │     ╰ time
 *      ╰ refund
 *
 * @param text one line; wide characters take two columns
 * @param parts in order, without overlaps
 * @param columns how wide a drawing may be; a longer one is cut between parts
 * @returns the lines, of which the first is (a part of) the text
 */
export function brackets(text: string, parts: readonly Labelled[], columns: number): string[] {
  const drawn: string[] = [];
  for (const { from, to } of pieces(text, parts, columns)) {
    const own = parts.filter(({ start }) => start >= from && start < to).map((part) => ({ ...part, start: part.start - from, end: part.end - from }));
    drawn.push(...draw(text.slice(from, to), own));
  }
  return drawn;
}

/** Cuts the text into pieces that fit, never inside a part. */
function pieces(text: string, parts: readonly Labelled[], columns: number): { from: number; to: number }[] {
  const cuts: { from: number; to: number }[] = [];
  let from = 0;
  for (const { start, end } of parts) {
    if (start === from || textWidth(text.slice(from, end)) <= columns) continue;
    cuts.push({ from, to: start });
    from = start;
  }
  cuts.push({ from, to: text.length });
  return cuts;
}

function draw(text: string, parts: readonly Labelled[]): string[] {
  const shown = cells(text);
  const line = shown.map((cell) => cell.text).join('');
  if (parts.length === 0) return [line];
  const column = (position: number): number => shown.reduce((sum, cell) => (cell.start < position ? sum + cell.width : sum), 0);
  const places = parts.map(({ start, end, label }) => {
    const from = column(start);
    const width = Math.max(1, column(end) - from);
    return { from, width, stem: from + Math.floor((width - 1) / 2), label };
  });
  let under = '';
  for (const { from, width, stem } of places) under = under.padEnd(from) + bracket(width, stem - from);
  const lines = [line, under];
  for (let at = places.length - 1; at >= 0; at--) {
    let row = '';
    for (const { stem } of places.slice(0, at)) row = `${row.padEnd(stem)}│`;
    const { stem, label } = places[at]!;
    lines.push(`${row.padEnd(stem)}╰ ${label}`);
  }
  return lines;
}

function bracket(width: number, stem: number): string {
  if (width === 1) return '┬';
  if (width === 2) return '┬╯';
  return `╰${'─'.repeat(Math.max(0, stem - 1))}${stem === 0 ? '' : '┬'}${'─'.repeat(Math.max(0, width - stem - 2))}╯`;
}
