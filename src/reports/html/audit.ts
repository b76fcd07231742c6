import type { AuditSummary, Example, Fault, Group, Groups, ProductAlert, Problem, PromiseCounts, Share } from '../../audit/summary.ts';
import type { Language, Severity } from '../../types.ts';
import { describePlace } from '../place.ts';
import { cardMarkup } from './cards.ts';
import type { Card } from './cards.ts';
import { barChart, columnChart, legend, tile } from './charts.ts';
import type { Bar } from './charts.ts';
import { htmlDocument } from './document.ts';
import { filterForm, listEnd } from './filters.ts';
import { html, line } from './markup.ts';
import type { Content, Markup } from './markup.ts';
import { wordsOf } from './words.ts';
import type { Words } from './words.ts';

/** What the page of an audit takes. */
export interface AuditHtmlOptions {
  /** Language of headings. Default: `en`. */
  readonly language?: Language;
  /** A line under the title, e.g. the folder and the time. Default: the product's name. */
  readonly subtitle?: string;
}

/** Groups of a kind that are listed; the rest is one row. */
const GROUPS = 20;

/** One HTML page for an audit: figures, charts by category, agent, day and product, the ledger's figures, examples under filters. */
export function auditHtml(summary: AuditSummary, { language = 'en', subtitle = '' }: AuditHtmlOptions = {}): string {
  const words = wordsOf(language);
  return htmlDocument({
    language,
    title: words.auditTitle,
    subtitle: subtitle === '' ? words.made : subtitle,
    body: [
      figures(summary, words),
      charts(summary, words),
      groupTables(summary, words),
      promises(summary, words),
      problems(summary, words),
      faults(summary.faults, words),
      examples(summary.examples, words),
    ],
  });
}

function figures({ rows, verdicts, fulfilment, firstContact }: AuditSummary, words: Words): Markup {
  const flagged = verdicts.warn + verdicts.block;
  const tiles = [
    tile(rows.audited, words.audited),
    tile(percent({ count: flagged, of: rows.audited, rate: rows.audited === 0 ? null : flagged / rows.audited }), words.flaggedOf, 'block'),
    tile(verdicts.block, words.verdict.block, 'block'),
    tile(verdicts.warn, words.verdict.warn, 'warn'),
    tile(verdicts.pass, words.verdict.pass, 'pass'),
    tile(percent(fulfilment), `${words.fulfilment} · ${fulfilment.rate === null ? words.noData : words.fulfilmentNote}`),
    tile(firstContact === null ? '–' : percent(firstContact.solvedAtFirst), firstContactText(firstContact, words)),
    rows.skipped > 0 && tile(rows.skipped, words.skipped),
    rows.broken > 0 && tile(rows.broken, words.broken, 'block'),
  ];
  return html`<ul class="tiles">${tiles}</ul>
`;
}

function firstContactText(firstContact: AuditSummary['firstContact'], words: Words): string {
  if (firstContact === null) return `${words.firstContact} · ${words.noData}`;
  const { solvedAtFirst, exact } = firstContact;
  const note = words.firstContactNote(solvedAtFirst.count, solvedAtFirst.of);
  return `${words.firstContact} · ${note}${exact ? '' : ` (${words.estimate})`}`;
}

function charts({ categories, rules, agents, days, products }: AuditSummary, words: Words): Markup {
  const bars: Content = [
    barChart(
      words.byCategory,
      categories.map(({ category, counts }) => ({ name: words.category[category], counts })).filter(({ counts }) => sum(counts) > 0),
      words,
    ),
    barChart(words.byRule, rules.slice(0, GROUPS).map(({ rule, counts }) => ({ name: rule, counts })), words),
    barChart(words.flaggedByAgent, groupBars(agents, words), words),
    barChart(words.flaggedByProduct, groupBars(products, words), words),
    columnChart(words.flaggedByDay, days.groups.map(groupBar), words, words.replies),
  ];
  return html`<div class="charts">${legend(words)}${bars}</div>
`;
}

function sum(counts: Readonly<Record<Severity, number>>): number {
  return counts.block + counts.warn + counts.info;
}

function groupBar({ name, warned, blocked }: Group): Bar {
  return { name, counts: { block: blocked, warn: warned, info: 0 } };
}

function groupBars({ groups, others }: Groups, words: Words): Bar[] {
  const bars = groups.slice(0, GROUPS).map(groupBar);
  const rest = { block: others?.blocked ?? 0, warn: others?.warned ?? 0, info: 0 };
  for (const { blocked, warned } of groups.slice(GROUPS)) {
    rest.block += blocked;
    rest.warn += warned;
  }
  return sum(rest) > 0 ? [...bars, { name: words.others, counts: rest }] : bars;
}

function groupTables({ agents, products }: AuditSummary, words: Words): Content {
  return [groupTable(words.agents, agents, words), groupTable(words.products, products, words)];
}

function groupTable(heading: string, { groups }: Groups, words: Words): Content {
  if (groups.length === 0) return undefined;
  const head = [words.replyCount, words.flagged, words.verdict.block, words.promisesMade, words.fulfilment, words.complaints];
  const body = groups.slice(0, GROUPS).map((group) => [
    group.name,
    group.replies,
    percent(group.flagged),
    group.blocked,
    group.promises.made,
    percent(group.fulfilment),
    group.complaints,
  ]);
  return table(heading, '', head, body);
}

function promises({ promises: all, fulfilment, promisesByAct }: AuditSummary, words: Words): Content {
  if (all.made === 0) return undefined;
  const row = (name: string, counts: PromiseCounts, share: Share): readonly (string | number)[] => [
    name,
    counts.made,
    counts.kept,
    counts.broken,
    counts.open,
    counts.unknown,
    percent(share),
  ];
  const head = [words.promisesMade, words.kept, words.brokenPromises, words.open, words.unknown, words.fulfilment];
  // What the data says of a promise that was not found in the reply.
  const nameOf = (act: string): string => (act === 'unread' ? words.unread : act);
  const rows = promisesByAct.slice(0, GROUPS).map((one) => row(nameOf(one.act), one, one.fulfilment));
  return table(words.ledger, words.promise, head, [row(words.all, all, fulfilment), ...rows]);
}

function problems({ problems: list, alerts, productAlert }: AuditSummary, words: Words): Content {
  const withProducts = ({ products }: Problem): string => products.map(({ name, replies }) => `${name} (${replies})`).join(', ');
  const complaints = ({ complaints: count, exact }: ProductAlert): string | number => (exact ? count : `≈ ${count}`);
  return [
    list.length > 0 &&
      table(words.problems, '', [words.replyCount, words.withProducts], list.map((one) => [one.name, one.replies, withProducts(one)])),
    alerts.length > 0 &&
      table(words.alerts(productAlert), '', [words.complaints], alerts.slice(0, GROUPS).map((one) => [one.product, complaints(one)])),
  ];
}

function faults(list: readonly Fault[], words: Words): Content {
  if (list.length === 0) return undefined;
  return table(words.faults, '', [''], list.map(({ source, row, error }) => [describePlace({ source, line: row === 0 ? undefined : row }), error]));
}

function examples(list: readonly Example[], words: Words): Content {
  if (list.length === 0) return undefined;
  const cards = list.map(cardOf);
  const choices = {
    categories: new Set(list.map(({ category }) => category)),
    severities: new Set(list.map(({ severity }) => severity)),
    rules: new Set(list.map(({ rule }) => rule)),
    agents: new Set(list.flatMap(({ agent }) => (agent ? [agent] : []))),
    suppressed: false,
  };
  return html`<h2>${words.examples}</h2>
${filterForm(choices, words)}<div id="list">
${cards.map((card) => cardMarkup(card, words))}</div>
${listEnd(words)}`;
}

function cardOf({ source, row, agent, day, product, reply, span, category, rule, severity, message, advice }: Example): Card {
  const text = reply.slice(span.start, span.end);
  return {
    source,
    line: row,
    agent,
    day,
    product,
    reply,
    verdict: severity === 'info' ? 'pass' : severity,
    findings: [{ ...span, text, category, rule, severity, message, advice, source: '', learned: false }],
  };
}

/** A table under a heading: the first cell of each row is its name, the others are figures or words; the first row says which. */
function table(heading: string, corner: string, head: readonly string[], rows: readonly (readonly (string | number)[])[]): Markup {
  const cells = (values: readonly (string | number)[]): Content =>
    values.map((value) => html`<td class="${isFigure(value) ? 'number' : ''}">${typeof value === 'number' ? value : line(value)}</td>`);
  const kind = (column: number): string => (isFigure(rows[0]?.[column + 1] ?? '') ? 'number' : '');
  return html`<section class="panel"><h2>${line(heading)}</h2><table><thead><tr><th>${corner}</th>${head.map((name, column) => html`<th scope="col" class="${kind(column)}">${name}</th>`)}</tr></thead><tbody>${rows.map(([name, ...values]) => html`<tr><th scope="row"><bdi>${line(String(name ?? ''))}</bdi></th>${cells(values)}</tr>`)}</tbody></table></section>
`;
}

function isFigure(value: string | number): boolean {
  return typeof value === 'number' || /^(≈ )?\d[\d.]*( %)?$|^–$/.test(value);
}

/** A share as a figure: `87.5 %`; a dash where the data does not say. */
function percent({ rate }: Share): string {
  return rate === null ? '–' : `${(100 * rate).toFixed(1)} %`;
}
