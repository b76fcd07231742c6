/**
 * The AI SDK with a model that promises too much, protected. Needs no network:
 *
 *   npm run example examples/ai-sdk/main.ts
 *
 * or, after `npm run build`, `npx tsx examples/ai-sdk/main.ts`.
 */
import { generateText, stepCountIs, streamText, tool, wrapLanguageModel } from 'ai';
import { createGuard, looksLikeComplaint } from 'replyguard';
import { replyguardMiddleware } from 'replyguard/ai-sdk';
import type { MiddlewareOptions } from 'replyguard/ai-sdk';
import { assertToolCall } from 'replyguard/tool-calls';
import { z } from 'zod';
import { scripted } from './model.ts';
import type { Answer } from './model.ts';

const guard = createGuard({ policy: 'default' });
const careless = '非常抱歉给您带来不便！这次给您三倍赔偿，请您放心。';
const careful = '非常抱歉给您带来不便！核实属实后可以为您办理全额退款。';
const question = { messages: [{ role: 'user', content: '锅一打开就是裂的，怎么赔？' }] } as const;

function protectedModel(onViolation: NonNullable<MiddlewareOptions['onViolation']>, ...answers: readonly Answer[]) {
  const context: MiddlewareOptions['context'] = (_request, { customer }) => ({ complaint: looksLikeComplaint(customer ?? '') });
  return wrapLanguageModel({ model: scripted(...answers), middleware: replyguardMiddleware({ guard, onViolation, context }) });
}

// 1. Whole replies: mended, or written anew by the model.
for (const outcome of ['replace', 'retry'] as const) {
  const result = await generateText({ model: protectedModel(outcome, careless, careful), messages: [...question.messages] });
  console.log(`${outcome}: ${result.text}`);
}

// 2. A stream: clean sentences leave as they come, the bad one never does.
const stream = streamText({ model: protectedModel('replace', careless), messages: [...question.messages] });
const seen: string[] = [];
for await (const delta of stream.textStream) seen.push(delta);
console.log(`stream: ${seen.join('')}`);
const { outcome } = (await stream.providerMetadata)?.['replyguard'] as { outcome: string };
console.log(`outcome: ${outcome}`);

// 3. A tool loop: the model may not pay more than the customer did; it is told, and calls again.
const issueRefund = tool({
  inputSchema: z.object({ amount: z.number() }),
  execute: async (input) => {
    const tools = { issueRefund: { amounts: [{ field: 'amount', kind: 'refund' }] } } as const;
    assertToolCall(guard, { name: 'issueRefund', arguments: input }, { tools, context: { paid: 66.6 } });
    console.log(`refunded: ${input.amount}`);
    return 'done';
  },
});
const calls = [200, 66.6].map((amount) => ({ toolName: 'issueRefund', input: { amount } }));
await generateText({
  model: protectedModel('replace', ...calls, careful),
  messages: [...question.messages],
  tools: { issueRefund },
  stopWhen: stepCountIs(3),
});

// 4. Under `throw` the error reaches you, and names rules, not customers.
try {
  await generateText({ model: protectedModel('throw', careless), messages: [...question.messages] });
} catch (error) {
  console.log(`throw: ${String(error)}`);
}
