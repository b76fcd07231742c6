import { describe, expect, it } from 'vitest';
import { replyguardMiddleware as aiSdk } from '../../src/adapters/ai-sdk/index.ts';
import { replyguardMiddleware as langchain } from '../../src/adapters/langchain/index.ts';
import { replyguardProcessor } from '../../src/adapters/mastra/index.ts';
import { replyguardGuardrail, replyguardModel, replyguardToolGuardrail } from '../../src/adapters/openai-agents/index.ts';
import { matchersFor } from '../../src/adapters/vitest/matchers.ts';
import { InputError } from '../../src/index.ts';
import { guard } from './table.ts';

/** Each adapter as plain JavaScript calls it, whatever the types say. */
const ADAPTERS: readonly [name: string, make: (options: unknown) => unknown][] = [
  ['ai-sdk', (options) => Reflect.apply(aiSdk, null, [options])],
  ['langchain', (options) => Reflect.apply(langchain, null, [options])],
  ['mastra', (options) => Reflect.apply(replyguardProcessor, null, [options])],
  ['openai-agents model', (options) => Reflect.apply(replyguardModel, null, [{}, options])],
  ['openai-agents guardrail', (options) => Reflect.apply(replyguardGuardrail, null, [options])],
];

describe.each(ADAPTERS)('%s', (_, make) => {
  it('takes what it knows', () => expect(() => make({ guard, failOn: 'warn', onError: 'open', context: {}, fields: ['text'] })).not.toThrow());

  it('refuses at once what it does not know, and its path', () => {
    expect(() => make({ guard, failon: 'warn' })).toThrow(InputError);
    expect(() => make({ guard, failon: 'warn' })).toThrow('options.failon: expected no field of this name, only ');
    expect(() => make({ guard, failOn: 'blok' })).toThrow('options.failOn: expected one of warn, block');
  });

  it('refuses to go without a guard', () => expect(() => make({})).toThrow('options.guard: expected a guard'));
});

it('a tool guardrail refuses what it does not know', () => {
  const make = (options: unknown) => (): unknown => Reflect.apply(replyguardToolGuardrail, null, [options]);
  expect(make({ guard, tools: {} })).not.toThrow();
  expect(make({ guard, tools: {}, onviolation: 'throw' })).toThrow('options.onviolation');
  expect(make({ guard, tools: {}, onViolation: 'block' })).toThrow('options.onViolation: expected one of reject, throw');
  expect(make({ guard, tools: { send: { txt: 'message' } } })).toThrow('tools.send.txt');
  expect(make({ tools: {} })).toThrow('options.guard');
});

it('a matcher refuses options and patterns that it does not know: the test would pass for ever', () => {
  const { toPassReplyGuard, toHaveFinding, toHaveVerdict } = matchersFor();
  expect(() => Reflect.apply(toPassReplyGuard, null, ['好的', { complaint: true }])).toThrow('options.complaint: expected no field of this name, only guard, policy, context, failOn');
  expect(() => Reflect.apply(toHaveFinding, null, ['好的', { categry: 'cold' }])).toThrow('options.categry');
  expect(() => Reflect.apply(toHaveVerdict, null, ['好的', 'pass', { failOn: 'warn' }])).toThrow('options.failOn');
  expect(() => Reflect.apply(matchersFor, null, [{ polcy: 'us-store' }])).toThrow('options.polcy');
});
