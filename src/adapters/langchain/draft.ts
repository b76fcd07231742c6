import type { Protected } from '../../stream/outcome.ts';
import { noticeOf } from '../shared/notice.ts';
import { isAnswer, plain, textOf, withText } from './messages.ts';
import type { ChatMessage } from './messages.ts';

/** What a model call returned, as far as there is something in it to judge. */
export interface Draft {
  /** The text that is judged; of a structured response, its JSON. */
  readonly text: string;
  /** Whether the text is JSON, to be judged by its fields. */
  readonly structured: boolean;
  /** The model's own message. */
  readonly message: ChatMessage;
}

/** A structured response as LangChain hands it on, with the messages that it made of it. */
interface StructuredResponse {
  readonly structuredResponse: unknown;
  readonly messages: readonly ChatMessage[];
}

/** The draft in a response; undefined where there is none, as in a command or a message without text. */
export function draftOf(response: unknown): Draft | undefined {
  if (isStructured(response)) {
    const message = lastAnswer(response.messages);
    return message === undefined ? undefined : { text: JSON.stringify(response.structuredResponse), structured: true, message };
  }
  if (!isAnswer(response)) return undefined;
  const text = textOf(response);
  return text.trim() === '' ? undefined : { text, structured: text.trimStart().startsWith('{'), message: response };
}

/**
 * The response as it may leave.
 *
 * @throws Error where the check failed on a structured response: no safe reply has its shape.
 */
export function settled<Response>(response: Response, draft: Draft, result: Protected): Response {
  const notice = { replyguard: noticeOf(result) };
  if (isAnswer(response)) return withText(response, result.text, notice);
  if (!isStructured(response)) return response;
  const unchanged = result.text === JSON.stringify(response.structuredResponse);
  const message = withText(unchanged ? draft.message : plain(draft.message, result.text), unchanged ? textOf(draft.message) : result.text, notice);
  // What LangChain made of the first wording, calls of its extraction tool among it, repeats that wording.
  const messages = unchanged ? response.messages.map((known) => (known === draft.message ? message : known)) : [message];
  return { ...response, structuredResponse: unchanged ? response.structuredResponse : parsed(result), messages };
}

function parsed({ text, error = 'no reason given' }: Protected): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return value;
  } catch {
    throw new Error(`replyguard: the check of a structured response failed: ${error}`);
  }
}

function isStructured(response: unknown): response is StructuredResponse {
  return typeof response === 'object' && response !== null && 'structuredResponse' in response && 'messages' in response && Array.isArray(response.messages);
}

function lastAnswer(messages: readonly ChatMessage[]): ChatMessage | undefined {
  return messages.filter(isAnswer).at(-1);
}
