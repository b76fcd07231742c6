import { readContext } from '../context/index.ts';
import type { Context } from '../context/index.ts';
import type { Guard } from '../guard.ts';
import type { ProtectOptions, Regenerate } from './outcome.ts';
import { protectStream } from './protect-stream.ts';
import type { StreamResult } from './protect-stream.ts';

/** How a transform protects. */
export interface TransformOptions extends ProtectOptions {
  /** Asks for another reply under `retry`; without it, `retry` is as `replace`. */
  readonly regenerate?: Regenerate;
  /** Told what became of the reply, when the last of it has gone out. */
  readonly onResult?: (result: StreamResult) => void;
}

/**
 * Protects a reply on its way through web streams: `model.pipeThrough(protectTransform(guard, context))`. Under `throw`
 * the readable side fails with a `ViolationError`.
 *
 * @throws InputError if an option is wrong. ContextError if the context is: at once, since nobody sees the outcome of a stream that fails closed.
 */
export function protectTransform(guard: Guard, context?: Context, options: TransformOptions = {}): TransformStream<string, string> {
  readContext(context);
  const { regenerate, onResult, ...rest } = options;
  const stream = protectStream(guard, context, rest);
  return new TransformStream<string, string>({
    transform(delta, controller) {
      const text = stream.push(delta);
      if (text !== '') controller.enqueue(text);
    },
    async flush(controller) {
      const result = await stream.finish(regenerate);
      if (result.release !== '') controller.enqueue(result.release);
      onResult?.(result);
    },
  });
}
