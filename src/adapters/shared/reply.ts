import { protectReply } from '../../stream/outcome.ts';
import type { Protected, ProtectOptions, Regenerate } from '../../stream/outcome.ts';
import { protectPieces } from '../../stream/protect-stream.ts';
import { fieldsGuard } from './fields-guard.ts';
import type { FieldsOptions } from './fields-guard.ts';
import type { Judge } from './request.ts';

/** A reply that comes in pieces. */
export interface IncomingReply {
  /** Takes the next piece and gives what may go out: the reply's own words, from where the last release ended. */
  push(delta: string): string;
  /** Ends the reply; the result's `release` goes out last. */
  finish(regenerate: Regenerate | undefined): Promise<Protected & { readonly release: string }>;
}

/** How replies are protected, structured ones too. */
export type ReplyOptions = ProtectOptions & FieldsOptions;

/** A reply in plain text: goes out sentence by sentence. */
export function plainReply({ guard, context }: Judge, options: ReplyOptions): IncomingReply {
  return protectPieces(guard, context, options);
}

/** A reply in JSON: cannot be read before it is complete, so it goes out whole, however long it is. */
export function structuredReply(judge: Judge, options: ReplyOptions): IncomingReply {
  let text = '';
  const passes = options.onViolation === 'report';
  return {
    push(delta) {
      text += delta;
      return passes ? delta : '';
    },
    async finish(regenerate) {
      const result = await protectWhole(judge, text, true, options, regenerate);
      return { ...result, release: passes ? '' : result.text };
    },
  };
}

/** Decides on a whole reply. */
export function protectWhole(
  { guard, context }: Judge,
  text: string,
  structured: boolean,
  options: ReplyOptions,
  regenerate: Regenerate | undefined,
): Promise<Protected> {
  return protectReply(structured ? fieldsGuard(guard, options) : guard, text, context, options, regenerate);
}
