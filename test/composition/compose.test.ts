import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { compose, composed, decide } from '../../src/decision/index.ts';
import { createGuard } from '../../src/index.ts';

const damaged = decide({ issue: 'damaged', paid: 89, verification: 'confirmed' });

describe('compose', () => {
  it('soothes first, then says what was understood, the options with their times, and leaves the door open', () => {
    const reply = compose(damaged, { issue: 'damaged' });
    const order = ['抱歉', '破损', '补发', '全额退款89元', '3-5个工作日', '1-3个工作日', '随时'].map((words) => reply.indexOf(words));
    expect(order).toEqual([...order].sort((a, b) => a - b));
    expect(Math.min(...order)).toBeGreaterThanOrEqual(0);
  });

  it('says the same in English, with the policy’s own values', () => {
    const reply = compose(decide({ issue: 'damaged', paid: 89, verification: 'confirmed' }, 'us-store'), { policy: 'us-store', register: 'letter', customerName: 'Ms. Lee' });
    expect(reply).toContain('Dear Ms. Lee,');
    expect(reply).toContain('$89');
    expect(reply).toContain('5-10 business days');
    expect(reply).toContain('2-3 business days');
  });

  it('shows nothing private in public', () => {
    const reply = compose(damaged, { issue: 'damaged', channel: 'public', customerName: '王晓彤女士' });
    expect(reply).not.toMatch(/王|89|退款|补发/);
    expect(reply).toContain('抱歉');
  });

  it('gives the same reply for the same seed', () => {
    expect(compose(damaged, { seed: 7 })).toBe(compose(damaged, { seed: 7 }));
  });

  it('stands in for a reply that cannot be mended', () => {
    const given = { issue: 'damaged', paid: 89, verification: 'confirmed' } as const;
    const guard = createGuard({ policy: 'us-store' });
    const repair = guard.fix('If that review stays up, our lawyer will contact you.', { complaint: true }, { instead: composed(given) });
    expect(repair.instead).toBe(compose(decide(given, 'us-store'), { policy: 'us-store', issue: 'damaged' }));
    expect(guard.check(repair.instead ?? '', { complaint: true, paid: 89 }).findings).toEqual([]);
  });

  it.each(['zh', 'en'] as const)('reaches every variant of %s', (locale) => {
    const wording = parse(readFileSync(`rules/wording/${locale}.yml`, 'utf8')) as Record<string, Record<string, string[]>>;
    const replies = new Set<string>();
    for (let seed = 0; seed < 40; seed++) {
      for (const register of ['letter', 'chat'] as const) replies.add(compose(damaged, { locale, register, seed, issue: 'damaged' }));
    }
    const all = [...replies].join('\n');
    const { apology = {}, close = {} } = wording;
    for (const variant of [...Object.values(apology).flat(), ...Object.values(close).flat(), ...(wording['understood-damaged']?.both ?? [])]) {
      expect(all).toContain(variant);
    }
  });
});
