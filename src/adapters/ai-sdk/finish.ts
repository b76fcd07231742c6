import type { Protected } from '../../stream/outcome.ts';
import { metadataOf } from '../shared/metadata.ts';
import { KEY } from './prompt.ts';
import type { Finish, FinishReason, Tokens, Usage } from './types.ts';

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
