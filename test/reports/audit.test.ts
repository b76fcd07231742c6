import { expect, test } from 'vitest';
import { audit, BAD, GOOD, read, write } from '../cli/audit/run.ts';

test('an audit leaves a page beside its tables', async () => {
  write('chats.csv', `客服,日期,客服回复\n小王,2026-11-01,${BAD}\n小李,2026-11-02,${GOOD}\n`);
  const { status } = await audit('chats.csv', '--out', 'result', '--threads', '1');
  expect(status).toBe(1);
  const page = read('result/report.html');
  expect(page).toContain('Audit of replies');
  expect(page).toContain('data-agent="小王"');
});
