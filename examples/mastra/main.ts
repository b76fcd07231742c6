/**
 * A Mastra agent whose model promises too much, protected. Needs no network:
 *
 *   npm run example examples/mastra/main.ts
 */
import { Agent } from '@mastra/core/agent';
import { RequestContext } from '@mastra/core/request-context';
import { createGuard } from 'replyguard';
import { replyguardProcessor } from 'replyguard/mastra';
import type { MastraOptions } from 'replyguard/mastra';
import { scripted } from './model.ts';

const guard = createGuard();
const answers = ['给您三倍赔偿，请您放心。', '非常抱歉给您带来不便！核实属实后可以为您办理全额退款。'];

function agent(onViolation: MastraOptions['onViolation'] & string) {
  return new Agent({
    id: 'service',
    name: 'service',
    instructions: 'You answer the customers of a shop.',
    model: scripted(answers),
    outputProcessors: [replyguardProcessor({ guard, onViolation })],
    maxProcessorRetries: 2,
  });
}

// What the shop knows of this request.
const requestContext = new RequestContext();
requestContext.set('replyguard', { complaint: true, apologized: true });

for (const outcome of ['replace', 'retry', 'throw'] as const) {
  const stream = await agent(outcome).stream('锅一打开就是裂的，怎么赔？', { requestContext });
  let shown = '';
  for await (const part of stream.fullStream) if (part.type === 'text-delta') shown += part.payload.text;
  console.log(`${outcome}: ${shown}`);
  if (stream.tripwire !== undefined) console.log(`tripwire: ${stream.tripwire.reason}`);
}
