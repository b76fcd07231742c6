import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { compose, decide } from '../../src/decision/index.ts';
import { createGuard } from '../../src/index.ts';

const theCase = { issue: 'damaged', paid: 89, verification: 'confirmed', stock: 'in', ask: { remedy: 'compensation', amount: 300 } } as const;

/** A page without comment signs and line breaks, so that what it quotes can be found. */
function read(file: string, gap: string): string {
  return readFileSync(file, 'utf8').replaceAll(/\n(?:\/\/ )?/g, gap);
}

describe('what the READMEs walk through', () => {
  it.each([
    ['README.md', 'us-store', ' ', 1, 'Sorry, we can offer you a coupon of $10.', 'Hi Anna, FedEx dropped it, no doubt. Your refund will be on your card within 24 hours, please check the app.'],
    ['README.zh-CN.md', 'default', '', 0, '抱歉，可以为您换货。', '亲，您的杯子肯定是快递摔的，退款24小时内到账，请留意短信哦~'],
  ] as const)('is what happens: %s', (file, policy, gap, seed, other, bad) => {
    const page = read(file, gap);
    const guard = createGuard({ policy });
    const decision = decide(theCase, policy);
    expect(decision).toMatchObject({ action: 'decline', offers: [{ remedy: 'resend' }, { remedy: 'full-refund', amount: 89 }] });
    for (const { rule, source } of decision.because) expect(page).toContain(`${rule} [${source}]`);

    const reply = compose(decision, { policy, issue: 'damaged', seed });
    const sentences = reply.split(policy === 'default' ? '。' : '. ');
    expect(sentences.slice(0, 2).every((sentence) => page.includes(sentence))).toBe(true);
    expect(guard.check(reply, { complaint: true, paid: 89, decision }).findings).toEqual([]);

    expect(page).toContain(other);
    expect(guard.check(other, { decision }).findings[0]?.rule).toBe('compensation/other-than-decided');

    expect(page).toContain(bad);
    expect(page).toContain(guard.fix(bad, { complaint: true }).reply);
  });
});
