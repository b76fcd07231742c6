/** What the check says: verdict, findings, excused near matches, commitments, the mended reply. */
import type { Commitment, Excuse, Finding, Language, Repair, Report } from '../../src/index.ts';
import { formatAmount, formatDuration } from '../../src/messages/format.ts';
import { button, make } from './dom.ts';
import { excuseOf, nameOf, say } from './words.ts';

/** The verdict in a line, for eyes and screen readers. */
export function verdictLine(report: Report, reply: string, language: Language): readonly [text: string, tone: string] {
  if (reply.trim() === '') return [say(language, 'empty'), 'quiet'];
  const { verdict, findings } = report;
  return [findings.length === 0 ? say(language, verdict) : say(language, 'found', say(language, verdict), findings.length), verdict];
}

/** The findings, each with its words, what is wrong and what may be said instead. */
export function findingList(findings: readonly Finding[], notes: readonly string[], language: Language, select: (start: number, end: number) => void): HTMLElement {
  const remarks = notes.map((note) => make('p', { class: 'quiet' }, note));
  if (findings.length === 0) return make('div', {}, make('p', { class: 'quiet' }, say(language, 'none')), ...remarks);
  return make('div', {}, ...remarks, make('ul', { class: 'findings' }, ...findings.map((finding) => findingItem(finding, language, select))));
}

function findingItem({ category, severity, rule, text, message, advice, start, end, source }: Finding, language: Language, select: (start: number, end: number) => void): HTMLElement {
  const words = text === '' ? say(language, 'noWords') : text;
  return make(
    'li',
    { class: severity },
    make('p', {}, make('strong', {}, nameOf(category, language)), ' ', make('code', {}, severity), ' ', make('code', { class: 'quiet' }, rule)),
    button(words, () => select(start, end), { class: 'words', attributes: { 'aria-label': say(language, 'show', words), 'data-start': String(start), 'data-end': String(end) } }),
    make('p', {}, message),
    advice === '' ? null : make('p', { class: 'quiet' }, say(language, 'instead'), advice),
    make('p', { class: 'quiet' }, source.article === 'own' ? source.passage : `${say(language, 'source')} ${source.article}: ${source.passage}`),
  );
}

/** Near matches that something in the reply, the context or the policy excused; not those that lacked what a rule measures. */
export function nearMatches(excused: readonly Excuse[]): Excuse[] {
  return excused.filter(({ by }) => !by.startsWith('no-'));
}

/** Near matches with what excused them. */
export function excuseList(excused: readonly Excuse[], language: Language): HTMLElement {
  return make(
    'ul',
    {},
    ...excused.map(({ rule, text, by, cue }) => make('li', {}, make('bdi', {}, text), ' ', make('code', { class: 'quiet' }, rule), `${say(language, 'because')}${excuseOf(by, language)}`, cue === undefined ? null : make('bdi', {}, ` (${cue.text})`))),
  );
}

/** The promises as a table. */
export function commitmentTable(commitments: readonly Commitment[], language: Language): HTMLElement {
  if (commitments.length === 0) return make('p', { class: 'quiet' }, say(language, 'noCommitments'));
  const heads = (['words', 'act', 'who', 'howSure', 'when', 'howMuch'] as const).map((word) => make('th', { attributes: { scope: 'col' } }, say(language, word)));
  const rows = commitments.map(({ text, act, actor, certainty, polarity, time, amount }) =>
    make(
      'tr',
      {},
      make('td', {}, make('bdi', {}, text)),
      make('td', {}, make('code', {}, act)),
      make('td', {}, say(language, actor)),
      make('td', {}, polarity === 'will-not' ? say(language, 'willNot') : say(language, certainty)),
      make('td', {}, time === undefined ? '' : formatDuration(time, language)),
      make('td', {}, amount === undefined ? '' : formatAmount(amount, language)),
    ),
  );
  return make('div', { class: 'scroll', attributes: { tabindex: '0', role: 'group', 'aria-label': say(language, 'commitments') } }, make('table', {}, make('thead', {}, make('tr', {}, ...heads)), make('tbody', {}, ...rows)));
}

/** The mended reply: what went is struck out, what came is underlined. */
export function mendedReply(original: string, { reply, changes, unfixed }: Repair, language: Language, take: (reply: string) => void): HTMLElement {
  if (unfixed !== undefined) return make('p', {}, unfixed);
  if (changes.length === 0) return make('p', { class: 'quiet' }, say(language, 'nothingToMend'));
  const pieces: (Node | string)[] = [];
  let at = 0;
  for (const { before, after } of changes) {
    pieces.push(original.slice(at, before.start));
    if (before.text !== '') pieces.push(make('del', {}, before.text));
    if (after.text !== '') pieces.push(make('ins', {}, after.text));
    at = before.end;
  }
  pieces.push(original.slice(at));
  return make('div', {}, make('h3', {}, say(language, 'mended')), make('p', { class: 'mended' }, ...pieces), button(say(language, 'take'), () => take(reply), { attributes: { id: 'take' } }));
}
