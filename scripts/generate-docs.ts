/**
 * Writes the decision table as a page that a manager can read, in English and Chinese, from `rules/decisions/`:
 * `npm run docs:decisions`; with `--check` it only says whether the pages are fresh.
 */
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { loadPolicy } from '../src/policy/index.ts';
import type { Policy } from '../src/policy/index.ts';
import { formatDuration, formatMoney } from '../src/messages/format.ts';
import type { Language } from '../src/types.ts';
import { ROOT } from './root.ts';
import { CONDITIONS, HEADINGS, INTRO, OUTCOMES, STAGE_TITLES, VALUES } from './decision-words.ts';

/** A row as its file has it. */
export interface Row {
  readonly id: string;
  readonly source: string;
  readonly says: Readonly<Record<Language, string>>;
  readonly over?: readonly string[];
  readonly when: Readonly<Record<string, unknown>>;
  readonly then: Readonly<Record<string, unknown>>;
}

interface File {
  readonly stage: string;
  readonly rows: readonly Row[];
}

/** Between the parts of a cell. */
const SEMICOLON: Readonly<Record<Language, string>> = { en: '; ', zh: '；' };

const PAGES: Readonly<Record<Language, string>> = { en: 'docs/decisions.md', zh: 'docs/decisions.zh-CN.md' };

function readFiles(): File[] {
  const folder = join(ROOT, 'rules/decisions');
  return readdirSync(folder)
    .filter((name) => name.endsWith('.yml'))
    .sort()
    .map((name) => parse(readFileSync(join(folder, name), 'utf8')) as File);
}

function word(value: unknown, language: Language): string {
  if (typeof value === 'boolean') return VALUES[String(value)]![language];
  return VALUES[String(value)]?.[language] ?? String(value);
}

function list(value: unknown, language: Language): string {
  const words = (Array.isArray(value) ? value : [value]).map((one) => word(one, language));
  return words.join(language === 'zh' ? '、' : words.length > 2 ? ', ' : ' or ');
}

function range(value: object, language: Language): string {
  return Object.entries(value)
    .map(([bound, limit]) => VALUES[bound]![language].replace('{}', word(limit, language)))
    .join(language === 'zh' ? '，且' : ' and ');
}

/** What a row asks of a case, in words. */
export function conditionOf(when: Row['when'], language: Language): string {
  const parts = Object.entries(when).map(([field, value]) => {
    const name = CONDITIONS[field];
    if (name === undefined) throw new Error(`decision-words.ts has no words for the condition "${field}"`);
    if (typeof value === 'boolean') return value ? name.yes?.[language] ?? name[language] : name.no?.[language] ?? `not: ${name[language]}`;
    const said = typeof value === 'object' && value !== null && !Array.isArray(value) ? range(value, language) : list(value, language);
    return language === 'zh' ? `${name.zh}：${said}` : `${name.en}: ${said}`;
  });
  return parts.length === 0 ? HEADINGS.always[language] : parts.join(SEMICOLON[language]);
}

interface Remedy {
  readonly remedy: string;
  readonly freight?: string;
  readonly amount?: number;
  readonly neverLowered?: boolean;
}

function remedyOf({ remedy, freight, amount }: Remedy, language: Language): string {
  const notes = [amount === undefined ? '' : String(amount), freight === undefined ? '' : VALUES[`freight-${freight}`]![language]].filter(Boolean);
  return word(remedy, language) + (notes.length === 0 ? '' : language === 'zh' ? `（${notes.join('，')}）` : ` (${notes.join(', ')})`);
}

/** What follows from a row, in words. */
export function outcomeOf(then: Row['then'], language: Language): string {
  const parts = Object.entries(then).flatMap(([field, value]) => {
    if (field === 'remedies') return (value as Remedy[]).map((one) => remedyOf(one, language)).join(language === 'zh' ? ' → ' : ' → ');
    const said = OUTCOMES[`${field}=${String(value)}`] ?? OUTCOMES[field];
    if (said === undefined) throw new Error(`decision-words.ts has no words for "${field}: ${String(value)}"`);
    return said[language].replace('{}', list(value, language));
  });
  return parts.filter((part) => part !== '').join(SEMICOLON[language]) || HEADINGS.asSaid[language];
}

function valuesTable(language: Language): string[] {
  const policies: Policy[] = [loadPolicy('default'), loadPolicy('us-store')];
  const days = (count: number): string => (language === 'zh' ? `${count}天` : `${count} days`);
  const rows: [string, (policy: Policy) => string][] = [
    [VALUES['coupon-cap']![language], ({ caps }) => formatMoney(caps.coupon, language)],
    [VALUES['goodwill-cap']![language], ({ caps }) => formatMoney(caps.goodwill.amount, language)],
    [VALUES.lowValue![language], ({ lowValue }) => formatMoney(lowValue, language)],
    [VALUES['partial-share']![language], ({ partialRefundShare }) => `${Math.round(partialRefundShare * 100)} %`],
    [VALUES.returnWindowDays![language], ({ returnWindowDays }) => days(returnWindowDays)],
    [VALUES.riskClaims![language], ({ riskClaims }) => String(riskClaims)],
    [VALUES.productAlert![language], ({ productAlert }) => String(productAlert)],
    [VALUES.maxOffers![language], ({ maxOffers }) => String(maxOffers)],
    [VALUES.refundTime![language], ({ timelines }) => formatDuration(timelines.refund, language)],
    [VALUES.verificationTime![language], ({ timelines }) => formatDuration(timelines.verification, language)],
    [VALUES.reviewTime![language], ({ timelines }) => formatDuration(timelines.escalationReview, language)],
    [VALUES.dispatchTime![language], ({ timelines }) => formatDuration(timelines.dispatch, language)],
  ];
  return [
    `| ${HEADINGS.value[language]} | default | us-store |`,
    '| --- | --- | --- |',
    ...rows.map(([name, of]) => `| ${name} | ${policies.map(of).join(' | ')} |`),
  ];
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|');
}

/** The page of one language. */
export function pageOf(language: Language): string {
  let number = 0;
  const lines = [...INTRO[language], '', ...valuesTable(language)];
  for (const { stage, rows } of readFiles()) {
    const { title, note } = STAGE_TITLES[stage]!;
    lines.push('', `## ${title[language]}`, '', note[language], '');
    lines.push(`| # | ${HEADINGS.rule[language]} | ${HEADINGS.when[language]} | ${HEADINGS.then[language]} | ${HEADINGS.source[language]} |`, '| ---: | --- | --- | --- | --- |');
    for (const row of rows) {
      number += 1;
      const over = row.over === undefined ? '' : `<br>${HEADINGS.over[language]} ${row.over.map((id) => `\`${id}\``).join(', ')}`;
      const cells = [`${row.says[language]}<br>\`${row.id}\`${over}`, conditionOf(row.when, language), outcomeOf(row.then, language), row.source === 'own' ? HEADINGS.own[language] : row.source];
      lines.push(`| ${number} | ${cells.map(cell).join(' | ')} |`);
    }
  }
  return `${lines.join('\n')}\n`;
}

/** The pages that differ from what the table would give. */
export function stalePages(): string[] {
  return (Object.keys(PAGES) as Language[]).filter((language) => current(PAGES[language]) !== pageOf(language)).map((language) => PAGES[language]);
}

function current(file: string): string {
  try {
    return readFileSync(join(ROOT, file), 'utf8');
  } catch {
    return '';
  }
}

if (process.argv[1] === join(ROOT, 'scripts/generate-docs.ts')) {
  if (process.argv.includes('--check')) {
    const stale = stalePages();
    console.log(stale.length === 0 ? 'decision pages: fresh' : `stale: ${stale.join(', ')}; run npm run docs:decisions`);
    process.exitCode = stale.length === 0 ? 0 : 1;
  } else {
    for (const language of ['en', 'zh'] as const) writeFileSync(join(ROOT, PAGES[language]), pageOf(language));
  }
}
