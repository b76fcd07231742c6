import { CATEGORIES } from '../../types.ts';
import type { Category, Severity } from '../../types.ts';
import type { Finding } from '../../report.ts';
import { describePlace } from '../place.ts';
import { MAX_FINDINGS, openVerdict } from '../result.ts';
import type { CheckedReply, FailedReply, Renderer, RenderOptions } from '../result.ts';
import { cardMarkup } from './cards.ts';
import type { CardFinding } from './cards.ts';
import { barChart, columnChart, legend, tile } from './charts.ts';
import type { Bar } from './charts.ts';
import { htmlDocument } from './document.ts';
import { filterForm, listEnd } from './filters.ts';
import { html, line, Markup } from './markup.ts';
import { Counter } from './counter.ts';
import { wordsOf } from './words.ts';
import type { Words } from './words.ts';

/** What the HTML report takes. */
export interface HtmlOptions extends Pick<RenderOptions, 'language' | 'maxFindings'> {
  /** A line under the title, e.g. the policy and the time. Default: none. */
  readonly subtitle?: string;
}

/** Bars in a chart of rules, agents or products; the rest is one bar. */
const BARS = 12;

/**
 * One HTML page for a run: figures, charts, and each reply that has findings, with its words marked, under filters. It needs nothing
 * from outside, and no text of a reply can become part of the page's markup. Written at the end; replies beyond `maxFindings`
 * findings are counted but not listed, and the page says so.
 */
export function htmlRenderer({ language = 'en', maxFindings = MAX_FINDINGS, subtitle = '' }: HtmlOptions = {}): Renderer {
  const words = wordsOf(language);
  const totals = new Totals();
  const cards: string[] = [];
  const failures: Markup[] = [];
  let listed = 0;
  return {
    begin: () => '',
    checked(item) {
      totals.add(item);
      const { findings } = item.report;
      if (findings.length > 0 && listed < maxFindings) {
        const shown = { ...item, verdict: openVerdict(item), findings: findings.slice(0, maxFindings - listed).map(toCard(item)) };
        cards.push(cardMarkup(shown, words).text);
        listed += shown.findings.length;
        totals.list(item, shown.findings);
      }
      return '';
    },
    failed(item) {
      totals.failed += 1;
      if (failures.length < maxFindings) failures.push(failureMarkup(item));
      return '';
    },
    end: () =>
      htmlDocument({
        language,
        title: words.title,
        subtitle: subtitle === '' ? words.made : subtitle,
        body: bodyOf({ words, totals, cards, failures, listed }),
      }),
  };
}

function toCard(item: CheckedReply) {
  return (finding: Finding, index: number): CardFinding => ({
    start: finding.start,
    end: finding.end,
    text: finding.text,
    severity: finding.severity,
    category: finding.category,
    rule: finding.rule,
    message: finding.message,
    advice: finding.advice,
    source: `${finding.source.article}: ${finding.source.passage}`,
    learned: finding.reader === 'learned',
    suppressedSince: item.suppressed?.[index]?.since,
  });
}

function failureMarkup(item: FailedReply): Markup {
  return html`<tr><th scope="row"><bdi>${line(describePlace(item))}</bdi></th><td>${line(item.error)}</td></tr>`;
}

/** The counts of a run; the listed findings' values for the filters. */
class Totals {
  readonly verdicts = { pass: 0, warn: 0, block: 0 };
  failed = 0;
  findings = 0;
  suppressed = 0;
  readonly categories = new Counter();
  readonly rules = new Counter();
  readonly agents = new Counter();
  readonly products = new Counter();
  readonly days = new Counter();
  readonly choices = {
    categories: new Set<Category>(),
    severities: new Set<Severity>(),
    rules: new Set<string>(),
    agents: new Set<string>(),
    suppressed: false,
  };

  add(item: CheckedReply): void {
    const { report, suppressed, agent, product, day } = item;
    this.verdicts[openVerdict(item)] += 1;
    report.findings.forEach((finding, index) => {
      this.findings += 1;
      if (suppressed?.[index]) {
        this.suppressed += 1;
        return;
      }
      const { category, severity, rule } = finding;
      this.categories.add(category, severity);
      this.rules.add(rule, severity);
      if (agent) this.agents.add(agent, severity);
      if (product) this.products.add(product, severity);
      if (day) this.days.add(day, severity);
    });
  }

  list({ agent }: CheckedReply, findings: readonly CardFinding[]): void {
    if (agent) this.choices.agents.add(agent);
    for (const { category, severity, rule, suppressedSince } of findings) {
      this.choices.categories.add(category);
      this.choices.severities.add(severity);
      this.choices.rules.add(rule);
      this.choices.suppressed ||= suppressedSince !== undefined;
    }
  }
}

interface Body {
  readonly words: Words;
  readonly totals: Totals;
  readonly cards: readonly string[];
  readonly failures: readonly Markup[];
  readonly listed: number;
}

function bodyOf({ words, totals, cards, failures, listed }: Body): Markup {
  const { verdicts, findings, suppressed, failed } = totals;
  const tiles = [
    tile(verdicts.pass + verdicts.warn + verdicts.block, words.replies),
    tile(verdicts.block, words.verdict.block, 'block'),
    tile(verdicts.warn, words.verdict.warn, 'warn'),
    tile(verdicts.pass, words.verdict.pass, 'pass'),
    tile(findings - suppressed, words.findings),
    suppressed > 0 && tile(suppressed, words.suppressed),
    failed > 0 && tile(failed, words.failed, 'block'),
  ];
  const charts = [
    barChart(words.byCategory, categoryBars(totals.categories, words), words),
    barChart(words.byRule, totals.rules.bars(BARS, words.others), words),
    barChart(words.byAgent, totals.agents.bars(BARS, words.others), words),
    barChart(words.byProduct, totals.products.bars(BARS, words.others), words),
    columnChart(words.byDay, totals.days.inOrder(), words),
  ];
  return html`<ul class="tiles">${tiles}</ul>
<div class="charts">${findings > suppressed && legend(words)}${charts}</div>
${failures.length > 0 && html`<section class="panel"><h2>${words.notChecked}</h2><table>${failures}</table></section>`}
${listed < findings && html`<p class="note">${words.omitted(listed, findings)}</p>`}
${cards.length === 0 ? html`<p>${words.nothing}</p>` : filterForm(totals.choices, words)}
<div id="list">
${new Markup(cards.join(''))}</div>
${cards.length > 0 && listEnd(words)}`;
}

function categoryBars(counter: Counter, words: Words): Bar[] {
  return CATEGORIES.flatMap((category) => {
    const counts = counter.of(category);
    return counts === undefined ? [] : [{ name: words.category[category], counts }];
  });
}
