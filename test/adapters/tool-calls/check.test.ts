import { describe, expect, it } from 'vitest';
import { checkToolCall } from '../../../src/adapters/tool-calls/index.ts';
import type { AmountField, MoneyUnit, ToolCallOptions, ToolCallReport } from '../../../src/adapters/tool-calls/index.ts';
import { decide } from '../../../src/decision/index.ts';
import { ContextError, createGuard } from '../../../src/index.ts';
import type { Context } from '../../../src/index.ts';
import { ADAPTER_CASES, contextOf, findingsOf, guard } from '../table.ts';

const american = createGuard({ policy: 'us-store' });

/** Checks a call of one tool with one amount. */
function pay(field: Omit<AmountField, 'field'>, amount: unknown, context: Context = {}, more: Partial<ToolCallOptions> = {}): ToolCallReport {
  const tools = { pay: { amounts: [{ field: 'amount', ...field }] } };
  return checkToolCall(guard, { name: 'pay', arguments: { amount } }, { tools, context, ...more });
}

describe('texts of a tool call', () => {
  it.each(ADAPTER_CASES)('$id: the findings of a plain check', (given) => {
    const tools = { send_reply: { text: 'message.body' } };
    const call = { name: 'send_reply', arguments: JSON.stringify({ to: 'c-17', message: { body: given.reply } }) };
    const { findings } = checkToolCall(guard, call, { tools, context: contextOf(given) });
    expect(findings.map((finding) => finding.about === 'text' && finding.finding)).toEqual(findingsOf(given));
    expect(findings.every(({ path }) => path === 'message.body')).toBe(true);
  });

  it('checks every entry of a list and every path', () => {
    const tools = { send: { text: ['subject', 'lines'] } };
    const call = { name: 'send', arguments: { subject: '给您三倍赔偿。', lines: ['您好。', '退款24小时内到账。'] } };
    const { findings, verdict } = checkToolCall(guard, call, { tools });
    expect(findings.map(({ path }) => path)).toEqual(['subject', 'lines[1]']);
    expect(verdict).toBe('block');
  });

  it('knows no arguments but those that were given', () => {
    expect(checkToolCall(guard, { name: 'send', arguments: {} }, { tools: { send: { text: 'constructor' } } }).findings).toEqual([]);
  });

  it('does not take a text that is none for a good one', () => {
    const { findings, verdict } = checkToolCall(guard, { name: 'send', arguments: { text: { html: '给您三倍赔偿' } } }, { tools: { send: { text: 'text' } } });
    expect(findings).toMatchObject([{ about: 'shape', path: 'text', severity: 'block' }]);
    expect(verdict).toBe('block');
  });
});

describe('amounts of a tool call', () => {
  it.each<[string, Omit<AmountField, 'field'>, number, number, Context]>([
    ['a refund up to what was paid', { kind: 'refund' }, 100, 100.01, { paid: 100 }],
    ['a partial refund up to the share of the front line', { kind: 'partial-refund' }, 30, 30.01, { paid: 100 }],
    ['a partial refund of a senior up to what was paid', { kind: 'partial-refund' }, 100, 101, { paid: 100, tier: 'senior' }],
    ['a coupon', { kind: 'coupon' }, 20, 20.5, {}],
    ['a coupon of a senior', { kind: 'coupon' }, 60, 61, { tier: 'senior' }],
    ['goodwill', { kind: 'goodwill' }, 12, 13, {}],
    ['goodwill up to the freight of the case', { kind: 'goodwill' }, 18, 19, { returnFreight: 18 }],
    ['a multiple', { kind: 'multiple' }, 1, 3, {}],
    ['minor units', { kind: 'refund', unit: 'minor' }, 10_000, 10_001, { paid: 100 }],
  ])('%s', (_what, field, within, beyond, context) => {
    expect(pay(field, within, context)).toMatchObject({ verdict: 'pass', findings: [] });
    expect(pay(field, beyond, context)).toMatchObject({
      verdict: 'block',
      findings: [{ about: 'amount', kind: field.kind, problem: 'over-limit', path: 'amount', severity: 'block' }],
    });
  });

  it('names what was given and the limit in hundredths', () => {
    const [finding] = pay({ kind: 'coupon' }, '50.00').findings;
    expect(finding).toMatchObject({ offered: { minor: 5000, currency: 'CNY' }, cap: { minor: 2000, currency: 'CNY' }, message: '优惠券50元超过上限20元。' });
  });

  it('counts minor units by the currency: a yen has no hundredths', () => {
    const shop = createGuard({ policy: { extends: 'default', currency: 'JPY', caps: { coupon: 500, goodwill: { amount: 300, ceiling: null } }, lowValue: 800 } });
    const tools = { give: { amounts: [{ field: 'value', kind: 'coupon', unit: 'minor' }] } } as const;
    const give = (value: number): string => checkToolCall(shop, { name: 'give', arguments: { value } }, { tools }).verdict;
    expect(give(500)).toBe('pass');
    expect(give(501)).toBe('block');
  });

  it('counts amounts of one kind together, and what was given before', () => {
    const tools = { give: { amounts: [{ field: 'coupons.value', kind: 'coupon' }] } } as const;
    const call = { name: 'give', arguments: { coupons: [{ value: 15 }, { value: 4 }] } };
    expect(checkToolCall(guard, call, { tools }).verdict).toBe('pass');
    expect(checkToolCall(guard, call, { tools, given: { coupon: 5 } }).findings).toMatchObject([{ offered: { minor: 2400 }, path: 'coupons[1].value' }]);
    expect(pay({ kind: 'refund' }, 60, { paid: 100 }, { given: { refund: 60 } }).verdict).toBe('block');
  });

  it.each<[string, unknown, MoneyUnit]>([
    ['a negative amount', -5, 'decimal'],
    ['no number', 'all of it', 'decimal'],
    ['an empty text', '', 'decimal'],
    ['not a number', Number.NaN, 'decimal'],
    ['an infinite amount', Number.POSITIVE_INFINITY, 'decimal'],
    ['a sum in another notation', '1e3', 'decimal'],
    ['a fraction of a minor unit', 10.5, 'minor'],
    ['an object', { value: 5 }, 'decimal'],
    ['nothing', undefined, 'decimal'],
    ['null', null, 'decimal'],
  ])('blocks %s', (_what, amount, unit) => {
    expect(pay({ kind: 'refund', unit }, amount, { paid: 100 })).toMatchObject({ verdict: 'block', findings: [{ about: 'shape' }] });
  });

  it('lets a call leave out what is optional', () => {
    expect(pay({ kind: 'refund', optional: true }, undefined, { paid: 100 }).findings).toEqual([]);
  });

  it('warns where amounts cannot be compared', () => {
    expect(pay({ kind: 'refund' }, 10).findings).toMatchObject([{ problem: 'paid-unknown', severity: 'warn' }]);
    expect(pay({ kind: 'coupon', currency: 'USD' }, 10).findings).toMatchObject([{ problem: 'other-currency', severity: 'warn' }]);
    const tools = { pay: { amounts: [{ field: 'amount', kind: 'coupon', currency: { field: 'currency' } }] } } as const;
    const call = (currency?: string): ToolCallReport => checkToolCall(american, { name: 'pay', arguments: { amount: 9, currency } }, { tools });
    expect(call('usd').findings).toEqual([]);
    expect(call().findings).toEqual([]);
    expect(call('EUR').findings).toMatchObject([{ problem: 'other-currency' }]);
    expect(call('dollars').findings).toMatchObject([{ about: 'shape' }]);
  });

  it('holds to what was decided', () => {
    const decision = decide({ issue: 'minor-flaw', verification: 'confirmed', paid: 100 });
    const context: Context = { paid: 100, tier: 'senior', decision };
    expect(pay({ kind: 'partial-refund' }, 30, context).findings).toEqual([]);
    expect(pay({ kind: 'partial-refund' }, 31, context).findings).toMatchObject([{ problem: 'not-decided', cap: { minor: 3000 }, severity: 'block' }]);
    expect(pay({ kind: 'coupon' }, 5, context).findings).toMatchObject([{ problem: 'not-decided', cap: null, severity: 'block' }]);
  });

  it('keeps to the severity of the policy, and to what it switches off', () => {
    const lenient = createGuard({ policy: { extends: 'default', severities: { compensation: 'warn' } } });
    const silent = createGuard({ policy: { extends: 'default', off: ['compensation'] } });
    const tools = { pay: { amounts: [{ field: 'amount', kind: 'coupon' }] } } as const;
    expect(checkToolCall(lenient, { name: 'pay', arguments: { amount: 50 } }, { tools }).verdict).toBe('warn');
    expect(checkToolCall(silent, { name: 'pay', arguments: { amount: 50 } }, { tools }).findings).toEqual([]);
  });
});

describe('calls as a whole', () => {
  it('lets other tools pass, and says that it did not check them', () => {
    expect(checkToolCall(guard, { name: 'toString', arguments: {} }, { tools: {} })).toEqual({ tool: 'toString', checked: false, verdict: 'pass', language: 'zh', findings: [] });
  });

  it.each(['{"amount": 5', '[]', 'null', '', 17, undefined])('blocks arguments that are no object: %j', (given) => {
    expect(checkToolCall(guard, { name: 'pay', arguments: given }, { tools: { pay: {} } }).verdict).toBe('block');
  });

  it('refuses a wrong context', () => {
    const context = { paid: -1 };
    expect(() => checkToolCall(guard, { name: 'pay', arguments: {} }, { tools: { pay: {} }, context })).toThrow(ContextError);
  });
});

describe('the map of a tool', () => {
  const call = { name: 'pay', arguments: { amount: 900 } };
  const checked = (tools: unknown) => () => checkToolCall(guard, call, { tools: tools as ToolCallOptions['tools'], context: { paid: 1 } });

  it('is refused where a name is misspelt, since nothing would be checked', () => {
    expect(checked({ pay: { amounts: [{ field: 'amount', kind: 'refnd' }] } })).toThrow('tools.pay.amounts[0].kind');
    expect(checked({ pay: { amount: [] } })).toThrow('tools.pay.amount');
    expect(checked({ pay: { amounts: [{ field: 'amount', kind: 'refund', unt: 'minor' }] } })).toThrow('tools.pay.amounts[0].unt');
    expect(checked({ pay: { amounts: [{ field: 'amount', kind: 'refund' }] } })).not.toThrow();
  });
});
