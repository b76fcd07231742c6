import type { CheckedItem, FailedItem, Format } from './item.ts';
import { identityText } from './identity.ts';
import { describeError } from './guards.ts';
import type { Context, Guards, RawPolicy } from './guards.ts';
import type { Line } from './lines.ts';

/** What holds for every line that does not say otherwise. */
export interface LineDefaults {
  readonly policy: RawPolicy;
  readonly context: Context;
  readonly explain: boolean;
}

/**
 * Checks one line `{"id"?, "reply", "lang"?, "policy"?, "context"?}`. A line that cannot be checked gives a failed item,
 * never an exception.
 */
export async function checkLine(
  line: Line,
  source: string,
  guards: Guards,
  defaults: LineDefaults,
): Promise<CheckedItem | FailedItem> {
  const { number } = line;
  if (line.text === null) return { source, line: number, error: 'line: expected UTF-8' };
  let value: unknown;
  try {
    value = JSON.parse(line.text);
  } catch {
    return { source, line: number, error: 'line: expected JSON' };
  }
  if (!isRecord(value)) return { source, line: number, error: 'line: expected an object' };

  const { id, reply, lang, policy, context } = value;
  const known = typeof id === 'string' || typeof id === 'number' ? { identity: identityText(line.text, id) } : {};
  const failed = (error: string): FailedItem => ({ source, line: number, ...known, error });

  if (id !== undefined && known.identity === undefined) return failed('id: expected a string or a number');
  if (typeof reply !== 'string') return failed('reply: expected a string');
  if (lang !== undefined && lang !== 'zh' && lang !== 'en') return failed('lang: expected "zh" or "en"');
  if (policy !== undefined && typeof policy !== 'string' && !isRecord(policy)) {
    return failed('policy: expected a name or an object');
  }
  if (context !== undefined && !isRecord(context)) return failed('context: expected an object');

  let guard;
  try {
    guard = await guards.of(policy ?? defaults.policy);
  } catch (error) {
    return failed(describeError(error, 'policy'));
  }
  const whole: Context = { ...defaults.context, ...(lang === undefined ? {} : { lang }), ...context };
  try {
    const report = guard.check(reply, whole);
    const explanation = defaults.explain ? { explanation: guard.explain(reply, whole) } : {};
    return { source, line: number, ...known, reply, report, ...explanation };
  } catch (error) {
    return failed(describeError(error, 'context'));
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** One line of JSON for each line of input. */
export const jsonlFormat: Format = {
  begin: () => '',
  checked: ({ identity, report }) =>
    `${withIdentity(identity, {
      verdict: report.verdict,
      labels: labelsOf(report),
      findings: report.findings.map(({ rule, category, severity, start, end, text, message, advice }) => ({
        rule,
        category,
        severity,
        start,
        end,
        text,
        message,
        advice,
      })),
      commitments: report.commitments,
      ...(report.notes.length > 0 ? { notes: report.notes } : {}),
      ...(report.truncated ? { truncated: true } : {}),
    })}\n`,
  failed: ({ line, identity, error }) =>
    `{"line":${line},${identity === undefined ? '' : `"id":${identity},`}"error":${JSON.stringify(error)}}\n`,
  end: () => '',
};

/** The categories of a report's findings of severity `warn` or above, each once, in the order of the findings. */
export function labelsOf(report: CheckedItem['report']): string[] {
  const labels = report.findings.filter(({ severity }) => severity !== 'info').map(({ category }) => category);
  return [...new Set(labels)];
}

function withIdentity(identity: string | undefined, rest: object): string {
  const text = JSON.stringify(rest);
  return identity === undefined ? text : `{"id":${identity},${text.slice(1)}`;
}
