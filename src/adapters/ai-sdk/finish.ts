import type { Protected } from '../../stream/outcome.ts';
import { KEY } from './prompt.ts';
import type { Finish, FinishReason, Tokens, Usage } from './types.ts';

/** What became of the replies of a call, under `providerMetadata.replyguard`: everything but the text. Plain JSON. */
export type ReplyguardMetadata = Omit<Protected, 'text'>;

/** How far an outcome is from what the model wrote, for a call with several replies. */
const GRAVITY: Readonly<Record<Protected['outcome'], number>> = {
  passed: 0,
  retried: 1,
  reported: 2,
  replaced: 3,
  'failed-open': 4,
  'failed-closed': 5,
};

/** The gravest of the outcomes of a call; `undefined` where it had no text. */
export function metadataOf(results: readonly Protected[]): ReplyguardMetadata | undefined {
  const [first, ...rest] = results;
  if (first === undefined) return undefined;
  const { outcome, report, attempts, error } = rest.reduce((worst, next) => (GRAVITY[next.outcome] > GRAVITY[worst.outcome] ? next : worst), first);
  return { outcome, report, attempts, ...(error === undefined ? {} : { error }) };
}

/** The end of a call, with what became of its replies and what its earlier attempts used. */
export function finished<End extends Finish>(end: End, results: readonly Protected[], earlier: readonly Usage[]): End {
  const metadata = metadataOf(results);
  if (metadata === undefined) return end;
  const { finishReason, usage, providerMetadata } = end;
  return {
    ...end,
    finishReason: metadata.outcome === 'failed-closed' ? filtered(finishReason) : finishReason,
    usage: earlier.reduce<Usage>(sumOf, usage),
    providerMetadata: { ...providerMetadata, [KEY]: metadata },
  };
}

/** Tools that were called must still be run: the SDK does so for this reason only. */
function filtered({ unified, raw }: FinishReason): FinishReason {
  return { unified: unified === 'tool-calls' ? unified : 'content-filter', raw };
}

function sumOf(sum: Usage, { inputTokens, outputTokens }: Usage): Usage {
  return { ...sum, inputTokens: added(sum.inputTokens, inputTokens), outputTokens: added(sum.outputTokens, outputTokens) };
}

function added(sum: Tokens, more: Tokens): Tokens {
  const total: Record<string, number | undefined> = { ...sum };
  for (const [kind, count] of Object.entries(more)) {
    if (count !== undefined) total[kind] = (total[kind] ?? 0) + count;
  }
  return total;
}
