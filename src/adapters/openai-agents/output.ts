/** The texts among the output items of a response. */
import { joined } from '../shared/joint.ts';
import { isMessage, isOutputText } from './types.ts';
import type { Item, Message } from './types.ts';

/** What the messages of a response say: one reply, as the customer reads it. */
export function textOf(output: readonly Item[]): string {
  return joined(
    output.filter(isMessage).flatMap(({ content }) => (typeof content === 'string' ? [content] : content.filter(isOutputText).map(({ text }) => text))),
  );
}

/** The items as they came where nothing was changed; else with the text where the first one was, and no other. */
export function withText(output: readonly Item[], text: string): readonly Item[] {
  if (textOf(output) === text) return output;
  let left: string | undefined = text;
  const items = output.flatMap((item): readonly Item[] => {
    if (!isMessage(item)) return [item];
    const message = reworded(item, left);
    if (textOf([item]) !== '') left = undefined;
    return message.content.length === 0 ? [] : [message];
  });
  return left === undefined || left === '' ? items : [...items, ownMessage(left)];
}

/** A message with a text in the place of its own, or without any; annotations of the old one go. */
function reworded(message: Message, text: string | undefined): Message {
  if (typeof message.content === 'string') return { ...message, content: text ?? '' };
  let left = text;
  const content = message.content.flatMap((part) => {
    if (!isOutputText(part)) return [part];
    const words = left;
    left = undefined;
    return words === undefined || words === '' ? [] : [{ type: part.type, text: words }];
  });
  return { ...message, content };
}

function ownMessage(text: string): Message {
  const message = { type: 'message', role: 'assistant', status: 'completed', content: [{ type: 'output_text', text }] };
  return message;
}
