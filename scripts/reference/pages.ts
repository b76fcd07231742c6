/** The pages of the rule reference, as text, from the rule data and the hand-written fixtures alone. */
import { fillTemplate, formatDuration, formatMoney } from '../../src/messages/format.ts';
import { loadPolicy } from '../../src/policy/index.ts';
import type { Policy } from '../../src/policy/index.ts';
import { DEFAULT_EXCUSES } from '../../src/rules/rule.ts';
import type { Limit } from '../../src/rules/rule.ts';
import { CATEGORIES } from '../../src/types.ts';
import type { Category, Language, Severity } from '../../src/types.ts';
import type { Fixture } from '../../src/testing/fixture.ts';
import type { Example, RuleFile } from '../rule-data.ts';
import { actInfinitive, actWords, hasWords } from './acts.ts';
import { CATEGORY_WORDS } from './categories.ts';
import { ARTICLES, CONDITIONS, EXCUSES, HEADINGS, LEARNED, LIMIT_WORDS, OFF, OWN_SOURCE, SEVERITIES, SLOTS } from './words.ts';

/** Paths from `docs/rules/` → text. */
export type Pages = ReadonlyMap<string, string>;

const LANGUAGES: readonly Language[] = ['en', 'zh'];
const OTHER: Readonly<Record<Language, Language>> = { en: 'zh', zh: 'en' };
const INDEX: Readonly<Record<Language, string>> = { en: 'README.md', zh: 'README.zh-CN.md' };
/** A context shows no nested value longer than this. */
const LONGEST_VALUE = 60;

/** Makes every page: an index, a page of each category and one of each rule, in both languages. */
export function makePages(rules: readonly RuleFile[], fixtures: readonly Fixture[]): Pages {
  const pages = new Map<string, string>();
  for (const language of LANGUAGES) {
    pages.set(INDEX[language], indexPage(rules, language));
    for (const category of CATEGORIES) {
      const own = rules.filter((rule) => rule.category === category);
      const replies = fixtures.filter(({ file }) => file === `${category}.yml`);
      pages.set(`${language}/${category}/README.md`, categoryPage(category, own, replies, language));
      for (const rule of own) pages.set(pathOf(rule, language), rulePage(rule, rules, language));
    }
  }
  return pages;
}

function pathOf({ id }: RuleFile, language: Language): string {
  return `${language}/${id}.md`;
}

function indexPage(rules: readonly RuleFile[], language: Language): string {
  const lines = [`# ${HEADINGS.title[language]}`, '', `[${HEADINGS.other[language]}](${INDEX[OTHER[language]]})`, '', HEADINGS.intro[language]];
  for (const category of CATEGORIES) {
    const { name, flags } = CATEGORY_WORDS[category];
    lines.push('', `## [${name[language]}](${language}/${category}/README.md) \`${category}\``, '', flags[language], '', ...ruleTable(rules.filter((rule) => rule.category === category), `${language}/`, language));
  }
  lines.push('', LEARNED[language]);
  return join(lines);
}

function ruleTable(rules: readonly RuleFile[], prefix: string, language: Language): string[] {
  return [
    `| ${HEADINGS.rule[language]} | ${HEADINGS.says[language]} | ${HEADINGS.severity[language]} |`,
    '| --- | --- | --- |',
    ...rules.map((rule) => `| [${rule.id}](${prefix}${rule.id}.md) | ${cell(messageOf(rule.message[language], language))} | \`${severityOf(rule)}\` |`),
  ];
}

function categoryPage(category: Category, rules: readonly RuleFile[], fixtures: readonly Fixture[], language: Language): string {
  const { name, flags, why, fine } = CATEGORY_WORDS[category];
  const bad = fixtures.filter(({ labels }) => labels.length > 0);
  const good = fixtures.filter(({ labels }) => labels.length === 0);
  return join([
    `# ${name[language]} \`${category}\``,
    '',
    crumbs(`../../${INDEX[language]}`, `../../${OTHER[language]}/${category}/README.md`, language),
    '',
    flags[language],
    '',
    why[language],
    '',
    `${HEADINGS.looksLike[language]}${language === 'zh' ? '：' : ': '}${fine[language]}`,
    '',
    ...ruleTable(rules, '../', language),
    '',
    OFF.category[language].replace('{}', category),
    '',
    `## ${HEADINGS.more[language]}`,
    '',
    `### ${HEADINGS.bad[language]}`,
    '',
    ...bad.flatMap((fixture) => fixtureLines(fixture, language)),
    '',
    `### ${HEADINGS.good[language]}`,
    '',
    ...good.flatMap((fixture) => fixtureLines(fixture, language)),
  ]);
}

function rulePage(rule: RuleFile, rules: readonly RuleFile[], language: Language): string {
  const { name, why } = CATEGORY_WORDS[rule.category];
  const { bad, good } = rule.examples;
  return join([
    `# ${rule.id}`,
    '',
    `${crumbs(`../../${INDEX[language]}`, `../../${OTHER[language]}/${rule.id}.md`, language)} · [${name[language]}](README.md)`,
    '',
    `## ${HEADINGS.flags[language]}`,
    '',
    messageOf(rule.message[language], language),
    '',
    `${HEADINGS.advice[language]}${colon(language)}${messageOf(rule.advice[language], language)}`,
    '',
    `## ${HEADINGS.why[language]}`,
    '',
    why[language],
    '',
    `${HEADINGS.source[language]}${colon(language)}${sourceOf(rule, language)}`,
    '',
    `## ${HEADINGS.severity[language]}`,
    '',
    SEVERITIES[severityOf(rule)][language],
    ...(rule.limit === undefined ? [] : ['', `## ${HEADINGS.value[language]}`, '', ...limitLines(rule.limit, language)]),
    '',
    `## ${HEADINGS.bad[language]}`,
    '',
    ...bad.flatMap((example) => exampleLines(example, language)),
    '',
    `## ${HEADINGS.good[language]}`,
    '',
    ...good.flatMap((example) => exampleLines(example, language)),
    '',
    `[${HEADINGS.more[language]}](README.md)`,
    '',
    `## ${HEADINGS.silent[language]}`,
    '',
    ...silences(rule, rules, language).map((line) => `- ${line}`),
    '',
    `## ${HEADINGS.off[language]}`,
    '',
    severityOf(rule) === 'info' ? OFF.only[language] : OFF.text[language],
    '',
    '```json',
    `{ "extends": "default", "off": ["${rule.id}"] }`,
    ...(severityOf(rule) === 'info' ? [] : [`{ "extends": "default", "severities": { "${rule.id}": "${severityOf(rule) === 'block' ? 'warn' : 'info'}" } }`]),
    '```',
    '',
    `## ${HEADINGS.edit[language]}`,
    '',
    `\`${rule.file}\`${rule.acts.length === 0 ? '' : ` · ${rule.acts.map((act) => `\`${act}\``).join(', ')}`}`,
  ]);
}

/** When a rule keeps silent, one reason a line. */
export function silences(rule: RuleFile, rules: readonly RuleFile[], language: Language): string[] {
  const say = (condition: keyof typeof CONDITIONS, value = ''): string => CONDITIONS[condition][language].replace('{}', value);
  const lines: string[] = [];
  if (rule.acts.length === 0) lines.push(say('apology'), say('complaintOnly'));
  else lines.push(...(rule.unless ?? DEFAULT_EXCUSES).map((modifier) => EXCUSES[modifier][language]));
  if (rule.limit !== undefined) lines.push(say('limit'));
  for (const modifier of rule.requires ?? []) lines.push(say('requires', EXCUSES[modifier][language]));
  if (rule.with !== undefined) lines.push(say('with', either(rule.with.map((act) => actInfinitive(act, language)), language)));
  const excusing = (rule.without ?? []).map((act) => ({ act, by: rules.filter((other) => other.id !== rule.id && other.acts.includes(act) && other.limit !== 'decided') }));
  // An act that a rule watches for, and that has no words of its own, is best explained by that rule.
  const told = excusing.filter(({ act, by }) => by.length === 0 || hasWords(act));
  const elsewhere = new Set(excusing.filter((one) => !told.includes(one)).flatMap(({ by }) => by.map(({ id }) => id)));
  for (const { act } of told) lines.push(say('without', actWords(act, language)));
  if (elsewhere.size > 0) lines.push(say('otherRule', [...elsewhere].map((id) => `[${id}](../${id}.md)`).join(language === 'zh' ? '、' : ', ')));
  const { complaint, resolved, verified, channel, evidenceRequests, about } = rule.context ?? {};
  if (complaint !== undefined) lines.push(say(complaint ? 'complaintOnly' : 'complaintNever'));
  if (resolved === false) lines.push(say('resolved'));
  if (verified === false) lines.push(say('verified'));
  if (channel !== undefined) lines.push(say(channel === 'public' ? 'public' : 'private'));
  if (evidenceRequests !== undefined) lines.push(say('requests', String(evidenceRequests)));
  if (about !== undefined) lines.push(say('about', either(about.map((act) => actWords(act, language)), language)));
  if (rule.beside !== undefined) lines.push(say('beside'));
  if (rule.least !== undefined) lines.push(say('least', String(rule.least)));
  return [...lines, say('off')];
}

function either(words: readonly string[], language: Language): string {
  return words.join(language === 'zh' ? '，也没有' : ' or ');
}

/** The usual severity: the presets leave it as the library has it. */
function severityOf({ status, severity, category }: RuleFile): Severity {
  return status === 'preview' ? 'info' : severity ?? loadPolicy('default').severities[category];
}

function sourceOf({ source }: RuleFile, language: Language): string {
  const title = ARTICLES[source.article];
  if (title === undefined) return `${OWN_SOURCE[language]} (${source.passage})`;
  return language === 'zh' ? `${source.article}《${title}》：${source.passage}` : `${source.article}, “${title}”: ${source.passage}`;
}

function limitLines(limit: Limit, language: Language): string[] {
  const { path, says } = LIMIT_WORDS[limit];
  const head = `\`${path}\`${colon(language)}${says[language]}`;
  if (path.startsWith('context.')) return [head];
  const rows = (['default', 'us-store'] as const).map((name) => `| ${name} | ${valueOf(limit, loadPolicy(name), language)} |`);
  return [head, '', `| ${HEADINGS.policy[language]} | ${HEADINGS.amount[language]} |`, '| --- | --- |', ...rows];
}

function valueOf(limit: Limit, { timelines, caps, maxMultiple }: Policy, language: Language): string {
  switch (limit) {
    case 'coupon':
      return formatMoney(caps.coupon, language);
    case 'goodwill':
      return `${formatMoney(caps.goodwill.amount, language)}${caps.goodwill.ceiling === null ? (language === 'zh' ? '，已知退货运费时以运费为准' : '; the return freight, where it is known') : ''}`;
    case 'multiple':
      return String(maxMultiple);
    case 'refund':
    case 'verification':
    case 'dispatch':
      return formatDuration(timelines[limit], language);
    case 'escalation-review':
      return formatDuration(timelines.escalationReview, language);
    case 'first-reply':
      return formatDuration(timelines.firstReply, language);
    case 'delivery':
      if (timelines.delivery !== 'estimate') return formatDuration(timelines.delivery, language);
      return language === 'zh' ? '只能预估' : 'an estimate only';
    default:
      return '';
  }
}

/** A message as it stands in a report, its slots filled with what they are or with a preset's value. */
function messageOf(template: string, language: Language): string {
  const { timelines, caps } = loadPolicy(language === 'zh' ? 'default' : 'us-store');
  const values: Readonly<Record<string, () => string>> = {
    refund: () => formatDuration(timelines.refund, language),
    verification: () => formatDuration(timelines.verification, language),
    dispatch: () => formatDuration(timelines.dispatch, language),
    review: () => formatDuration(timelines.escalationReview, language),
    coupon: () => formatMoney(caps.coupon, language),
    goodwill: () => formatMoney(caps.goodwill.amount, language),
  };
  return fillTemplate(template, (slot) => SLOTS[slot]?.[language] ?? values[slot]?.());
}

function exampleLines({ reply, mark, policy, context }: Example, language: Language): string[] {
  const notes = [
    ...(mark === undefined || mark === reply ? [] : [`${HEADINGS.marked[language]}${colon(language)}${code(mark)}`]),
    ...(policy === undefined ? [] : [`${HEADINGS.policy[language]}${colon(language)}${code(policy)}`]),
    ...(context === undefined ? [] : [`${HEADINGS.context[language]}${colon(language)}${code(contextOf(context))}`]),
  ];
  return replyLines(reply, notes, language);
}

function fixtureLines({ reply, marks, context, labels, why }: Fixture, language: Language): string[] {
  const marked = marks.filter(({ words }) => words !== reply).map(({ words }) => code(words));
  const notes = [
    ...(labels.length < 2 ? [] : [labels.map(code).join(', ')]),
    ...(marked.length === 0 ? [] : [`${HEADINGS.marked[language]}${colon(language)}${marked.join(', ')}`]),
    ...(Object.keys(context).length === 0 ? [] : [`${HEADINGS.context[language]}${colon(language)}${code(contextOf(context))}`]),
    // Reasons are written in the language of whoever wrote the fixture, which is mostly English.
    ...(why === undefined || language === 'zh' ? [] : [escape(why)]),
  ];
  return replyLines(reply, notes, language);
}

function replyLines(reply: string, notes: readonly string[], language: Language): string[] {
  return [`- ${code(reply)}${notes.length === 0 ? '' : `<br>${notes.join(language === 'zh' ? '；' : '; ')}`}`];
}

/** A context in a line; what is deep in it is left out. */
function contextOf(context: Readonly<Record<string, unknown>>): string {
  return Object.entries(context)
    .map(([field, value]) => {
      const json = JSON.stringify(value);
      return `${field}: ${json.length > LONGEST_VALUE && typeof value === 'object' ? '{ … }' : json}`;
    })
    .join(', ');
}

/** Inline code that holds any text: line breaks shown, backticks fenced by more of them. */
function code(text: string): string {
  const shown = text.replaceAll('\r', '').replaceAll('\n', '⏎').trim();
  if (shown === '') return '` `';
  const fence = '`'.repeat(1 + Math.max(0, ...[...shown.matchAll(/`+/g)].map(([run]) => run.length)));
  const pad = shown.startsWith('`') || shown.endsWith('`') ? ' ' : '';
  return fence + pad + shown + pad + fence;
}

function escape(text: string): string {
  return text.replaceAll(/[\\`*_{}[\]<>|]/g, '\\$&').replaceAll('\n', ' ');
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|');
}

function colon(language: Language): string {
  return language === 'zh' ? '：' : ': ';
}

function crumbs(index: string, other: string, language: Language): string {
  return `[${HEADINGS.back[language]}](${index}) · [${HEADINGS.other[language]}](${other})`;
}

function join(lines: readonly string[]): string {
  return `${lines.join('\n')}\n`;
}
