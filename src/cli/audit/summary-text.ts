import colors from 'picocolors';
import type { AuditSummary, Group, Groups, Share } from '../../audit/index.ts';
import type { Language } from '../../index.ts';
import { harmlessLine, textWidth } from '../width.ts';
import { faultText } from './fault-text.ts';
import { WORDS } from './words.ts';
import type { Words } from './words.ts';

/** Lines of a table that are printed; the files hold all of them. */
const SHOWN = 10;

/** The summary for people at a terminal. */
export function summaryText(summary: AuditSummary, language: Language, colour: boolean): string {
  const words = WORDS[language];
  const { bold, dim, red } = colors.createColors(colour);
  const { rows, verdicts } = summary;
  const title = (text: string): string => `\n${bold(text)}`;
  const lines = [
    `${words.rows} ${rows.read}: ${words.audited} ${rows.audited}, ${words.skipped} ${rows.skipped}, ${words.broken} ${rows.broken}`,
    `${words.verdicts}: pass ${verdicts.pass}, warn ${verdicts.warn}, block ${verdicts.block}`,
    `${words.fulfilment}: ${bold(shareText(summary.fulfilment, words))}  ${dim(promiseText(summary, words))}`,
    `${words.firstContact}: ${bold(firstContactText(summary, words))}`,
    title(words.findings),
    ...table([
      ['', 'block', 'warn', 'info', words.replies],
      ...summary.categories
        .filter(({ counts }) => counts.block + counts.warn + counts.info > 0)
        .map(({ category, counts, replies }) => [words.categories[category], counts.block, counts.warn, counts.info, replies]),
    ]),
    ...groupLines(words.agents, summary.agents, words, title),
    ...groupLines(words.products, summary.products, words, title),
    ...groupLines(words.days, summary.days, words, title),
    title(words.problems),
    ...cut(
      summary.problems.map(({ name, replies, products }) => {
        const where = products.slice(0, 3).map((product) => `${product.name} ${product.replies}`);
        return [name, replies, where.join(', ')];
      }),
      words,
    ),
    title(`${words.alerts} (${words.threshold} ${summary.productAlert})`),
    ...(summary.alerts.length === 0
      ? [`  ${words.none}`]
      : cut(summary.alerts.map(({ product, complaints, exact }) => [product, `${exact ? '' : '≈'}${complaints}`]), words)),
  ];
  if (summary.faults.length > 0) {
    lines.push(title(words.faults));
    for (const { source, row, error } of summary.faults.slice(0, SHOWN)) {
      lines.push(`  ${red(harmlessLine(row === 0 ? source : `${source}:${row}`))} ${harmlessLine(faultText(error, language))}`);
    }
    if (summary.faults.length > SHOWN) lines.push(`  … ${words.more} ${summary.faults.length - SHOWN}${summary.faults.length >= 100 ? '+' : ''}`);
  }
  return `${lines.join('\n')}\n`;
}

function groupLines(name: string, { groups, others }: Groups, words: Words, title: (text: string) => string): string[] {
  if (groups.length === 0) return [];
  const line = (group: Group, label: string): (string | number)[] => [
    label, group.replies, group.flagged.count, percent(group.flagged.rate), percent(group.fulfilment.rate), group.complaints,
  ];
  const rows = groups.slice(0, SHOWN).map((group) => line(group, group.name));
  const rest = groups.length > SHOWN ? [`  … ${words.more} ${groups.length - SHOWN}`] : [];
  return [
    title(name),
    ...table([['', words.replies, words.flagged, '%', words.fulfilment, words.complaints], ...rows, ...(others === null ? [] : [line(others, words.others)])]),
    ...rest,
  ];
}

function cut(rows: readonly (readonly (string | number)[])[], words: Words): string[] {
  const rest = rows.length > SHOWN ? [`  … ${words.more} ${rows.length - SHOWN}`] : [];
  return [...table(rows.slice(0, SHOWN)), ...rest];
}

/** Columns one below the other; the first to the left, numbers to the right. */
function table(rows: readonly (readonly (string | number)[])[]): string[] {
  const cells = rows.map((row) => row.map((cell) => shorten(harmlessLine(String(cell)))));
  const widths = (cells[0] ?? []).map((_, place) => Math.max(...cells.map((row) => textWidth(row[place] ?? ''))));
  const left = (row: number, place: number): boolean => place === 0 || (typeof rows[row]?.[place] === 'string' && row > 0 && !/^[≈\d—]/.test(String(rows[row][place])));
  return cells.map((row, number) =>
    `  ${row
      .map((cell, place) => {
        const pad = ' '.repeat(Math.max(0, widths[place]! - textWidth(cell)));
        return left(number, place) ? cell + pad : pad + cell;
      })
      .join('  ')}`.trimEnd(),
  );
}

function shorten(text: string): string {
  return textWidth(text) <= 48 ? text : `${[...text].slice(0, 24).join('')}…`;
}

function percent(rate: number | null): string {
  return rate === null ? '—' : `${(rate * 100).toFixed(1)}%`;
}

function shareText({ count, of, rate }: Share, words: Words): string {
  return rate === null ? words.notKnown : `${percent(rate)} (${count} ${words.of} ${of})`;
}

function promiseText({ promises }: AuditSummary, words: Words): string {
  const { made, kept, broken, open, unknown } = promises;
  return `${words.promises} ${made}: ${words.kept} ${kept}, ${words.brokenPromises} ${broken}, ${words.open} ${open}, ${words.unknown} ${unknown}`;
}

function firstContactText({ firstContact }: AuditSummary, words: Words): string {
  if (firstContact === null) return words.notKnown;
  const { solvedAtFirst, solved, exact } = firstContact;
  return `${shareText(solvedAtFirst, words)}, ${words.solved} ${percent(solved.rate)}${exact ? '' : ` (${words.sampled})`}`;
}
