import { expect, it } from 'vitest';
import { runExample } from '../run-example.ts';

it('the example shows a guarded model, a stream, a tripwire and a refund that was corrected', async () => {
  const { status, output, errors } = await runExample('examples/openai-agents/main.ts');
  expect(`${status} ${errors}`).toMatch(/^0 /);
  const lines = output.trim().split('\n');
  expect(lines.map((line) => line.split(':')[0])).toEqual([
    'replaced after 1',
    'replace',
    'retried after 2',
    'retry',
    'stream',
    'guardrail',
    'refunded',
  ]);
  expect(output).not.toContain('三倍');
  expect(lines.slice(-2)).toEqual(['guardrail: compensation/multiple', 'refunded: 66.6']);
});
