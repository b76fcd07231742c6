import { JOINT, needsJoint } from '../shared/joint.ts';
import type { IncomingReply } from '../shared/reply.ts';
import { isTextDelta } from './types.ts';
import type { StreamEvent } from './types.ts';

/** An event that waits until the text before it may go out; a joint between two texts has no event. */
interface Waiting<Event> {
  readonly event?: Event;
  /** How much text must be released for it. */
  readonly length: number;
}

/**
 * The events of one response on their way out, in their order. The provider's raw events say the same as the text, some before it,
 * some after: each waits for all text that came before the next raw event.
 */
export class HeldEvents<Event extends StreamEvent> {
  private readonly incoming: IncomingReply;
  private readonly waiting: Waiting<Event>[] = [];
  private raw: Event | undefined;
  /** Released text that is not part of anything that went out yet. */
  private released = 0;
  private lastItem: string | undefined;
  /** Everything that came. */
  text = '';

  constructor(incoming: IncomingReply) {
    this.incoming = incoming;
  }

  /** Takes the next event; gives those that may go out now. */
  add(event: Event): Event[] {
    if (event.type === 'response_started') return [withoutProviderData(event)];
    if (event.type === 'model') {
      this.settleRaw();
      this.raw = event;
    } else if (isTextDelta(event)) {
      this.joinTo(event.itemId, event.delta);
      this.take(event.delta);
      this.waiting.push({ event, length: event.delta.length });
    } else {
      this.settleRaw();
      this.waiting.push({ event, length: 0 });
    }
    return this.ready();
  }

  /** What is left, where the rest of the text goes out as it came. */
  rest(): Event[] {
    this.settleRaw();
    return this.waiting.splice(0).flatMap(({ event }) => (event === undefined ? [] : [event]));
  }

  /** What is left, where other words go out: raw events may hold the old ones. */
  restWith(text: string): Event[] {
    let left = text;
    return this.rest().flatMap((event) => {
      if (event.type === 'model') return isToolEvent(event) ? [event] : [];
      if (!isTextDelta(event)) return [event];
      const words = left;
      left = '';
      return words === '' ? [] : [withDelta(event, words)];
    });
  }

  private settleRaw(): void {
    if (this.raw !== undefined) this.waiting.push({ event: this.raw, length: 0 });
    this.raw = undefined;
  }

  private joinTo(item: string | undefined, text: string): void {
    if (this.text !== '' && item !== this.lastItem && needsJoint(this.text, text)) {
      this.take(JOINT);
      this.waiting.push({ length: JOINT.length });
    }
    this.lastItem = item;
  }

  private take(text: string): void {
    this.text += text;
    this.released += this.incoming.push(text).length;
  }

  private ready(): Event[] {
    const events: Event[] = [];
    for (let first = this.waiting[0]; first !== undefined && (first.length === 0 || this.released > 0); first = this.waiting[0]) {
      const { event, length } = first;
      if (event !== undefined && isTextDelta(event) && length > this.released) {
        const { released } = this;
        events.push(withDelta(event, event.delta.slice(0, released)));
        this.waiting[0] = { event: withDelta(event, event.delta.slice(released)), length: length - released };
        this.released = 0;
        break;
      }
      if (event !== undefined) events.push(event);
      this.released -= length;
      this.waiting.shift();
    }
    return events;
  }
}

/** A piece of text with other words; what the provider says of the piece holds the old ones. */
export function withDelta<Event extends StreamEvent>(event: Event, delta: string): Event {
  return { ...event, delta, providerData: undefined };
}

/** The first event of some providers holds the first words already. */
function withoutProviderData<Event extends StreamEvent>(event: Event): Event {
  return event.providerData === undefined ? event : { ...event, providerData: undefined };
}

/** Whether a raw event of the Responses API is about a tool call, which says nothing to the customer. */
export function isToolEvent(event: StreamEvent): boolean {
  const raw: unknown = 'event' in event ? event.event : undefined;
  if (typeof raw !== 'object' || raw === null || !('type' in raw) || typeof raw.type !== 'string') return false;
  if (raw.type.startsWith('response.function_call_arguments.')) return true;
  if (!raw.type.startsWith('response.output_item.') || !('item' in raw)) return false;
  const { item } = raw;
  return typeof item === 'object' && item !== null && 'type' in item && item.type === 'function_call';
}
