import type { Protected } from '../../stream/outcome.ts';
import { afterSaying } from '../shared/request.ts';
import type { Judge } from '../shared/request.ts';
import { finished } from './finish.ts';
import { joined } from '../shared/joint.ts';
import { protectWhole } from '../shared/reply.ts';
import type { ReplyOptions } from '../shared/reply.ts';
import { belongsToText, isText } from './types.ts';
import type { GenerateResult, Part, TextContent, Usage } from './types.ts';

/** How a call is judged. */
export interface Settings {
  readonly judge: Judge;
  readonly options: ReplyOptions;
  /** Whether the text is JSON for a program, by the request's response format. */
  readonly structured: boolean;
}

/**
 * Decides what is sent in the place of a generated result. Texts that stand side by side are one reply; a tool call, a file or
 * reasoning between them makes them two.
 *
 * @param again Asks the model again, after a reply that cannot be sent.
 */
export async function protectGenerated<Generated extends GenerateResult>(
  first: Generated,
  { judge: firstJudge, options, structured }: Settings,
  again: (reply: string, feedback: string) => PromiseLike<Generated>,
): Promise<Generated> {
  const results: Protected[] = [];
  const earlier: Usage[] = [];
  let content = first.content;
  let judge = firstJudge;
  let last = first;
  for (const texts of repliesOf(first.content)) {
    const text = joinedText(texts);
    let refused = text;
    const result = await protectWhole(judge, text, structured, options, async (feedback) => {
      earlier.push(last.usage);
      last = await again(refused, feedback);
      refused = joinedText(last.content.filter(isText));
      return refused;
    });
    if (result.attempts > 1) {
      return finished({ ...last, content: withText(last.content, last.content.filter(isText), result.text) }, [result], earlier);
    }
    results.push(result);
    content = withText(content, texts, result.text);
    judge = afterSaying(judge, result.text);
  }
  return finished({ ...first, content }, results, earlier);
}

/** The texts of a result, reply by reply; those that say nothing are none. */
function repliesOf(content: readonly Part[]): (readonly TextContent[])[] {
  const replies: TextContent[][] = [[]];
  for (const part of content) {
    if (isText(part)) replies.at(-1)!.push(part);
    else if (!belongsToText(part)) replies.push([]);
  }
  return replies.filter((texts) => joinedText(texts).trim() !== '');
}

function joinedText(texts: readonly TextContent[]): string {
  return joined(texts.map(({ text }) => text));
}

/** The parts as they came where nothing was changed; else with the text in the place of the first of those texts, and no other. */
function withText(content: readonly Part[], texts: readonly TextContent[], text: string): readonly Part[] {
  if (joinedText(texts) === text) return content;
  const [first, ...rest] = texts;
  const sent: TextContent = { ...first, type: 'text', text };
  if (first === undefined) return [...content, sent];
  const gone = new Set<Part>(rest);
  return content.flatMap((part) => (part === first ? [sent] : gone.has(part) ? [] : [part]));
}
