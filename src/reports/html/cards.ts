import type { Category, Severity, Span, Verdict } from '../../types.ts';
import { describePlace } from '../place.ts';
import type { Place } from '../result.ts';
import { html, line } from './markup.ts';
import type { Content, Markup } from './markup.ts';
import type { Words } from './words.ts';

/** A finding as a card shows it. */
export interface CardFinding extends Span {
  readonly severity: Severity;
  readonly category: Category;
  readonly rule: string;
  readonly text: string;
  readonly message: string;
  readonly advice: string;
  /** Where the rule comes from; empty where it is not said. */
  readonly source: string;
  readonly learned: boolean;
  /** Day from which on it was accepted; absent where it was not. */
  readonly suppressedSince?: string | undefined;
}

/** A reply with what was found in it. */
export interface Card extends Place {
  readonly reply: string;
  readonly verdict: Verdict;
  readonly findings: readonly CardFinding[];
  readonly agent?: string | undefined;
  readonly product?: string | undefined;
  readonly day?: string | undefined;
}

/** A reply with its findings marked in it and listed below it. */
export function cardMarkup(card: Card, words: Words): Markup {
  const about = [card.agent, card.product, card.day].filter((text) => text !== undefined && text !== '');
  return html`<article class="card" data-agent="${card.agent ?? ''}"><header><b class="badge ${card.verdict}">${words.verdict[card.verdict]}</b> <bdi class="place">${line(describePlace(card))}</bdi>${about.map((text) => html` <bdi class="about">${line(text ?? '')}</bdi>`)}</header>
<p class="reply" dir="auto">${markedReply(card, words)}</p>
<ul>${card.findings.map((finding) => findingMarkup(finding, words))}</ul></article>
`;
}

function findingMarkup(finding: CardFinding, words: Words): Markup {
  const { severity, category, rule, text, message, advice, source, learned, suppressedSince } = finding;
  return html`<li class="finding" data-category="${category}" data-severity="${severity}" data-rule="${rule}"${suppressedSince !== undefined && html` data-suppressed="yes"`}><b class="badge ${severity}">${words.severity[severity]}</b> <b>${words.category[category]}</b> <code>${line(rule)}</code>${suppressedSince !== undefined && html` <i>${words.suppressedSince(suppressedSince)}</i>`}${text !== '' && html`<q dir="auto">${line(text)}</q>`}<p>${line(message)}</p>${advice !== '' && html`<p class="advice"><span>${words.instead}</span> ${line(advice)}</p>`}${source !== '' && html`<p class="source">${words.source} ${line(source)}${learned && html` · ${words.learned}`}</p>`}</li>`;
}

const GRAVITY: readonly Severity[] = ['block', 'warn', 'info'];

/** The reply with the words of each finding marked; where findings overlap, the gravest one gives the colour. */
export function markedReply({ reply, findings }: Card, words: Words): Content {
  const open = findings.filter(({ suppressedSince }) => suppressedSince === undefined);
  const marks = (open.length > 0 ? open : findings).map(({ start, end, severity }) => ({
    start: inside(start, reply),
    end: inside(end, reply),
    severity,
  }));
  const cuts = [...new Set([0, reply.length, ...marks.flatMap(({ start, end }) => [start, end])])].sort((a, b) => a - b);
  return cuts.map((from, index) => {
    const absent = marks.find(({ start, end }) => start === from && end === from);
    const sign = absent && html`<mark class="${absent.severity} absent" title="${words.absence}">‸</mark>`;
    const to = cuts[index + 1];
    if (to === undefined) return sign;
    const covering = marks.filter(({ start, end }) => start <= from && end >= to);
    const gravest = GRAVITY.find((severity) => covering.some((mark) => mark.severity === severity));
    const text = reply.slice(from, to);
    return [sign, gravest === undefined ? text : html`<mark class="${gravest}">${text}</mark>`];
  });
}

function inside(offset: number, reply: string): number {
  return Math.max(0, Math.min(offset, reply.length));
}
