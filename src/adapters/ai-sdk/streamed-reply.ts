import type { Protected, Regenerate } from '../../stream/outcome.ts';
import { JOINT, needsJoint } from '../shared/joint.ts';
import { withText } from './parts.ts';
import type { IncomingReply } from '../shared/reply.ts';
import { isTextDelta, isTextMark, withDelta } from './types.ts';
import type { Part } from './types.ts';

/** A part that waits until the text before it may go out; a joint between two texts has no part. */
interface Waiting {
  readonly part?: Part;
  /** How much text must be released for it. */
  readonly length: number;
}

/** What a reply came to. */
export interface ReplyEnd {
  /** What goes out last, in order. */
  readonly parts: readonly Part[];
  /** What became of the reply; absent where it said nothing. */
  readonly result?: Protected;
}

/**
 * One reply in the stream of a model: its texts, and the parts that came between them. Parts go out in the order in which they came,
 * the very objects, each when the text before it may; only a piece of text that is released in part is cut.
 */
export class StreamedReply {
  private readonly incoming: IncomingReply;
  private readonly waiting: Waiting[] = [];
  /** What the provider sent raw says the same as the text, often before it: it waits for the end. */
  private readonly raw: Part[] = [];
  /** Texts that have begun and not ended. */
  private readonly open = new Set<string>();
  /** Released text that is not part of anything that went out yet. */
  private released = 0;
  /** The text that the last piece belonged to. */
  private last: string | undefined;
  /** Everything that came. */
  text = '';

  constructor(incoming: IncomingReply) {
    this.incoming = incoming;
  }

  /** Whether a text of it has not ended. */
  get isOpen(): boolean {
    return this.open.size > 0;
  }

  /** Whether something of it has not gone out. */
  get holds(): boolean {
    return this.waiting.length > 0;
  }

  /** Takes the next part; gives those that may go out now. */
  add(part: Part): Part[] {
    if (part.type === 'raw') {
      this.raw.push(part);
      return [];
    }
    if (isTextDelta(part)) {
      if (this.last !== part.id && part.delta !== '') this.joinTo(part.id, part.delta);
      this.take(part.delta);
      this.waiting.push({ part, length: part.delta.length });
    } else {
      if (isTextMark(part)) this.mark(part.type, part.id);
      this.waiting.push({ part, length: 0 });
    }
    return this.ready();
  }

  /**
   * Ends the reply.
   *
   * @param regenerate Asks the model again; absent where something has gone out that another reply would stand beside.
   */
  async finish(regenerate: Regenerate | undefined): Promise<ReplyEnd> {
    if (this.text.trim() === '') return { parts: [...this.raw, ...this.rest()] };
    const { release, ...result } = await this.incoming.finish(regenerate);
    if (result.text === this.text) return { parts: [...this.raw, ...this.rest()], result };
    return { parts: withText(this.rest(), release), result };
  }

  private mark(type: 'text-start' | 'text-end', id: string): void {
    if (type === 'text-start') this.open.add(id);
    else this.open.delete(id);
  }

  private joinTo(id: string, text: string): void {
    if (this.last !== undefined && needsJoint(this.text, text)) {
      this.take(JOINT);
      this.waiting.push({ length: JOINT.length });
    }
    this.last = id;
  }

  private take(text: string): void {
    this.text += text;
    this.released += this.incoming.push(text).length;
  }

  private ready(): Part[] {
    const parts: Part[] = [];
    for (let first = this.waiting[0]; first !== undefined && this.mayGo(first); first = this.waiting[0]) {
      const { part, length } = first;
      if (part !== undefined && isTextDelta(part) && length > this.released) {
        parts.push(withDelta(part, part.delta.slice(0, this.released)));
        this.waiting[0] = { part: withDelta(part, part.delta.slice(this.released)), length: length - this.released };
        this.released = 0;
        break;
      }
      if (part !== undefined) parts.push(part);
      this.released -= length;
      this.waiting.shift();
    }
    return parts;
  }

  /** A text begins when something of it may go out, or when nothing of it is to come. */
  private mayGo({ part, length }: Waiting): boolean {
    if (part?.type !== 'text-start') return this.released > 0 || length === 0;
    return this.released > 0 || this.waiting[1]?.part?.type === 'text-end';
  }

  private rest(): Part[] {
    return this.waiting.splice(0).flatMap(({ part }) => (part === undefined ? [] : [part]));
  }
}
