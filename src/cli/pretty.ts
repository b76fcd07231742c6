import colors from 'picocolors';
import type { Commitment, Finding, Severity } from '../index.ts';
import { excerpt, groupByLine } from './excerpt.ts';
import type { CheckedItem, FailedItem, Format, Tally } from './item.ts';
import { harmlessLine } from './width.ts';

/** The sign that underlines a finding, by severity. */
const SIGNS: Readonly<Record<Severity, string>> = { block: '^', warn: '~', info: '-' };
const GRAVEST: readonly Severity[] = ['block', 'warn', 'info'];

/**
 * For people: each finding with its line of the reply, the offending words underlined (`^` block, `~` warn, `-` info), what is
 * wrong, what may be said instead, and where the rule comes from. Replies of a list that are clean are only counted.
 */
export function prettyFormat({ colour }: { readonly colour: boolean }): Format {
  const paint = painter(colour);

  const finding = (one: Finding): string =>
    [
      `    ${paint[one.severity](one.severity)} ${paint.bold(one.category)} ${paint.dim(one.rule)}`,
      `      ${harmlessLine(one.message)}`,
      ...(one.advice === '' ? [] : [`      ${paint.good('→')} ${harmlessLine(one.advice)}`]),
      `      ${paint.dim(
        `source ${one.source.article}: ${one.source.passage}${one.reader === 'learned' ? ' (learned reader)' : ''}`,
      )}`,
    ].join('\n');

  const group = (reply: string, findings: readonly Finding[]): string => {
    const sorted = [...findings].sort((a, b) => GRAVEST.indexOf(a.severity) - GRAVEST.indexOf(b.severity));
    const marks = sorted.map(({ start, end, severity }) => ({ start, end, sign: SIGNS[severity] }));
    const { text, underline } = excerpt(reply, marks);
    return [`  ${text}`, `  ${paint[sorted[0]!.severity](underline)}`, ...findings.map(finding)].join('\n');
  };

  return {
    begin: () => '',
    checked(item) {
      const { report, reply, explanation } = item;
      if (item.line !== undefined && report.findings.length === 0 && report.notes.length === 0 && !explanation)
        return '';
      const findings = report.findings.map((one) => ({ ...one, sign: SIGNS[one.severity] }));
      const parts = [
        `${paint[report.verdict](report.verdict)}  ${paint.dim(place(item))}`,
        ...groupByLine(reply, findings).map((some) => group(reply, some)),
        ...report.notes.map(({ message }) => `  ${paint.dim(`note: ${harmlessLine(message)}`)}`),
        ...(report.truncated ? [`  ${paint.dim('more findings were left out')}`] : []),
        ...(explanation ? explain(item, paint) : []),
      ];
      return `${parts.join('\n')}\n\n`;
    },
    failed: (item) => `${paint.block('error')}  ${paint.dim(place(item))}\n  ${harmlessLine(item.error)}\n\n`,
    end: (tally) => `${summary(tally)}\n`,
  };
}

type Painter = ReturnType<typeof painter>;

function painter(colour: boolean) {
  const { red, yellow, cyan, green, bold, dim } = colors.createColors(colour);
  return { block: red, warn: yellow, info: cyan, pass: green, good: green, bold, dim };
}

function place({ source, line, identity }: CheckedItem | FailedItem): string {
  return harmlessLine(
    `${source}${line === undefined ? '' : `:${line}`}${identity === undefined ? '' : ` ${identity}`}`,
  );
}

/** What was promised, and which near matches were excused. */
function explain({ report, explanation }: CheckedItem, paint: Painter): string[] {
  const excused = (explanation?.excused ?? []).map(({ text, rule, by, cue }) => {
    const words = cue === undefined ? '' : ` (${harmlessLine(cue.text)})`;
    return `    ${harmlessLine(text)}  ${paint.dim(rule)}  ${by}${words}`;
  });
  const promised = report.commitments.map((one) => `    ${harmlessLine(one.text)}  ${paint.dim(commitmentFacts(one))}`);
  return [
    ...(promised.length > 0 ? [`  ${paint.bold('promises')}`, ...promised] : []),
    ...(excused.length > 0 ? [`  ${paint.bold('excused')}`, ...excused] : []),
  ];
}

function commitmentFacts({ act, actor, certainty, polarity, time, amount }: Commitment): string {
  const facts: string[] = [act, actor, certainty];
  if (polarity === 'will-not') facts.push('will not');
  if (time) facts.push(`${time.min}–${time.max} ${time.unit}`);
  if (amount) facts.push('minor' in amount ? `${amount.minor / 100} ${amount.currency}` : `× ${amount.factor}`);
  return facts.join(', ');
}

/** The counts of a run, on one line. */
export function summary({ verdicts, findings, failed, suppressed }: Tally): string {
  const replies = verdicts.pass + verdicts.warn + verdicts.block;
  const counted = [
    `${replies} ${replies === 1 ? 'reply' : 'replies'}: ${verdicts.block} block, ${verdicts.warn} warn, ${
      verdicts.pass
    } pass`,
    `findings: ${findings.block} block, ${findings.warn} warn, ${findings.info} info`,
    ...(suppressed === null || suppressed.findings === 0 ? [] : [`suppressed: ${suppressed.findings}, the oldest for ${suppressed.days} days`]),
    ...(failed > 0 ? [`${failed} ${failed === 1 ? 'line' : 'lines'} could not be checked`] : []),
  ];
  return counted.join(' · ');
}
