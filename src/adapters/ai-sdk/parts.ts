/** The texts among the parts of a stream. */
import { joined } from '../shared/joint.ts';
import { isFinish, isTextDelta, isTextMark, withDelta } from './types.ts';
import type { Part, TextDelta, TextMark } from './types.ts';

/** The id of a text that the model did not begin itself. */
const OWN_ID = 'replyguard';

/** What the texts of a stream say, each text put together from its pieces. */
export function textOf(parts: readonly Part[]): string {
  const texts = new Map<string, string>();
  for (const part of parts) {
    if (isTextDelta(part)) texts.set(part.id, (texts.get(part.id) ?? '') + part.delta);
  }
  return joined([...texts.values()]);
}

/**
 * The same parts with another text: it goes where the first piece of text was, the other pieces go, and so do the texts that nothing
 * is left of. What the provider sent raw goes too: the old words may stand in it.
 */
export function withText(parts: readonly Part[], text: string): Part[] {
  const sent: Part[] = [];
  const gone = new Set<string>();
  let left = text;
  for (const part of parts) {
    if (part.type === 'raw') continue;
    if (isTextDelta(part)) {
      if (left !== '') sent.push(withDelta(part, left));
      left = '';
    } else if (isTextMark(part)) {
      if (part.type === 'text-start' && left === '') gone.add(part.id);
      if (!gone.has(part.id)) sent.push(part);
    } else {
      if (isFinish(part)) sent.push(...ownText(left));
      if (isFinish(part)) left = '';
      sent.push(part);
    }
  }
  return [...sent, ...ownText(left)];
}

function ownText(text: string): Part[] {
  if (text === '') return [];
  const start: TextMark = { type: 'text-start', id: OWN_ID };
  const delta: TextDelta = { type: 'text-delta', id: OWN_ID, delta: text };
  const end: TextMark = { type: 'text-end', id: OWN_ID };
  return [start, delta, end];
}
