import type { CheckedItem, FailedItem, Format } from './item.ts';
import { describeError } from './guards.ts';
import { rawString } from './identity.ts';
import type { Context, Guard, Guards, RawPolicy } from './guards.ts';
import type { Source } from './inputs.ts';
import type { Line } from './lines.ts';
import { errorLine, isRecord, outputLine, readRecord } from './record.ts';
import type { JsonRecord } from './record.ts';

/** What holds for every line that does not say otherwise. */
export interface LineDefaults {
  readonly policy: RawPolicy;
  readonly context: Context;
  readonly explain: boolean;
}

/** A reply of a JSON line, with the guard and the context that it is judged by. */
export interface ReplyRecord {
  readonly reply: string;
  readonly guard: Guard;
  readonly context: Context;
}

/** Reads `{"reply", "lang"?, "policy"?, "context"?}`; a fault comes back as `path: what was expected`. */
export async function readReply({ value }: JsonRecord, guards: Guards, defaults: LineDefaults): Promise<ReplyRecord | string> {
  const { reply, lang, policy, context } = value;
  if (typeof reply !== 'string') return 'reply: expected a string';
  if (lang !== undefined && lang !== 'zh' && lang !== 'en') return 'lang: expected "zh" or "en"';
  if (context !== undefined && !isRecord(context)) return 'context: expected an object';
  try {
    const guard = await guards.of(policy ?? defaults.policy);
    return { reply, guard, context: { ...defaults.context, ...(lang === undefined ? {} : { lang }), ...context } };
  } catch (error) {
    return describeError(error, 'policy');
  }
}

/**
 * Checks one line `{"id"?, "reply", "lang"?, "policy"?, "context"?}`. A line that cannot be checked gives a failed item,
 * never an exception.
 */
export async function checkLine(
  line: Line,
  { name: source, file }: Pick<Source, 'name' | 'file'>,
  guards: Guards,
  defaults: LineDefaults,
): Promise<CheckedItem | FailedItem> {
  const record = readRecord(line);
  if ('error' in record) return { source, file, ...record };
  const place = { source, file, line: record.line, identity: record.identity };
  const item = await readReply(record, guards, defaults);
  if (typeof item === 'string') return { ...place, error: item };
  const { reply, guard, context } = item;
  try {
    const report = guard.check(reply, context);
    const explanation = defaults.explain ? { explanation: guard.explain(reply, context) } : {};
    return { ...place, verbatim: false, escaped: rawString(line.text ?? '', 'reply'), reply, report, ...aboutOf(record), ...explanation };
  } catch (error) {
    return { ...place, error: describeError(error, 'context') };
  }
}

/** Who wrote a reply, about which product, and when, for reports; what is no text is left out. */
function aboutOf({ value }: JsonRecord): Pick<CheckedItem, 'agent' | 'product' | 'day'> {
  const { agent, product, day } = value;
  return {
    ...(typeof agent === 'string' ? { agent } : {}),
    ...(typeof product === 'string' ? { product } : {}),
    ...(typeof day === 'string' ? { day: /^\d{4}-\d\d-\d\d/.test(day) ? day.slice(0, 10) : day } : {}),
  };
}

/** One line of JSON for each line of input. */
export const jsonlFormat: Format = {
  begin: () => '',
  checked: ({ identity, report, suppression, verbatim, source, file, line }) =>
    outputLine(identity, {
      // A line of JSON on standard input is answered by a line; what comes from elsewhere needs its place.
      ...(file || verbatim ? { source, ...(line === undefined ? {} : { line }) } : {}),
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
      ...suppressedCount(suppression),
      ...(report.notes.length > 0 ? { notes: report.notes } : {}),
      ...(report.truncated ? { truncated: true } : {}),
    }),
  failed: (item) => errorLine(item, item.file ? item.source : undefined),
  end: () => '',
};

/** How many findings the suppressions file covers; nothing where none is in use. */
export function suppressedCount(suppression: CheckedItem['suppression']): { suppressed?: number } {
  return suppression === undefined ? {} : { suppressed: suppression.covered.filter((entry) => entry !== undefined).length };
}

/** The categories of a report's findings of severity `warn` or above, each once, in the order of the findings. */
export function labelsOf(report: CheckedItem['report']): string[] {
  const labels = report.findings.filter(({ severity }) => severity !== 'info').map(({ category }) => category);
  return [...new Set(labels)];
}
