import type { Protected, Regenerate } from '../../stream/outcome.ts';
import { ViolationError } from '../../stream/violation.ts';
import { afterSaying } from '../shared/request.ts';
import type { Judge } from '../shared/request.ts';
import { streamFrom } from '../shared/web-stream.ts';
import type { WebController, WebReader, WebSource, WebStream } from '../shared/web-stream.ts';
import { finished } from './finish.ts';
import type { Settings } from './generate.ts';
import { textOf, withText } from './parts.ts';
import { plainReply, structuredReply } from '../shared/reply.ts';
import { StreamedReply } from './streamed-reply.ts';
import { belongsToText, isFinish, isTextDelta, isTextMark } from './types.ts';
import type { FinishPart, Part, StreamResult, Usage } from './types.ts';

/** Asks the model again, after a reply that cannot be sent. */
type Again = (reply: string, feedback: string) => PromiseLike<StreamResult>;

/**
 * Decides, part by part, what of a model's stream goes out. Reads on only when somebody reads; whoever stops reading stops the model.
 * Where the stream breaks off with an error, text that was still held back is not sent.
 */
export function protectStreamed(stream: WebStream<Part>, settings: Settings, again: Again): WebStream<Part> {
  return streamFrom(new Step(stream.getReader(), settings, again));
}

class Step implements WebSource<Part> {
  private reader: WebReader<Part>;
  private readonly settings: Settings;
  private readonly again: Again;
  private judge: Judge;
  /** Replies that have begun and not ended, oldest first; more than one only where a model writes several texts at once. */
  private live: StreamedReply[] = [];
  private readonly replyOf = new Map<string, StreamedReply>();
  private readonly results: Protected[] = [];
  /** What attempts used whose replies were not sent. */
  private readonly earlier: Usage[] = [];
  /** Raw parts that came since the last text: they may hold the beginning of the next one. */
  private raw: Part[] = [];
  private ready: Part[] = [];
  /** Whether something went out beside which another reply cannot stand. */
  private sent = false;
  private altered = false;
  private finish: FinishPart | undefined;
  private done = false;
  private cancelled = false;

  constructor(reader: WebReader<Part>, settings: Settings, again: Again) {
    this.reader = reader;
    this.settings = settings;
    this.again = again;
    this.judge = settings.judge;
  }

  async pull(controller: WebController<Part>): Promise<void> {
    try {
      while (this.ready.length === 0 && !this.done) await this.advance();
    } catch (error) {
      // The model need not go on; what was wrong is what counts, not whether it could be stopped.
      await this.cancel(error).catch(() => undefined);
      if (!(error instanceof ViolationError)) throw error;
      this.ready.push(errorPart(error));
      this.done = true;
    }
    for (const part of this.ready.splice(0)) controller.enqueue(part);
    if (this.done) controller.close();
  }

  cancel(reason?: unknown): Promise<void> {
    this.cancelled = true;
    return this.reader.cancel(reason);
  }

  private async advance(): Promise<void> {
    const next = await this.reader.read();
    if (!next.done) return this.take(next.value);
    await this.endReplies();
    this.sendRaw();
    this.done = true;
  }

  private async take(part: Part): Promise<void> {
    if (part.type === 'raw') this.raw.push(part);
    else if (isTextDelta(part) || isTextMark(part)) this.takeText(part);
    else if (belongsToText(part) || (this.live.some(({ isOpen }) => isOpen) && !endsAll(part))) this.takeBeside(part);
    else await this.takeOther(part);
  }

  private takeText(part: Part & { readonly id: string }): void {
    const reply = this.replyFor(part);
    for (const raw of this.raw.splice(0)) reply.add(raw);
    this.send(reply.add(part));
  }

  /** The reply that a text belongs to: its own; for a new one the last, unless that is still being written. */
  private replyFor({ type, id }: Part & { readonly id: string }): StreamedReply {
    const known = this.replyOf.get(id);
    const last = this.live.at(-1);
    if (known !== undefined && this.live.includes(known) && (type !== 'text-start' || known === last)) return known;
    const reply = last === undefined || last.isOpen ? this.begin() : last;
    this.replyOf.set(id, reply);
    return reply;
  }

  private begin(): StreamedReply {
    const { options, structured } = this.settings;
    const reply = new StreamedReply(structured ? structuredReply(this.judge, options) : plainReply(this.judge, options));
    this.live.push(reply);
    return reply;
  }

  /** A part that does not end the text before it: it waits behind what is held of it. */
  private takeBeside(part: Part): void {
    const holder = this.live.filter(({ holds }) => holds).at(-1);
    this.send(holder === undefined ? [part] : holder.add(part));
  }

  private async takeOther(part: Part): Promise<void> {
    if (isFinish(part)) this.finish = part;
    await this.endReplies();
    if (this.done) return;
    this.sendRaw();
    this.send([isFinish(part) ? finished(part, this.results, this.earlier) : part]);
  }

  private async endReplies(): Promise<void> {
    const replies = this.live.splice(0);
    for (const reply of replies) {
      const attempts: Part[][] = [];
      const alone = !this.sent && replies.length === 1;
      const { parts, result } = await reply.finish(alone ? this.regenerate(reply.text, attempts) : undefined);
      const last = attempts.at(-1);
      if (result !== undefined && last !== undefined) {
        this.sendAttempt(last, result);
        return;
      }
      if (result !== undefined) {
        this.results.push(result);
        this.altered ||= result.text !== reply.text;
        this.judge = afterSaying(this.judge, result.text);
      }
      this.send(parts);
    }
  }

  private regenerate(text: string, attempts: Part[][]): Regenerate {
    let refused = text;
    return async (feedback) => {
      const rest = await this.readAll();
      const usage = (this.finish ?? rest.find(isFinish))?.usage;
      this.finish = undefined;
      if (usage !== undefined) this.earlier.push(usage);
      const { stream } = await this.again(refused, feedback);
      this.reader = stream.getReader();
      // Nobody waits for an attempt that was asked for just before.
      if (this.cancelled) await this.reader.cancel();
      const parts = await this.readAll();
      attempts.push(parts);
      this.finish = parts.find(isFinish);
      refused = textOf(parts);
      return refused;
    };
  }

  private async readAll(): Promise<Part[]> {
    const parts: Part[] = [];
    for (;;) {
      const next = await this.reader.read();
      if (next.done) return parts;
      parts.push(next.value);
    }
  }

  /** Sends an attempt that was read to its end: as it came if it passed, with another text if not. */
  private sendAttempt(parts: readonly Part[], result: Protected): void {
    const whole = textOf(parts) === result.text ? parts : withText(parts, result.text);
    const rest = whole.filter(({ type }) => type !== 'stream-start');
    this.raw = [];
    this.send(rest.map((part) => (isFinish(part) ? finished(part, [result], this.earlier) : part)));
    this.done = true;
  }

  private sendRaw(): void {
    const raw = this.raw.splice(0);
    if (!this.altered) this.send(raw);
  }

  private send(parts: readonly Part[]): void {
    this.sent ||= parts.some((part) => !isQuiet(part));
    this.ready.push(...parts);
  }
}

/**
 * An error as the SDK has it in streams: it reaches `onError`, and pages as "an error occurred". A stream that fails outright would be
 * an unhandled rejection where the SDK pipes it into a response, and that stops the server.
 */
function errorPart(error: unknown): Part & { readonly error: unknown } {
  return { type: 'error', error };
}

/** Whether a part ends whatever was being written. */
function endsAll(part: Part): boolean {
  return isFinish(part) || part.type === 'error';
}

/** Whether a part says nothing to the customer and asks nobody to do anything. */
function isQuiet(part: Part): boolean {
  return part.type.startsWith('reasoning') || (belongsToText(part) && part.type !== 'source');
}
