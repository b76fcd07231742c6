import type { Context } from '../../context/index.ts';
import { faultyChoice, InputError, throwFaults } from '../../errors.ts';
import type { Guard } from '../../guard.ts';
import type { Language, Verdict } from '../../types.ts';
import { refuseMissingGuard } from '../shared/options.ts';
import { checkToolCall } from '../tool-calls/check.ts';
import { toolCallFeedback, toolCallViolations } from '../tool-calls/enforce.ts';
import { refuseFaultyFields } from '../tool-calls/fields.ts';
import type { ToolCallOptions } from '../tool-calls/options.ts';
import type { ToolCallFinding } from '../tool-calls/report.ts';

/** What a tool guardrail is told by the SDK. */
export interface ToolGuardrailCall<RunContext> {
  /** Of the run; its own `context` is what the caller gave to `run`. */
  readonly context: { readonly context: RunContext };
  /** The call that the model wants to make; arguments as JSON text. */
  readonly toolCall: { readonly name: string; readonly arguments: string };
}

/** How the tool guardrail works. */
export interface ToolGuardrailOptions<RunContext> extends Omit<ToolCallOptions, 'context' | 'given'> {
  /** Checks the texts among the arguments, and has the policy for the amounts. */
  readonly guard: Guard;
  /** What is known about the case; a function is told the run's own context. Default: nothing. */
  readonly context?: Context | ((run: RunContext) => Context | PromiseLike<Context>);
  /** What was given already in this case; a function is told the run's own context. Default nothing. */
  readonly given?: ToolCallOptions['given'] | ((run: RunContext) => NonNullable<ToolCallOptions['given']>);
  /** `reject`: the call is not carried out and the model is told what to change; `throw`: the run ends. Default `reject`. */
  readonly onViolation?: 'reject' | 'throw';
}

/** A finding without any words of the call. */
export type ToolGuardrailFinding = Pick<ToolCallFinding, 'about' | 'path' | 'severity'>;

/** What the guardrail says about a call. Plain JSON, without customer data. */
export interface ToolGuardrailInfo {
  /** Null if the check failed. */
  readonly verdict: Verdict | null;
  readonly findings: readonly ToolGuardrailFinding[];
}

/** What becomes of a call, as the SDK has it. */
export type ToolGuardrailBehavior = { type: 'allow' } | { type: 'rejectContent'; message: string } | { type: 'throwException' };

/** A guardrail for the input of a tool. */
export interface ToolInputGuardrail<RunContext> {
  readonly type: 'tool_input';
  readonly name: string;
  run(call: ToolGuardrailCall<RunContext>): Promise<{ behavior: ToolGuardrailBehavior; outputInfo: ToolGuardrailInfo }>;
}

/** What the model is told where the check itself fails. */
const UNCHECKED: Readonly<Record<Language, string>> = {
  zh: '未能检查这次调用，所以没有执行。',
  en: 'The call could not be checked and was not carried out.',
};

/**
 * Makes a guardrail for tools that write to customers or pay them: `tool({ …, inputGuardrails: [replyguardToolGuardrail({ guard, tools })] })`.
 * A call is not carried out where something is found, nor if the check itself fails.
 *
 * @throws InputError if an option, or the map of a tool, is wrong.
 */
export function replyguardToolGuardrail<RunContext = unknown>(options: ToolGuardrailOptions<RunContext>): ToolInputGuardrail<RunContext> {
  const { guard, context, given, onViolation = 'reject', ...rest } = options;
  refuseMissingGuard(options);
  refuseFaultyFields(rest);
  throwFaults(InputError, faultyChoice(onViolation, ['reject', 'throw'], 'options.onViolation'));
  const stopped = (message: string): ToolGuardrailBehavior =>
    onViolation === 'throw' ? { type: 'throwException' } : { type: 'rejectContent', message };
  return {
    type: 'tool_input',
    name: 'replyguard',
    async run({ context: run, toolCall }) {
      try {
        const known = typeof context === 'function' ? await context(run.context) : context;
        const before = typeof given === 'function' ? given(run.context) : given;
        const about = { ...(known === undefined ? {} : { context: known }), ...(before === undefined ? {} : { given: before }) };
        const { verdict, findings } = checkToolCall(guard, toolCall, { ...rest, ...about });
        const violations = toolCallViolations({ findings }, rest);
        const outputInfo = { verdict, findings: findings.map(({ about: what, path, severity }) => ({ about: what, path, severity })) };
        return { behavior: violations.length === 0 ? { type: 'allow' } : stopped(toolCallFeedback(violations)), outputInfo };
      } catch {
        return { behavior: stopped(UNCHECKED[guard.policy.language]), outputInfo: { verdict: null, findings: [] } };
      }
    },
  };
}
