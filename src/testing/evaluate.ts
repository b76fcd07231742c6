/** Runs labelled replies through a checker and gathers what the scoring needs. */
import type { Category } from '../types.ts';
import { labelsOf } from './checker.ts';
import type { CheckedFinding, CheckerFactory } from './checker.ts';
import type { LabelledLine } from './corpus.ts';
import type { Scored } from './score.ts';

/** A labelled reply, judged. */
export interface Evaluated extends Scored {
  readonly line: LabelledLine;
  readonly findings: readonly CheckedFinding[];
}

/**
 * Checks labelled replies, each under its own policy and context. Fragments are left out.
 *
 * @param lines the replies
 * @param factory makes the checker of a policy; use `cached`
 * @returns one entry for each reply, in order
 */
export function evaluate(lines: readonly LabelledLine[], factory: CheckerFactory): Evaluated[] {
  return lines
    .filter((line) => line.fragment !== true)
    .map((line) => {
      const policy = line.policy ?? (line.lang === 'en' ? 'us-store' : 'default');
      const context = { ...(line.lang === undefined ? {} : { lang: line.lang }), ...line.context };
      const report = factory(policy).check(line.reply, context);
      const findings = report.findings.filter(({ severity }) => severity !== 'info');
      const labels = line.labels ?? [];
      return {
        line,
        labels,
        allowed: line.allowed ?? [],
        got: labelsOf(report),
        findings,
        touched: touchedMarks(line, labels, findings),
      };
    });
}

function touchedMarks(
  line: LabelledLine,
  labels: readonly Category[],
  findings: readonly CheckedFinding[],
): Partial<Record<Category, boolean>> {
  const spans = line.span ?? (typeof line.mark === 'object' ? line.mark : {});
  const touched: Partial<Record<Category, boolean>> = {};
  for (const label of labels) {
    const words = spans[label] ?? (typeof line.mark === 'string' ? line.mark : undefined);
    const own = findings.filter(({ category }) => category === label);
    if (words === undefined || own.length === 0) continue;
    touched[label] = [words].flat().some((one) => {
      const at = line.reply.indexOf(one);
      return at >= 0 && own.some(({ start, end }) => start < at + one.length && end > at);
    });
  }
  return touched;
}
