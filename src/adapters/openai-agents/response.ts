import type { ReplyguardMetadata } from '../shared/metadata.ts';
import { metadataOf } from '../shared/metadata.ts';
import type { AdapterOptions } from '../shared/options.ts';
import { protectWhole } from '../shared/reply.ts';
import type { ReplyOptions } from '../shared/reply.ts';
import type { Judge } from '../shared/request.ts';
import { textOf, withText } from './output.ts';
import { KEY } from './request.ts';
import type { ModelRequest, ModelResponse } from './types.ts';

/** How a wrapped model works. */
export interface ModelOptions extends AdapterOptions<ModelRequest>, ReplyOptions {
  /** Told what became of each reply, e.g. for a log. Default: nobody. */
  readonly onResult?: (result: ReplyguardMetadata, request: ModelRequest) => void;
}

/** How a call is judged. */
export interface Settings {
  readonly judge: Judge;
  readonly options: ModelOptions;
  /** Whether the text is JSON for a program. */
  readonly structured: boolean;
}

/**
 * Decides what is sent in the place of a response.
 *
 * @param again Asks the model again, after a reply that cannot be sent.
 */
export async function protectResponse<Response extends ModelResponse>(
  first: Response,
  { judge, options, structured }: Settings,
  again: (reply: string, feedback: string) => Promise<Response>,
): Promise<{ readonly response: Response; readonly metadata?: ReplyguardMetadata }> {
  const text = textOf(first.output);
  if (text.trim() === '') return { response: first };
  let refused = text;
  let last = first;
  const result = await protectWhole(judge, text, structured, options, async (feedback) => {
    const next = await again(refused, feedback);
    next.usage.add(last.usage);
    last = next;
    refused = textOf(last.output);
    return refused;
  });
  const metadata = metadataOf([result]);
  const response = { ...last, output: withText(last.output, result.text), providerData: { ...last.providerData, [KEY]: metadata } };
  return { response, ...(metadata === undefined ? {} : { metadata }) };
}
