import { expect, test } from 'vitest';
import { replyguard } from './run.ts';

test('what was paid and what the return costs can be said in options', async () => {
  const over = ['check', '--reader', 'rules', '--format', 'jsonl', '我们退您100元'];
  const rulesOf = async (...flags: string[]): Promise<unknown[]> => {
    const { json } = await replyguard([...over, ...flags]);
    return (json()[0] as { findings: { rule: string }[] }).findings.map(({ rule }) => rule);
  };
  expect(await rulesOf('--paid', '59')).toContain('compensation/over-paid');
  expect(await rulesOf('--paid', '100')).not.toContain('compensation/over-paid');
  const freight = async (...flags: string[]): Promise<number | null> => (await replyguard(['check', '--reader', 'rules', '我给您转账15元作为补偿', ...flags])).status;
  expect(await freight()).toBe(1);
  expect(await freight('--return-freight', '15.5')).toBe(0);
  expect((await replyguard(['check', '--paid', 'much', '您好'])).err).toContain('expected a number of 0 or more');
});
