import { readContext } from '../../context/index.ts';
import type { Context } from '../../context/index.ts';
import type { Guard } from '../../guard.ts';
import { languageOf } from '../../text/script.ts';
import type { Language, Verdict } from '../../types.ts';
import { judgeAmounts, shapeFinding } from './amounts.ts';
import { argumentsAt, readArguments } from './arguments.ts';
import type { Argument } from './arguments.ts';
import { refuseFaultyFields } from './fields.ts';
import type { ToolCallOptions, ToolFields } from './options.ts';
import type { ToolCallFinding, ToolCallReport } from './report.ts';

/** A call that a model wants to make. */
export interface ToolCall {
  /** Name of the tool. */
  readonly name: string;
  /** Its arguments: an object, or the JSON text of one. */
  readonly arguments: unknown;
}

/**
 * Checks a tool call before it is carried out: what customers would read, as any reply; amounts, against the policy, what was paid
 * and what was decided. Arguments that cannot be judged are findings too. Nothing is carried out, whatever is found.
 *
 * @throws ContextError if the context is wrong. InputError if an option or the map of a tool is.
 */
export function checkToolCall(guard: Guard, call: ToolCall, options: ToolCallOptions): ToolCallReport {
  const { tools, context = {}, given = {} } = options;
  refuseFaultyFields(options);
  const { policy } = guard;
  const { lang } = readContext(context);
  if (!Object.hasOwn(tools, call.name)) return { tool: call.name, checked: false, verdict: 'pass', language: lang ?? policy.language, findings: [] };
  const fields = tools[call.name]!;
  const root = readArguments(call.arguments);
  const texts = textsOf(root, fields);
  const language = lang ?? languageOf(texts.map(({ value }) => (typeof value === 'string' ? value : '')).join('\n'), policy.language);
  if (root === undefined) return reportOf(call.name, language, [shapeFinding('', 'object', language)]);
  const said = texts.flatMap((text) => judgeText(guard, text, context, language));
  const amounts = policy.off.includes('compensation') ? [] : judgeAmounts(root, fields, { policy, context, given, language });
  return reportOf(call.name, language, [...said, ...amounts]);
}

/** The arguments that customers read. */
function textsOf(root: unknown, { text = [] }: ToolFields): Argument[] {
  const paths = typeof text === 'string' ? [text] : text;
  return paths.flatMap((path) => argumentsAt(root, path));
}

function judgeText(guard: Guard, { path, value }: Argument, context: Context, language: Language): readonly ToolCallFinding[] {
  if (typeof value !== 'string') return [shapeFinding(path, 'text', language)];
  return guard.check(value, { ...context, lang: language }).findings.map((finding) => {
    const { severity, message, advice } = finding;
    return { about: 'text', path, severity, message, advice, finding };
  });
}

function reportOf(tool: string, language: Language, findings: readonly ToolCallFinding[]): ToolCallReport {
  const has = (severity: 'warn' | 'block'): boolean => findings.some((finding) => finding.severity === severity);
  const verdict: Verdict = has('block') ? 'block' : has('warn') ? 'warn' : 'pass';
  return { tool, checked: true, verdict, language, findings };
}
