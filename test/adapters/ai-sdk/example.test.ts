import { expect, it } from 'vitest';
import { runExample } from '../run-example.ts';

it('the example shows four outcomes and a refund that was corrected', async () => {
  const { status, output, errors } = await runExample('examples/ai-sdk/main.ts');
  expect(`${status} ${errors}`).toMatch(/^0 /);
  const lines = output.trim().split('\n');
  expect(lines.map((line) => line.split(':')[0])).toEqual(['replace', 'retry', 'stream', 'outcome', 'refunded', 'throw']);
  expect(output).not.toContain('三倍');
  expect(lines[1]).toBe('retry: 非常抱歉给您带来不便！核实属实后可以为您办理全额退款。');
  expect(lines[3]).toBe('outcome: replaced');
  expect(lines[4]).toBe('refunded: 66.6');
  expect(lines[5]).toContain('compensation/multiple');
});
