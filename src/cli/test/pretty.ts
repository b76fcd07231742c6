import colors from 'picocolors';
import type { Explanation, Finding, Language } from '../../index.ts';
import { describePhrases, exampleOf } from '../../testing/index.ts';
import type { Difference, Outcome } from '../../testing/index.ts';
import { excerpt, groupByLine } from '../excerpt.ts';
import { reasonOf } from '../reasons.ts';
import { harmlessLine } from '../width.ts';

/** How results are shown. */
export interface Style {
  readonly language: Language;
  readonly colour: boolean;
}

/** Near matches that are shown for a label that was not found. */
const NEAR = 3;

/**
 * A fixture that failed: where it stands, the reply with the words that were marked, what was expected and what came, and for
 * each label that is missing the near match and what excused it. Of a fixture with `each`, the first reply that failed, and all
 * the phrases that did.
 *
 * @param explanation of the reply that `exampleOf` gives
 */
export function failure(outcome: Outcome, explanation: Explanation, { language, colour }: Style): string {
  const { fixture, got, differences } = outcome;
  const { reply } = exampleOf(outcome);
  const { red, green, bold, dim } = colors.createColors(colour);
  const zh = language === 'zh';
  const none = zh ? '（无）' : '(nothing)';
  const lines = [`${red('✗')} ${bold(fixture.id)}  ${dim(`${fixture.file}:${fixture.line}`)}`];
  const findings = explanation.findings.filter(({ severity }) => severity !== 'info');
  if (findings.length === 0) lines.push(`  ${harmlessLine(reply)}`);
  for (const group of groupByLine(reply, findings.map((finding) => ({ ...finding, sign: '^' })))) {
    const { text, underline } = excerpt(reply, group);
    lines.push(`  ${text}`, `  ${red(underline)}`);
  }
  lines.push(`  ${zh ? '应报' : 'expected'}  ${green(fixture.labels.join(', ') || none)}`);
  if (fixture.allowed.length > 0) lines.push(`  ${zh ? '均可' : 'allowed '}  ${fixture.allowed.join(', ')}`);
  lines.push(`  ${zh ? '实报' : 'got     '}  ${red(got.join(', ') || none)}`);
  for (const difference of differences) {
    for (const line of explain(difference, explanation, zh)) lines.push(`    ${line}`);
    if (difference.phrases !== undefined) lines.push(`        ${dim(harmlessLine(describePhrases(difference.phrases, language)))}`);
  }
  if (fixture.why !== undefined) lines.push(`  ${dim(`${zh ? '理由' : 'why'}  ${harmlessLine(fixture.why)}`)}`);
  return `${lines.join('\n')}\n`;
}

function explain(difference: Difference, { findings, excused }: Explanation, zh: boolean): string[] {
  const { label } = difference;
  if (difference.kind === 'unwanted') {
    return findings.filter(({ category, severity }) => category === label && severity !== 'info').map((finding) => unwanted(finding, zh));
  }
  if (difference.kind === 'misplaced') {
    const marked = difference.marked.map(quoted).join(', ');
    const { words } = difference;
    return [zh ? `~ ${label}：应划出${quoted(words)}，实际划出${marked}` : `~ ${label}: should mark ${quoted(words)}, marks ${marked}`];
  }
  const language = zh ? 'zh' : 'en';
  const borderline = findings.filter(({ category, severity }) => category === label && severity === 'info');
  const near = [
    ...borderline.map(({ text, rule }) => `${quoted(text)} ${rule}: ${zh ? '只算提示（info）' : 'borderline, info only'}`),
    ...excused.filter(({ category, by }) => category === label && by !== 'no-decision').map((one) => `${quoted(one.text)} ${one.rule}: ${reasonOf(one, language)}`),
  ].slice(0, NEAR);
  const missing = zh ? `- 漏报 ${label}` : `- missing ${label}`;
  if (near.length > 0) return [missing, ...near.map((line) => `    ${zh ? '差一点' : 'near'}  ${line}`)];
  return [missing, `    ${zh ? '没有规则读到相近的意思。看看每个词认作什么：' : 'no rule read anything like it. To see what each word is read as:'} replyguard explain`];
}

function unwanted({ category, rule, text, message, reader }: Finding, zh: boolean): string {
  const by = reader === 'learned' ? (zh ? '（学习型判断）' : ' (learned reader)') : '';
  return `+ ${zh ? '误报' : 'unwanted'} ${category}  ${rule}${by} ${quoted(text)} ${harmlessLine(message)}`;
}

function quoted(words: string): string {
  return `“${harmlessLine(words)}”`;
}
