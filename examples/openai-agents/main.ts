/**
 * The OpenAI Agents SDK with a model that promises too much, protected. Needs no network:
 *
 *   npm run example examples/openai-agents/main.ts
 *
 * or, after `npm run build`, `npx tsx examples/openai-agents/main.ts`.
 */
import { Agent, OutputGuardrailTripwireTriggered, Runner, tool } from '@openai/agents';
import { assistantMessage, functionCall, ScriptedModel } from '@openai/agents/testing';
import { createGuard } from 'replyguard';
import { replyguardGuardrail, replyguardModel, replyguardToolGuardrail } from 'replyguard/openai-agents';
import { z } from 'zod';

const guard = createGuard({ policy: 'default' });
const runner = new Runner({ tracingDisabled: true });
const careless = '非常抱歉给您带来不便！这次给您三倍赔偿，请您放心。';
const careful = '非常抱歉给您带来不便！核实属实后可以为您办理全额退款。';
const question = '锅一打开就是裂的，怎么赔？';

// 1. A guarded model: whole replies, mended or written anew by the model.
for (const onViolation of ['replace', 'retry'] as const) {
  const model = replyguardModel(new ScriptedModel([[assistantMessage(careless)], [assistantMessage(careful)]]), {
    guard,
    onViolation,
    context: { complaint: true },
    onResult: ({ outcome, attempts }) => console.log(`${outcome} after ${attempts}`),
  });
  const { finalOutput } = await runner.run(new Agent({ name: 'service', model }), question);
  console.log(`${onViolation}: ${finalOutput}`);
}

// 2. The same in a stream: the bad sentence never leaves.
const streaming = replyguardModel(new ScriptedModel([[assistantMessage(careless)]]), { guard });
const stream = await runner.run(new Agent({ name: 'service', model: streaming }), question, { stream: true });
let seen = '';
for await (const delta of stream.toTextStream()) seen += delta;
console.log(`stream: ${seen}`);

// 3. The SDK's own hook: stops the run, but in a stream only after the customer has read it all.
try {
  const agent = new Agent({ name: 'service', model: new ScriptedModel([[assistantMessage(careless)]]), outputGuardrails: [replyguardGuardrail({ guard })] });
  await runner.run(agent, question);
} catch (error) {
  if (error instanceof OutputGuardrailTripwireTriggered) console.log(`guardrail: ${error.result.output.outputInfo.findings[0].rule}`);
}

// 4. A tool that pays: the call is not carried out, and the model is told what to change.
const issueRefund = tool({
  name: 'issueRefund',
  description: 'Pays money back',
  parameters: z.object({ amount: z.number() }),
  execute: ({ amount }) => {
    console.log(`refunded: ${amount}`);
    return 'done';
  },
  inputGuardrails: [
    replyguardToolGuardrail({
      guard,
      tools: { issueRefund: { amounts: [{ field: 'amount', kind: 'refund' }] } },
      context: { paid: 66.6 },
    }),
  ],
});
const calls = [200, 66.6].map((amount) => [functionCall('issueRefund', { amount }, { callId: `call-${amount}` })]);
const model = replyguardModel(new ScriptedModel([...calls, [assistantMessage(careful)]]), { guard });
await runner.run(new Agent({ name: 'service', model, tools: [issueRefund] }), question);
