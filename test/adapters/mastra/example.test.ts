import { expect, it } from 'vitest';
import { runExample } from '../run-example.ts';

it('the example shows three protected replies', async () => {
  const { status, output } = await runExample('examples/mastra/main.ts');
  expect(status).toBe(0);
  const lines = output.trim().split('\n');
  expect(lines.map((line) => line.split(':')[0])).toEqual(['replace', 'retry', 'throw', 'tripwire']);
  expect(output).not.toContain('三倍');
  expect(lines[1]).toBe('retry: 非常抱歉给您带来不便！核实属实后可以为您办理全额退款。');
  expect(lines[3]).toContain('compensation/multiple');
});
