/**
 * A LangChain agent whose model promises too much, protected. Needs no network:
 *
 *   npm run example examples/langchain/main.ts
 */
import { AIMessage, HumanMessage } from '@langchain/core/messages';
import { createAgent, createMiddleware, fakeModel } from 'langchain';
import { createGuard } from 'replyguard';
import { replyguardMiddleware } from 'replyguard/langchain';
import type { LangChainOptions } from 'replyguard/langchain';

const guard = createGuard();

/** In place of a real model. */
const answers = ['非常抱歉给您带来不便！这次给您三倍赔偿，请您放心。', '非常抱歉给您带来不便！核实属实后可以为您办理全额退款。'];
const model = () => answers.reduce((script, answer) => script.respond(new AIMessage(answer)), fakeModel());

function agent(onViolation: LangChainOptions['onViolation'] & string) {
  return createAgent({
    model: model(),
    tools: [],
    middleware: [createMiddleware(replyguardMiddleware({ guard, onViolation, context: { complaint: true } }))],
  });
}

const messages = [new HumanMessage('锅一打开就是裂的，怎么赔？')];

for (const outcome of ['replace', 'retry'] as const) {
  const result = await agent(outcome).invoke({ messages });
  console.log(`${outcome}: ${result.messages.at(-1)?.text}`);
}

try {
  await agent('throw').invoke({ messages });
} catch (error) {
  console.log(`throw: ${String(error)}`);
}

// What a stream shows: the text leaves after it was decided, as one message.
const stream = await agent('replace').stream({ messages }, { streamMode: 'messages' });
for await (const [message] of stream) console.log(`stream: ${message.text}`);
