import { readContext } from '../../context/index.ts';
import type { Guard } from '../../guard.ts';
import type { Language, Verdict } from '../../types.ts';
import { judgeAmounts, shapeFinding } from './amounts.ts';
import { argumentsAt, readArguments } from './arguments.ts';
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
 * @throws ContextError if the context is wrong. InputError if the map of a tool is.
 */
export function checkToolCall(guard: Guard, call: ToolCall, options: ToolCallOptions): ToolCallReport {
  const { tools, context = {}, given = {} } = options;
  refuseFaultyFields(tools);
  if (!Object.hasOwn(tools, call.name)) return { tool: call.name, checked: false, verdict: 'pass', findings: [] };
  const fields = tools[call.name]!;
  const { policy } = guard;
  const language = readContext(context).lang ?? policy.language;
  const root = readArguments(call.arguments);
  if (root === undefined) return reportOf(call.name, [shapeFinding('', 'an object', language)]);
  const texts = judgeTexts(guard, root, fields, options, language);
  const amounts = policy.off.includes('compensation') ? [] : judgeAmounts(root, fields, { policy, context, given, language });
  return reportOf(call.name, [...texts, ...amounts]);
}

function judgeTexts(guard: Guard, root: unknown, { text = [] }: ToolFields, { context }: ToolCallOptions, language: Language): ToolCallFinding[] {
  const paths = typeof text === 'string' ? [text] : text;
  return paths
    .flatMap((path) => argumentsAt(root, path))
    .flatMap(({ path, value }): readonly ToolCallFinding[] => {
      if (typeof value !== 'string') return [shapeFinding(path, 'a text', language)];
      return guard.check(value, context).findings.map((finding) => {
        const { severity, message, advice } = finding;
        return { about: 'text', path, severity, message, advice, finding };
      });
    });
}

function reportOf(tool: string, findings: readonly ToolCallFinding[]): ToolCallReport {
  const has = (severity: 'warn' | 'block'): boolean => findings.some((finding) => finding.severity === severity);
  const verdict: Verdict = has('block') ? 'block' : has('warn') ? 'warn' : 'pass';
  return { tool, checked: true, verdict, findings };
}
