import { JOINT, needsJoint } from '../shared/joint.ts';
import { plainReply, structuredReply } from '../shared/reply.ts';
import type { IncomingReply, ReplyOptions } from '../shared/reply.ts';
import type { Judge } from '../shared/request.ts';
import type { Report } from '../../report.ts';
import type { Part, TextPart } from './types.ts';

/** What the processor remembers of one request. */
export class Session {
  /** The reply that is being written. */
  reply: Reply | undefined;
  /** A tool was called in this step: the end of a text is the end of a reply. */
  called = false;
  /** The run was ended: no more text goes out. */
  stopped = false;
  /** What was found in a reply that the model is to write anew, when it has ended its step. */
  rejected: Report | undefined;
  /** How often it was asked to, and what was found at first. */
  attempts = 0;
  first: Report | undefined;
  /** Parts that wait to be emitted one after the other; the first is with Mastra and comes by again. */
  queue: readonly Part[] = [];
}

/** One reply: all text of a step up to a tool call, whatever number of texts the provider cuts it into. */
export class Reply {
  private readonly judge: Judge;
  private readonly options: ReplyOptions;
  /** Known as soon as the first character is: an object goes out whole, anything else by sentence. */
  private incoming: IncomingReply | undefined;
  /** What came before that, and the rest of a reply that is blank. */
  blank = '';
  /** The part that the rest is emitted as. */
  private piece: TextPart | undefined;
  private last = '';
  private cut = false;
  /** What has gone out. */
  released = '';
  /** The end of the text, held until the reply is decided. */
  ended: TextPart | undefined;

  constructor(judge: Judge, options: ReplyOptions) {
    this.judge = judge;
    this.options = options;
  }

  /** Another text begins. */
  goOn(): void {
    this.cut = true;
  }

  /** Takes a piece and gives what may go out. */
  push(part: TextPart): string {
    const { text = '' } = part.payload;
    if (text === '') return '';
    const joint = this.cut && needsJoint(this.last, text) ? JOINT : '';
    this.cut = false;
    this.piece ??= part;
    this.last = text;
    return this.take(`${joint}${text}`);
  }

  /** Decides the reply; the result's `release` goes out last. Undefined where there was nothing to decide. */
  async end(): Promise<Awaited<ReturnType<IncomingReply['finish']>> | undefined> {
    return this.incoming?.finish(undefined);
  }

  /** Text as a part of this reply; nothing where there is none. */
  partOf(text: string): readonly TextPart[] {
    return this.piece === undefined || text === '' ? [] : [{ ...this.piece, payload: { ...this.piece.payload, text } }];
  }

  private take(text: string): string {
    if (this.incoming === undefined) {
      this.blank += text;
      const [first] = this.blank.trimStart();
      if (first === undefined) return '';
      // Structured output is an object: Mastra wraps lists in one.
      this.incoming = (first === '{' ? structuredReply : plainReply)(this.judge, this.options);
      return this.give(this.incoming.push(this.blank));
    }
    return this.give(this.incoming.push(text));
  }

  private give(release: string): string {
    this.released += release;
    return release;
  }
}
