import type { Context } from '../../context/index.ts';
import type { Guard } from '../../guard.ts';
import type { Finding, Report } from '../../report.ts';
import type { ProtectOptions } from '../../stream/outcome.ts';
import { replacementFor } from '../../stream/replacement.ts';
import { DEFAULT_FAIL_ON, violationsOf } from '../../stream/violation.ts';
import type { Verdict } from '../../types.ts';
import { quotedTexts } from './quoted.ts';

/** How structured output is read. */
export interface FieldsOptions {
  /** Names of the properties that customers read, at any depth. Default: every text in it. */
  readonly fields?: readonly string[];
}

/**
 * A guard for structured output: its check takes JSON apart, reads the texts in it and leaves the rest alone; its repair gives back
 * JSON of the same shape. Places of findings are those in the text of the field. The absence of an apology is judged only where there
 * is one text. What is no JSON is not mended; what stands between quotes in it is checked all the same, and it as a whole.
 */
export function fieldsGuard(guard: Guard, options: ProtectOptions & FieldsOptions): Guard {
  const contextFor = (texts: readonly string[], context: Context | undefined): Context | undefined =>
    texts.length === 1 ? context : { ...context, apologized: true };
  const check = (reply: string, context?: Context): Report => {
    const texts = textsOf(reply, options) ?? [...quotedTexts(reply), reply];
    return merged(guard, texts.map((text) => guard.check(text, contextFor(texts, context))));
  };
  return {
    ...guard,
    check,
    fix(reply, context) {
      const texts = textsOf(reply, options);
      if (texts === undefined) return { reply, changes: [], unfixed: 'not JSON' };
      const own = contextFor(texts, context);
      const { failOn = DEFAULT_FAIL_ON } = options;
      const mended = rewritten(reply, options, (text) => {
        const report = guard.check(text, own);
        return violationsOf(report, failOn).length === 0 ? text : replacementFor(guard, { released: '', held: text, report }, own, options).text;
      });
      return { reply: mended, changes: [] };
    },
  };
}

function merged(guard: Guard, reports: readonly Report[]): Report {
  const findings: Finding[] = reports.flatMap((report) => report.findings);
  const has = (verdict: Verdict): boolean => reports.some((report) => report.verdict === verdict);
  return {
    ...guard.check(''),
    verdict: has('block') ? 'block' : has('warn') ? 'warn' : 'pass',
    findings,
    commitments: reports.flatMap(({ commitments }) => commitments),
    notes: reports.flatMap(({ notes }) => notes),
  };
}

/** The texts in JSON that customers read; `undefined` where it is no object and no list. */
function textsOf(json: string, options: FieldsOptions): string[] | undefined {
  const texts: string[] = [];
  const value = visit(parsed(json), options.fields === undefined, options, (text) => {
    texts.push(text);
    return text;
  });
  return typeof value === 'object' && value !== null ? texts : undefined;
}

function rewritten(json: string, options: FieldsOptions, write: (text: string) => string): string {
  return JSON.stringify(visit(parsed(json), options.fields === undefined, options, write));
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

function visit(value: unknown, read: boolean, options: FieldsOptions, write: (text: string) => string): unknown {
  if (typeof value === 'string') return read ? write(value) : value;
  if (Array.isArray(value)) return value.map((entry: unknown) => visit(entry, read, options, write));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([name, field]: [string, unknown]) => [
    name,
    visit(field, read || options.fields?.includes(name) === true, options, write),
  ]);
  return Object.fromEntries(entries);
}
