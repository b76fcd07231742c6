/** LangChain's messages as far as they are read here; written by hand, so that no version of theirs is bound. */
import type { Turn } from '../../context/index.ts';
import { joined } from '../shared/joint.ts';

/** A message of a conversation. */
export interface ChatMessage {
  /** `human`, `ai`, `system`, `tool` and the like. */
  readonly type: string;
  /** A text, or a list of blocks. */
  readonly content: unknown;
}

/** The text of a message; of a list of blocks, that of its text blocks. */
export function textOf({ content }: ChatMessage): string {
  if (typeof content === 'string') return content;
  return Array.isArray(content) ? joined(content.map(textOfBlock)) : '';
}

function textOfBlock(block: unknown): string {
  if (typeof block === 'string') return block;
  return isTextBlock(block) ? block.text : '';
}

function isTextBlock(block: unknown): block is { readonly text: string } {
  return typeof block === 'object' && block !== null && 'text' in block && typeof block.text === 'string' && (!('type' in block) || block.type === 'text' || block.type === 'output_text');
}

/** What customer and agent said, oldest first. */
export function turnsOf(messages: readonly ChatMessage[]): Turn[] {
  return messages.flatMap((message): Turn[] => {
    if (message.type === 'human') return [{ role: 'customer', text: textOf(message) }];
    return message.type === 'ai' ? [{ role: 'agent', text: textOf(message) }] : [];
  });
}

/** Whether a value is what a model answers, and not a command or a structured response. */
export function isAnswer(value: unknown): value is ChatMessage {
  return typeof value === 'object' && value !== null && 'type' in value && value.type === 'ai' && 'content' in value;
}

/**
 * The same message with another text. Blocks that are no text stay; a provider's own copies of the old text, which some keep in
 * the metadata and send back with the next request, go.
 *
 * @param metadata Put under `response_metadata`.
 */
export function withText<Message extends ChatMessage>(message: Message, text: string, metadata: Readonly<Record<string, unknown>>): Message {
  const old = textOf(message);
  const fields = fieldsOf(message);
  const parts = typeof message.content === 'string' ? [old] : partsOf(message.content);
  return construct(message, {
    ...fields,
    ...(text === old ? {} : { content: contentWith(message.content, text), additional_kwargs: withoutText(fields['additional_kwargs'], parts) }),
    response_metadata: { ...(text === old ? asRecord(fields['response_metadata']) : withoutText(fields['response_metadata'], parts)), ...metadata },
  });
}

/** A message of the same kind with nothing but a text. */
export function plain<Message extends ChatMessage>(like: Message, text: string): Message {
  return construct(like, { content: text });
}

/** Messages are made by the class that made the one at hand: the library itself is not loaded from here. */
function construct<Message extends ChatMessage>(like: Message, fields: Readonly<Record<string, unknown>>): Message {
  const made: Message = Reflect.construct(like.constructor, [fields]);
  return made;
}

/** What a message was made of. */
function fieldsOf(message: ChatMessage): Record<string, unknown> {
  const known = ['id', 'name', 'tool_calls', 'invalid_tool_calls', 'tool_call_chunks', 'usage_metadata', 'additional_kwargs', 'response_metadata'];
  const fields: Record<string, unknown> = { content: message.content };
  for (const name of known) {
    const value: unknown = Reflect.get(message, name);
    if (value !== undefined) fields[name] = value;
  }
  return fields;
}

/** Other blocks stay; the text stands where the first text block stood. */
function contentWith(content: unknown, text: string): unknown {
  if (!Array.isArray(content)) return text;
  const blocks: unknown[] = [];
  let placed = false;
  for (const block of content) {
    if (typeof block !== 'string' && !isTextBlock(block)) blocks.push(block);
    else if (!placed) {
      placed = true;
      blocks.push({ type: 'text', text });
    }
  }
  return blocks;
}

function partsOf(content: unknown): string[] {
  return Array.isArray(content) ? content.map(textOfBlock) : [];
}

/** The entries that do not repeat any of the texts. */
function withoutText(value: unknown, texts: readonly string[]): Record<string, unknown> {
  // As it stands in the entry's JSON, and in JSON that is a string in there.
  const quoted = texts.filter((text) => text !== '').flatMap((text) => [inJson(text), inJson(inJson(text))]);
  const repeats = (entry: unknown): boolean => {
    const written = write(entry);
    return written === undefined || quoted.some((text) => written.includes(text));
  };
  return Object.fromEntries(Object.entries(asRecord(value)).filter(([, entry]) => !repeats(entry)));
}

function inJson(text: string): string {
  return JSON.stringify(text).slice(1, -1);
}

/** As JSON; undefined where it cannot be written, so that nobody can say what it holds. */
function write(entry: unknown): string | undefined {
  try {
    return JSON.stringify(entry) ?? '';
  } catch {
    return undefined;
  }
}

function asRecord(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}
