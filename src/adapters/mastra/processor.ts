import { feedback } from '../../feedback/index.ts';
import type { Report } from '../../report.ts';
import type { Protected } from '../../stream/outcome.ts';
import { languageFor } from '../../stream/speech.ts';
import { ViolationError } from '../../stream/violation.ts';
import type { FieldsOptions } from '../shared/fields-guard.ts';
import { noticeOf, rulesOf } from '../shared/notice.ts';
import { refuseFaultyAdapterOptions } from '../shared/options.ts';
import type { AdapterOptions } from '../shared/options.ts';
import { judgeFor } from '../shared/request.ts';
import { turnsOf } from './messages.ts';
import { Reply, Session } from './session.ts';
import { isTextPart } from './types.ts';
import type { MastraRequest, Part, StepArguments, StreamArguments, TextPart } from './types.ts';

/** Options of {@link replyguardProcessor}. */
export interface MastraOptions extends AdapterOptions<MastraRequest>, FieldsOptions {
  /** Name of the processor, as tripwires give it. Default `replyguard`. */
  readonly id?: string;
  /** Is told what became of each reply that was sent: for logs and counters. What it throws is ignored. Default: nothing. */
  readonly onReply?: (result: Protected, request: MastraRequest) => void;
}

/** An output processor for Mastra's agents. */
export interface ReplyguardProcessor {
  readonly id: string;
  readonly name: string;
  /** Holds text back until it is decided. */
  processOutputStream<P extends Part>(args: StreamArguments<P>): Promise<P | null>;
  /** Under `retry`, has the model write anew what was held back. */
  processOutputStep<List>(args: StepArguments<List>): List;
}

/** What a tripwire tells beside its reason; none of the reply's words. */
export interface TripwireMetadata {
  /** The rules that were broken. */
  readonly rules: readonly string[];
  /** Whether text before the violation had already gone out. */
  readonly released: boolean;
}

/** Mastra emits what stands under this key of the state after the part at hand, by way of all processors. Internal to Mastra; pinned by a test. */
export const REPROCESS_KEY = '__mastraReprocessPart';
/** Where a session is kept in the state, and a context in the request's. */
const KEY = 'replyguard';
/** Parts after which no text of the same reply can follow. */
const CLOSING: readonly string[] = ['tool-call', 'tool-call-input-streaming-start', 'step-finish', 'finish', 'error', 'abort'];
/** Stands for words that are not to be seen. */
const UNSEEN = '…';

/**
 * Makes an output processor that checks each text that the model writes, those before tool calls too. Clean sentences go out as soon
 * as they are decided. What is known about the talk comes from the messages, `options.context`, and `replyguard` in the request context.
 *
 * Under `throw`, the run ends with a tripwire; under `retry`, the agent needs `maxProcessorRetries` of at least `maxRetries`.
 *
 * @throws InputError if an option is wrong.
 */
export function replyguardProcessor(options: MastraOptions): ReplyguardProcessor {
  refuseFaultyAdapterOptions(options, ['id', 'onReply']);
  return {
    id: options.id ?? KEY,
    name: 'replyguard',
    async processOutputStream<P extends Part>(args: StreamArguments<P>) {
      const { part, state, abort } = args;
      const session = sessionOf(state);
      let parts: readonly Part[];
      try {
        parts = await next(part, session, args, options);
      } catch (error) {
        // Mastra logs any other error and sends the part as it is.
        session.stopped = true;
        session.reply = undefined;
        if (error instanceof ViolationError) abort(error.message, { metadata: tripwire(error.report, error.released) });
        parts = isTextPart(part) ? [] : [part];
      }
      return emit<P>(parts, session, state);
    },
    processOutputStep({ messageList, state, abort }) {
      const session = sessionOf(state);
      const { rejected } = session;
      session.rejected = undefined;
      session.called = false;
      if (rejected === undefined) {
        session.attempts = 0;
        session.first = undefined;
        return messageList;
      }
      const language = languageFor(options.guard, rejected.findings[0]?.text ?? '', undefined);
      return abort(feedback(unquoted(rejected), language, options.guard.policy), { retry: true, metadata: tripwire(rejected, false) });
    },
  };
}

/** What is to be emitted at the place of a part. */
async function next(part: Part, session: Session, request: MastraRequest, options: MastraOptions): Promise<readonly Part[]> {
  const [expected, ...queue] = session.queue;
  session.queue = [];
  if (part === expected) {
    session.queue = queue;
    return [part];
  }
  if (isTextPart(part)) {
    if (session.stopped || session.rejected !== undefined) return [];
    return text(part, session, request, options);
  }
  // A provider's own events hold the text once more.
  if (part.type === 'raw' && options.onViolation !== 'report') return [];
  if (!CLOSING.includes(part.type)) return [part];
  const before = await close(session, request, options);
  const isCall = part.type.startsWith('tool-call');
  session.called ||= isCall;
  // What a rejected step wants to call is not called: the model begins anew.
  return isCall && session.rejected !== undefined ? [] : [...before, part];
}

async function text(part: TextPart, session: Session, request: MastraRequest, options: MastraOptions): Promise<readonly Part[]> {
  if (part.type === 'text-start' && session.reply !== undefined) {
    session.reply.goOn();
    return [];
  }
  if (part.type === 'text-end') {
    if (session.reply === undefined) return [part];
    session.reply.ended ??= part;
    return session.called ? close(session, request, options) : [];
  }
  session.reply ??= await open(request, options);
  return part.type === 'text-start' ? [part] : session.reply.partOf(session.reply.push(part));
}

async function open(request: MastraRequest, options: MastraOptions): Promise<Reply> {
  const judge = await judgeFor(options, request, turnsOf(request.messageList), request.requestContext?.get(KEY));
  return new Reply(judge, options);
}

/** Decides the reply at hand, if there is one: the rest of its text, and the end of it. */
async function close(session: Session, request: MastraRequest, options: MastraOptions): Promise<readonly Part[]> {
  const { reply } = session;
  if (reply === undefined) return [];
  session.reply = undefined;
  const nothingOut = reply.released === '';
  const result = await reply.end();
  if (result === undefined) return [...reply.partOf(reply.blank), ...endOf(reply.ended)];
  const { report } = result;
  const { onViolation, maxRetries = 2 } = options;
  if (onViolation === 'retry' && result.outcome === 'replaced' && nothingOut && report !== null && session.attempts < maxRetries) {
    session.attempts++;
    session.first ??= report;
    session.rejected = report;
    return endOf(reply.ended);
  }
  const final = afterRetries(result, session);
  tell(final, request, options);
  return [...reply.partOf(result.release), ...endOf(reply.ended, final)];
}

/** A result with the attempts that went before it. */
function afterRetries(result: Protected, { attempts, first }: Session): Protected {
  const { text: sent, outcome, report, error } = result;
  return {
    text: sent,
    outcome: outcome === 'passed' && attempts > 0 ? 'retried' : outcome,
    report: first ?? report,
    attempts: attempts + 1,
    ...(error === undefined ? {} : { error }),
  };
}

function tell(result: Protected, request: MastraRequest, { onReply }: MastraOptions): void {
  try {
    onReply?.(result, request);
  } catch {
    // The reply is decided; whoever only watches must not change that.
  }
}

/** The end of a text, with what became of it in the provider's metadata, where it reaches the stored messages. */
function endOf(ended: TextPart | undefined, result?: Protected): readonly TextPart[] {
  if (ended === undefined) return [];
  if (result === undefined) return [ended];
  const { payload } = ended;
  const known = typeof payload.providerMetadata === 'object' ? payload.providerMetadata : {};
  return [{ ...ended, payload: { ...payload, providerMetadata: { ...known, [KEY]: noticeOf(result) } } }];
}

/** Only one part can be returned: the others are left with Mastra one after the other. */
function emit<P extends Part>(parts: readonly Part[], session: Session, state: Record<string, unknown>): P | null {
  const [first, ...rest] = [...parts, ...session.queue];
  if (rest.length > 0) state[REPROCESS_KEY] = rest[0];
  session.queue = rest;
  // Every part here came from Mastra, and was given back with another text at most.
  return first === undefined ? null : (first as P);
}

function sessionOf(state: Record<string, unknown>): Session {
  const known = state[KEY];
  if (known instanceof Session) return known;
  const session = new Session();
  state[KEY] = session;
  return session;
}

function tripwire(report: Report, released: boolean): TripwireMetadata {
  return { rules: rulesOf(report), released };
}

/** The report without the reply's own words: a reason for asking again is seen in the stream. */
function unquoted(report: Report): Report {
  const findings = report.findings.map((finding) => {
    const { text: words, message, advice } = finding;
    const hide = (line: string): string => (words === '' ? line : line.split(words).join(UNSEEN));
    return { ...finding, text: UNSEEN, message: hide(message), advice: hide(advice) };
  });
  return { ...report, findings, commitments: [] };
}
