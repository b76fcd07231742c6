import { describe, expect, it } from 'vitest';
import { compose, decide } from '../../src/decision/index.ts';
import { ContextError, createGuard, DataError, InputError, PolicyError, protectStream, protectTransform } from '../../src/index.ts';
import type { Context, GuardOptions, ProtectOptions, Rule } from '../../src/index.ts';

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

  it('in a field of a rule: the field is named', () => {
    expect(made({ extend: { rules: [{ ...rule, severity: 'loud' }] } })).toThrow('rules[0].severity');
  });

  it('in the context of a transform, before anything flows', () => {
    expect(() => protectTransform(createGuard(), { complain: true } as Context)).toThrow(ContextError);
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
  });
});
