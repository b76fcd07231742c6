import { describe, expect, it } from 'vitest';
import { compose, composed as composedReply, createDecider, decide } from '../../src/decision/index.ts';
import type { ComposeOptions } from '../../src/decision/index.ts';
import { createGuard as createGuardEn } from '../../src/en.ts';
import { ContextError, createGuard, DataError, InputError, PolicyError, protect, protectStream, protectTransform } from '../../src/index.ts';
import type { Context, FixOptions, GuardOptions, ProtectOptions, Rule } from '../../src/index.ts';
import { learnedReader } from '../../src/learned/index.ts';
import type { LearnedOptions } from '../../src/learned/index.ts';
import { createGuard as createGuardZh } from '../../src/zh.ts';

const rule: Rule = {
  id: 'cold/own',
  category: 'cold',
  status: 'stable',
  source: { article: 'own', passage: 'none' },
  acts: ['rude-dismissal'],
  message: { zh: '冷漠', en: 'Cold.' },
  advice: { zh: '我来看看', en: 'Let me see.' },
};

/** What plain JavaScript may pass, whatever the types say. */
function made(options: unknown): () => unknown {
  return () => createGuard(options as GuardOptions);
}

describe('a slip of the pen is refused, with its path', () => {
  it('in an option', () => {
    expect(made({ polcy: 'us-store' })).toThrow(InputError);
    expect(made({ polcy: 'us-store' })).toThrow('options.polcy');
  });

  it('in a policy that is nothing', () => {
    expect(made({ policy: null })).toThrow(PolicyError);
  });

  it('in the act of a rule', () => {
    expect(made({ extend: { rules: [{ ...rule, acts: ['rude-dismisal'] }] } })).toThrow(DataError);
    expect(made({ extend: { rules: [{ ...rule, acts: ['rude-dismisal'] }] } })).toThrow('rules[0].acts[0]');
    expect(made({ extend: { rules: [{ ...rule, without: ['thank'] }] } })).toThrow('rules[0].without[0]');
    expect(made({ extend: { rules: [rule] } })).not.toThrow();
  });

  it('in what an act excepts', () => {
    const act = { act: 'gesture', except: ['kiwi-fruit'], patterns: ['coupon'] };
    expect(made({ extend: { acts: [act] } })).toThrow('acts[0].except[0]');
    expect(made({ extend: { acts: [{ ...act, except: ['refund'] }] } })).not.toThrow();
  });

  it('in a field of a rule: the field is named', () => {
    expect(made({ extend: { rules: [{ ...rule, severity: 'loud' }] } })).toThrow('rules[0].severity');
  });

  it('in the context of a transform, before anything flows', () => {
    expect(() => protectTransform(createGuard(), { complain: true } as Context)).toThrow(ContextError);
  });

  it('in how a reply is mended, streamed or protected', async () => {
    const guard = createGuard();
    const bad = '退款24小时内到账';
    const options = { failon: 'block' } as FixOptions;
    const said = 'options.failon: expected no field of this name, only ';
    expect(() => guard.fix(bad, {}, options)).toThrow(InputError);
    expect(() => guard.fix(bad, {}, options)).toThrow(`${said}failOn, instead`);
    expect(() => guard.stream({}, options)).toThrow(said);
    expect(() => protectStream(guard, {}, options)).toThrow(said);
    expect(() => protectTransform(guard, {}, options)).toThrow(said);
    await expect(protect(guard, bad, {}, options)).rejects.toThrow(said);
    expect(() => guard.fix(bad, { failOn: 'block' } as Context)).toThrow('failOn: expected no field of this name');
  });

  it('in a choice or a value of how a reply is mended or streamed', () => {
    const guard = createGuard();
    const mended = (options: unknown) => () => guard.fix('好的', {}, options as FixOptions);
    expect(mended({ failOn: 'blok' })).toThrow('options.failOn: expected one of warn, block');
    expect(mended({ instead: 'sorry' })).toThrow('options.instead: expected a function that makes a reply');
    expect(mended(null)).toThrow('options: expected an object with failOn, instead');
    expect(mended({ failOn: undefined, instead: undefined })).not.toThrow();
    expect(() => guard.stream({}, { maxHeld: -1 })).toThrow('options.maxHeld');
  });

  it('in the other doors', () => {
    const given = [{ polcy: 'us-store' }];
    for (const door of [createGuardZh, createGuardEn, createDecider]) expect(() => Reflect.apply(door, null, given)).toThrow('options.polcy');
    const nowhere: string = 'nowhere';
    expect(() => Reflect.apply(createGuardZh, null, [{ policy: nowhere }])).toThrow('options.policy: expected one of default, us-store');
    expect(() => learnedReader({ exept: ['cold'] } as LearnedOptions)).toThrow('options.exept');
    expect(() => Reflect.apply(learnedReader, null, [{ except: ['could'] }])).toThrow('options.except[0]');
  });

  it('in what becomes of a violation', () => {
    const protectedBy = (options: unknown) => () => protectStream(createGuard(), {}, options as ProtectOptions);
    expect(protectedBy({ failOn: 'blok' })).toThrow('options.failOn');
    expect(protectedBy({ onViolation: 'stop' })).toThrow('options.onViolation');
    expect(protectedBy({ onError: 'opened' })).toThrow('options.onError');
    expect(protectedBy({ maxHeld: 'a' })).toThrow('options.maxHeld');
    expect(protectedBy({ maxRetries: 1.5 })).toThrow('options.maxRetries');
  });

  it('in how a decision is worded', () => {
    const decision = decide({ issue: 'damaged', paid: 89, verification: 'confirmed' });
    const composed = (options: unknown) => () => compose(decision, options as Parameters<typeof compose>[1]);
    expect(composed({ polcy: 'us-store' })).toThrow('options.polcy');
    expect(composed({ locale: 'fr' })).toThrow('options.locale');
    expect(composed({ register: 'formal' })).toThrow('options.register: expected one of letter, chat');
    expect(composed({ issue: 'broken' })).toThrow('options.issue');
    expect(composed({ seed: -1 })).toThrow('options.seed');
    // At once, not only where a reply cannot be mended.
    expect(() => composedReply({ issue: 'damaged', paid: 89 }, { policy: 'us-store' } as ComposeOptions)).toThrow('options.policy');
  });
});
