import type { Context } from '../../context/index.ts';
import type { Category, Severity, Verdict } from '../../types.ts';
import { fieldsGuard } from '../shared/fields-guard.ts';
import type { FieldsOptions } from '../shared/fields-guard.ts';
import { refuseMissingGuard } from '../shared/options.ts';
import { judgeFor } from '../shared/request.ts';
import { refuseFaultyOptions } from '../../stream/faulty-options.ts';
import { DEFAULT_FAIL_ON, violationsOf } from '../../stream/violation.ts';
import type { FailOn } from '../../stream/violation.ts';
import type { Guard } from '../../guard.ts';
import type { Report } from '../../report.ts';

/** What an output guardrail is told by the SDK. */
export interface GuardrailCall<RunContext> {
  /** The final output: a text, or an object where the agent has an output type. */
  readonly agentOutput: unknown;
  /** Of the run; its own `context` is what the caller gave to `run`. */
  readonly context: { readonly context: RunContext };
}

/** How the output guardrail works. */
export interface GuardrailOptions<RunContext> extends FieldsOptions {
  /** Checks the output. */
  readonly guard: Guard;
  /** What is known about the talk; a function is told the run's own context. The SDK tells guardrails no history. Default: nothing. */
  readonly context?: Context | ((run: RunContext) => Context | PromiseLike<Context>);
  /** A finding of this severity or above trips the wire. Default `block`. */
  readonly failOn?: FailOn;
  /** Whether the wire is tripped if the check itself fails: `closed` yes, `open` no. Default `closed`. */
  readonly onError?: 'closed' | 'open';
}

/** A finding without any words of the reply: the SDK writes what a guardrail says into an error's message. */
export interface GuardrailFinding {
  readonly category: Category;
  readonly rule: string;
  readonly severity: Severity;
  readonly start: number;
  readonly end: number;
}

/** What the guardrail says about an output. Plain JSON, without customer data. */
export interface GuardrailInfo {
  /** Null if the check failed. */
  readonly verdict: Verdict | null;
  readonly findings: readonly GuardrailFinding[];
  /** The kind of error, if the check failed. */
  readonly error?: string;
}

/** An output guardrail for an agent or a runner. */
export interface OutputGuardrail<RunContext> {
  readonly name: string;
  execute(call: GuardrailCall<RunContext>): Promise<{ tripwireTriggered: boolean; outputInfo: GuardrailInfo }>;
}

/**
 * Makes an output guardrail: `new Agent({ outputGuardrails: [replyguardGuardrail({ guard })] })`. The SDK runs it on the final output
 * only, and when streaming after every token has left; what must never be seen needs `replyguardModel`.
 *
 * @throws InputError if an option is wrong.
 */
export function replyguardGuardrail<RunContext = unknown>(options: GuardrailOptions<RunContext>): OutputGuardrail<RunContext> {
  refuseFaultyOptions(options, ['guard', 'context', 'failOn', 'onError', 'fields']);
  refuseMissingGuard(options);
  const { guard, context, failOn = DEFAULT_FAIL_ON, onError = 'closed', fields } = options;
  const check = async ({ agentOutput, context: run }: GuardrailCall<RunContext>): Promise<Report> => {
    const judge = await judgeFor({ guard, ...(context === undefined ? {} : { context }) }, run.context, [], undefined);
    if (typeof agentOutput === 'string') return judge.guard.check(agentOutput, judge.context);
    const structured = fieldsGuard(judge.guard, { failOn, ...(fields === undefined ? {} : { fields }) });
    return structured.check(JSON.stringify(agentOutput) ?? '', judge.context);
  };
  return {
    name: 'replyguard',
    async execute(call) {
      try {
        const report = await check(call);
        return { tripwireTriggered: violationsOf(report, failOn).length > 0, outputInfo: infoOf(report) };
      } catch (error) {
        const kind = error instanceof Error ? error.name : 'Error';
        return { tripwireTriggered: onError === 'closed', outputInfo: { verdict: null, findings: [], error: kind } };
      }
    },
  };
}

function infoOf({ verdict, findings }: Report): GuardrailInfo {
  return { verdict, findings: findings.map(({ category, rule, severity, start, end }) => ({ category, rule, severity, start, end })) };
}
