import { JOINT, needsJoint } from '../shared/joint.ts';
import type { Judge } from '../shared/request.ts';
import { protectStream } from '../../stream/protect-stream.ts';
import type { ProtectedStream, StreamResult } from '../../stream/protect-stream.ts';
import type { ProtectOptions } from '../../stream/outcome.ts';
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
  private readonly protection: ProtectedStream;
  /** The part that the rest is emitted as. */
  private piece: TextPart | undefined;
  private last = '';
  private cut = false;
  /** The end of the text, held until the reply is decided. */
  ended: TextPart | undefined;

  constructor({ guard, context }: Judge, options: ProtectOptions) {
    this.protection = protectStream(guard, context, options);
  }

  get released(): string {
    return this.protection.released;
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
    return this.protection.push(`${joint}${text}`);
  }

  end(): StreamResult {
    return this.protection.end();
  }

  /** Text as a part of this reply; nothing where there is none. */
  partOf(text: string): readonly TextPart[] {
    return this.piece === undefined || text === '' ? [] : [{ ...this.piece, payload: { ...this.piece.payload, text } }];
  }
}
