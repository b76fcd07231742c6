import type { Severity } from '../../types.ts';
import { html, line } from './markup.ts';
import type { Content, Markup } from './markup.ts';
import type { Words } from './words.ts';

/** A bar: a name and its counts, drawn one after the other. */
export interface Bar {
  readonly name: string;
  readonly counts: Readonly<Record<Severity, number>>;
}

const ORDER: readonly Severity[] = ['block', 'warn', 'info'];

/** The sum of a bar's counts. */
export function totalOf({ counts }: Bar): number {
  return counts.block + counts.warn + counts.info;
}

/** A horizontal bar chart as a table, so that it is read aloud and copied as one; nothing where there are no bars. */
export function barChart(heading: string, bars: readonly Bar[], words: Words): Content {
  const longest = Math.max(...bars.map(totalOf));
  if (bars.length === 0 || longest === 0) return undefined;
  return html`<section class="chart"><h2>${line(heading)}</h2><table>${bars.map((bar) => row(bar, longest, words))}</table></section>
`;
}

function row(bar: Bar, longest: number, words: Words): Markup {
  const described = ORDER.map((severity) => `${words.severity[severity]} ${bar.counts[severity]}`).join(', ');
  let from = 0;
  const parts = ORDER.map((severity) => {
    const width = (100 * bar.counts[severity]) / longest;
    const x = from;
    from += width;
    return width > 0 && html`<rect class="${severity}" x="${x.toFixed(2)}" width="${width.toFixed(2)}" height="10"/>`;
  });
  return html`<tr><th scope="row">${line(bar.name)}</th><td class="number">${totalOf(bar)}</td><td class="bar"><svg viewBox="0 0 100 10" preserveAspectRatio="none" role="img" aria-label="${described}">${parts}</svg></td></tr>`;
}

/** Columns that the width holds at least, so that two days are not two walls. */
const FEWEST_COLUMNS = 14;

/** A column chart over time; nothing for fewer than two days. */
export function columnChart(heading: string, days: readonly Bar[], words: Words, unit = words.findings): Content {
  const highest = Math.max(...days.map(totalOf));
  const first = days[0];
  const last = days[days.length - 1];
  if (first === undefined || last === undefined || first === last || highest === 0) return undefined;
  const columns = days.map((day, index) => {
    let top = 100;
    const parts = ORDER.map((severity) => {
      const height = (100 * day.counts[severity]) / highest;
      top -= height;
      return (
        height > 0 &&
        html`<rect class="${severity}" x="${index + 0.1}" y="${top.toFixed(2)}" width="0.8" height="${height.toFixed(2)}"/>`
      );
    });
    return html`<g><title>${`${day.name}: ${totalOf(day)}`}</title><rect class="ground" x="${index}" width="1" height="100"/>${parts}</g>`;
  });
  return html`<section class="chart wide"><h2>${line(heading)}</h2><p class="scale">${highest} ${unit}</p><svg class="columns" viewBox="0 0 ${Math.max(days.length, FEWEST_COLUMNS)} 100" preserveAspectRatio="none" role="img" aria-label="${line(heading)}">${columns}</svg><p class="scale">${line(first.name)} – ${line(last.name)}</p></section>
`;
}

/** What the colours of the charts mean. */
export function legend(words: Words): Markup {
  const entries = ORDER.map(
    (severity) => html`<span><svg viewBox="0 0 10 10" aria-hidden="true"><rect class="${severity}" width="10" height="10"/></svg> ${words.severity[severity]}</span>`,
  );
  return html`<p class="legend wide">${entries}</p>
`;
}

/** A figure with what it counts. */
export function tile(figure: string | number, name: string, kind = ''): Markup {
  return html`<li class="${kind}"><b>${figure}</b> <span>${line(name)}</span></li>`;
}
