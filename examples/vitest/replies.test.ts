/**
 * Tests of a bot's replies. In this repository, after `npm run build`:
 *
 *   npx vitest run --root examples/vitest
 */
import { expect, it } from 'vitest';
import { describeFixtures } from 'replyguard/vitest/register';
import { bot } from './bot.ts';

it('the bot promises nothing that the shop does not keep', async () => {
  const question = '锅一打开就是裂的，怎么赔？';
  const reply = await bot(question);
  expect(reply).toPassReplyGuard({ context: { complaint: true, customer: question } });
  expect(reply).toHaveCommitment('full-refund');
});

it('the words that it must not use are found', () => {
  expect('给您三倍赔偿。').toHaveFinding('compensation');
  expect('退款24小时内到账。').toHaveFinding({ category: 'timeline', text: '24小时' });
});

// One test for each case of the file.
describeFixtures('replies.yml', { root: import.meta.dirname });
