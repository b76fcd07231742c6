import type { Protected, Regenerate } from '../../stream/outcome.ts';
import { joined } from '../shared/joint.ts';
import { metadataOf } from '../shared/metadata.ts';
import type { ReplyguardMetadata } from '../shared/metadata.ts';
import { plainReply, protectWhole, structuredReply } from '../shared/reply.ts';
import type { IncomingReply } from '../shared/reply.ts';
import { HeldEvents, isToolEvent, withDelta } from './events.ts';
import { textOf, withText } from './output.ts';
import { KEY } from './request.ts';
import type { Settings } from './response.ts';
import { isDone, isTextDelta } from './types.ts';
import type { ResponseDone, StreamedUsage, StreamEvent } from './types.ts';

/** How a streamed response ends: what goes out last. */
interface Ending<Event> {
  readonly events: readonly Event[];
  readonly result?: Protected;
}

/**
 * Decides, event by event, what of a streamed response goes out.
 *
 * @param again Asks the model again, after a reply that cannot be sent.
 * @param onResult Told what became of the reply.
 */
export async function* protectEvents<Event extends StreamEvent>(
  events: AsyncIterable<Event>,
  settings: Settings,
  again: (reply: string, feedback: string) => AsyncIterable<Event>,
  onResult: (result: ReplyguardMetadata) => void,
): AsyncGenerator<Event, void, undefined> {
  const { judge, options, structured } = settings;
  const incoming = structured ? structuredReply(judge, options) : plainReply(judge, options);
  const held = new HeldEvents<Event>(incoming);
  let ended: Ending<Event> | undefined;
  for await (const event of events) {
    if (ended !== undefined) {
      // After the end, some providers send the whole response once more, raw.
      if (!isAltered(ended.result, held.text) || isToolEvent(event)) yield event;
    } else if (isDone(event)) {
      ended = await endOf(event, held, incoming, settings, again);
      yield* ended.events;
    } else yield* held.add(event);
  }
  if (ended === undefined) {
    ended = await brokenOff(held, incoming);
    yield* ended.events;
  }
  const metadata = metadataOf(ended.result === undefined ? [] : [ended.result]);
  if (metadata !== undefined) onResult(metadata);
}

async function endOf<Event extends StreamEvent>(
  done: Event & ResponseDone,
  held: HeldEvents<Event>,
  incoming: IncomingReply,
  { judge, options, structured }: Settings,
  again: (reply: string, feedback: string) => AsyncIterable<Event>,
): Promise<Ending<Event>> {
  const text = textOf(done.response.output);
  if (text.trim() === '' && held.text.trim() === '') return { events: [...held.rest(), done] };
  if (held.text !== text && held.text.trim() !== '') {
    // What the model ends with is not what it streamed: each is judged by itself, and what was streamed may have been read.
    const { events } = await brokenOff(held, incoming);
    const result = await protectWhole(judge, text, structured, options, undefined);
    return { events: [...events, doneWith(done, result, [])], result };
  }
  const attempts: (readonly Event[])[] = [];
  const regenerate = retrying(text, attempts, again);
  // Some models stream no text at all.
  const { release, ...result } =
    held.text === text ? await incoming.finish(regenerate) : { release: '', ...(await protectWhole(judge, text, structured, options, regenerate)) };
  const last = attempts.at(-1);
  if (last !== undefined) return { events: attemptWith(last, result, usageOf([[done], ...attempts.slice(0, -1)])), result };
  const rest = result.text === text ? held.rest() : held.restWith(release);
  return { events: [...rest, doneWith(done, result, [])], result };
}

/** Without its last event a response is not used, but what was streamed of it may have been read. */
async function brokenOff<Event extends StreamEvent>(held: HeldEvents<Event>, incoming: IncomingReply): Promise<Ending<Event>> {
  if (held.text.trim() === '') return { events: held.rest() };
  const { release, ...result } = await incoming.finish(undefined);
  return { events: held.text === result.text ? held.rest() : held.restWith(release), result };
}

function retrying<Event extends StreamEvent>(
  text: string,
  attempts: (readonly Event[])[],
  again: (reply: string, feedback: string) => AsyncIterable<Event>,
): Regenerate {
  let refused = text;
  return async (feedback) => {
    const events: Event[] = [];
    for await (const event of again(refused, feedback)) events.push(event);
    attempts.push(events);
    const done = events.find(isDone);
    refused = done === undefined ? streamedText(events) : textOf(done.response.output);
    return refused;
  };
}

/** An attempt that was read to its end: as it came if it passed, with another text if not. */
function attemptWith<Event extends StreamEvent>(events: readonly Event[], result: Protected, earlier: readonly StreamedUsage[]): Event[] {
  const asItCame = streamedText(events) === result.text;
  let left = result.text;
  return events.flatMap((event): readonly Event[] => {
    if (event.type === 'response_started') return [];
    if (isDone(event)) return [doneWith(event, result, earlier)];
    if (asItCame) return [event];
    if (event.type === 'model') return isToolEvent(event) ? [event] : [];
    if (!isTextDelta(event)) return [event];
    const words = left;
    left = '';
    return words === '' ? [] : [withDelta(event, words)];
  });
}

/** The last event, with what was sent, what became of it, and what earlier attempts used. */
function doneWith<Event extends StreamEvent>(done: Event & ResponseDone, result: Protected, earlier: readonly StreamedUsage[]): Event {
  const { response } = done;
  const altered = textOf(response.output) !== result.text;
  const providerData = { ...(altered ? {} : response.providerData), [KEY]: metadataOf([result]) };
  const sent = { ...response, output: withText(response.output, result.text), usage: earlier.reduce(sumOf, response.usage), providerData };
  return altered ? { ...done, response: sent, providerData: undefined } : { ...done, response: sent };
}

function usageOf<Event extends StreamEvent>(attempts: readonly (readonly Event[])[]): StreamedUsage[] {
  return attempts.flatMap((events) => events.filter(isDone).map(({ response }) => response.usage));
}

function sumOf(sum: StreamedUsage, more: StreamedUsage): StreamedUsage {
  return {
    ...sum,
    requests: (sum.requests ?? 1) + (more.requests ?? 1),
    inputTokens: sum.inputTokens + more.inputTokens,
    outputTokens: sum.outputTokens + more.outputTokens,
    totalTokens: sum.totalTokens + more.totalTokens,
  };
}

/** What the pieces of a stream say, item by item. */
function streamedText(events: readonly StreamEvent[]): string {
  const texts = new Map<string | undefined, string>();
  for (const event of events) {
    if (isTextDelta(event)) texts.set(event.itemId, (texts.get(event.itemId) ?? '') + event.delta);
  }
  return joined([...texts.values()]);
}

function isAltered(result: Protected | undefined, text: string): boolean {
  return result !== undefined && (result.text !== text || result.attempts > 1);
}
