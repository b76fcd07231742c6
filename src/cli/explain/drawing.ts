import colors from 'picocolors';
import type { Anatomy, AnatomyAct, AnatomyClause, AnatomyJudgement, AnatomyWord } from '../../testing/index.ts';
import { reasonOf } from '../reasons.ts';
import type { Style } from '../test/pretty.ts';
import { harmlessLine } from '../width.ts';
import { brackets } from './brackets.ts';

/** Columns that labels and margins may need beside a clause. */
const MARGIN = 24;
/** Concepts of one word that are shown. */
const SHOWN = 3;

const QUANTITIES = { time: ['时间', 'time'], money: ['金额', 'money'], multiple: ['倍数', 'multiple'], number: ['数字', 'number'] } as const;

/** What a cue does to the words around it. */
const CUES: Readonly<Record<string, readonly [zh: string, en: string]>> = {
  negation: ['否定', 'negates'],
  'negation-adjacent': ['否定', 'negates'],
  inability: ['做不到', 'unable'],
  hedge: ['留余地', 'hedges'],
  'subject-to': ['以……为准', 'subject to'],
  certainty: ['说得肯定', 'makes certain'],
  attempt: ['尽力', 'attempts'],
  request: ['请求', 'asks'],
  imperative: ['要求', 'asks'],
  done: ['已发生', 'done'],
  condition: ['条件', 'condition'],
  'question-particle': ['问句', 'question'],
  attribution: ['转述', 'reports'],
  neutral: ['不算', 'means nothing here'],
};

/**
 * A reply as a drawing: clause by clause the words that were read and as what, what they do, and what each rule made of it, with
 * the values against the policy's; then the findings with their advice.
 *
 * @param columns width of the terminal
 */
export function drawing(anatomy: Anatomy, style: Style & { readonly columns: number }): string {
  const { bold, dim, red, yellow, green, cyan } = colors.createColors(style.colour);
  const paint = { block: red, warn: yellow, info: cyan, pass: green };
  const zh = style.language === 'zh';
  const lines: string[] = [];
  for (const clause of anatomy.clauses) lines.push(...clauseLines(clause, style), '');
  lines.push(`${bold(paint[anatomy.verdict](anatomy.verdict))}  ${dim(`${zh ? '政策' : 'policy'} ${anatomy.policy}`)}`);
  for (const { severity, category, rule, text, message, advice, reader } of anatomy.findings) {
    const learned = reader === 'learned' ? dim(zh ? '（学习型判断）' : ' (learned reader)') : '';
    lines.push(`  ${paint[severity](severity)} ${bold(category)} ${dim(rule)}${learned}  “${harmlessLine(text)}”`, `    ${harmlessLine(message)}`);
    if (advice !== '') lines.push(`    ${green('→')} ${harmlessLine(advice)}`);
  }
  return `${lines.join('\n')}\n`;
}

function clauseLines(clause: AnatomyClause, style: Style & { readonly columns: number }): string[] {
  const { dim } = colors.createColors(style.colour);
  const labelled = clause.words.map((word) => ({ start: word.start - clause.start, end: word.end - clause.start, label: labelOf(word, style) }));
  const text = clause.text.trimEnd();
  const drawn = brackets(text, labelled, Math.max(20, style.columns - MARGIN)).map((line) => `  ${line.includes('╰') || line.includes('┬') ? dim(line) : line}`);
  return [...drawn, ...clause.acts.flatMap((act) => actLines(act, style))];
}

function labelOf({ concepts, quantity }: AnatomyWord, { language }: Style): string {
  const at = language === 'zh' ? 0 : 1;
  const kind = quantity === undefined ? [] : [QUANTITIES[quantity][at]];
  const named = concepts.filter((concept) => !concept.startsWith('#'));
  const cues = named.flatMap((concept) => (CUES[concept] === undefined ? [] : [CUES[concept][at]]));
  const rest = named.filter((concept) => CUES[concept] === undefined);
  const more = rest.length > SHOWN ? ` +${rest.length - SHOWN}` : '';
  return [...kind, ...new Set(cues), ...rest.slice(0, SHOWN)].join(', ') + more;
}

function actLines({ act, modifiers, judgements }: AnatomyAct, style: Style): string[] {
  const { bold, dim } = colors.createColors(style.colour);
  const shown = judgements.filter(({ by }) => by !== 'no-decision');
  const turned = modifiers.map(({ name, cue }) => reasonOf({ by: name, ...(cue === undefined ? {} : { cue: { text: cue } }) }, style.language)).join(style.language === 'zh' ? '，' : ', ');
  return [`    ${shown.length > 0 ? bold(act) : dim(act)}${turned === '' ? '' : `  ${turned}`}`, ...shown.map((one) => `      ${judgementLine(one, style)}`)];
}

function judgementLine({ rule, outcome, by, cue, said, policy }: AnatomyJudgement, { language, colour }: Style): string {
  const { dim, red, cyan, green } = colors.createColors(colour);
  const zh = language === 'zh';
  const values = said === undefined || policy === undefined ? '' : `  ${zh ? `说的是 ${said}，政策 ${policy}` : `said ${said}, policy ${policy}`}`;
  if (outcome === 'found') return `${red('✗')} ${rule}${values}`;
  if (outcome === 'borderline') return `${cyan('·')} ${rule}  ${zh ? '两可，只作提示' : 'borderline, info only'}${values}`;
  const reason = reasonOf({ by: by ?? '', ...(cue === undefined ? {} : { cue: { text: cue } }) }, language);
  return `${green('○')} ${dim(rule)}  ${reason}${values}`;
}
