import { describe, expect, it } from 'vitest';
import { faultOf } from '../../scripts/runtimes/answer.ts';
import { gatherSample } from '../../scripts/runtimes/sample.ts';
import { work } from '../../scripts/runtimes/work.mjs';
import { compose, decide } from '../../src/decision/index.ts';
import * as en from '../../src/en.ts';
import { createGuard } from '../../src/index.ts';
import type { Guard, GuardOptions } from '../../src/index.ts';
import { learnedReader } from '../../src/learned/index.ts';
import * as zh from '../../src/zh.ts';

const sample = gatherSample();
const few = { replies: [...sample.replies.slice(0, 5), ...sample.replies.slice(-5)], cases: sample.cases.slice(0, 5), hostile: sample.hostile.slice(0, 4) };
const doors = { replyguard: { createGuard }, 'replyguard/decision': { compose, decide }, 'replyguard/learned': { learnedReader }, 'replyguard/zh': zh, 'replyguard/en': en };

/** The work with a guard that reports something else. */
function withGuard(change: (guard: Guard) => Partial<Guard>) {
  const changed = (options?: GuardOptions): Guard => {
    const guard = createGuard(options);
    return { ...guard, ...change(guard) };
  };
  return work({ ...doors, replyguard: { createGuard: changed } }, few);
}

describe('the work of the runtimes', () => {
  const reference = work(doors, few);

  it('is the same each time, and everything holds', () => {
    expect(reference.wrong).toEqual([]);
    expect(faultOf(work(doors, few), reference)).toBeNull();
    expect(sample.replies.length).toBeGreaterThan(300);
  });

  it('notices a runtime that finds nothing, or says anything else', () => {
    const blind = withGuard((guard) => ({ check: (reply, context) => ({ ...guard.check(reply, context), verdict: 'pass', findings: [] }) }));
    expect(faultOf(blind, reference)).toMatch(/wrong, first: .+: labels/);
    const wordy = withGuard((guard) => ({ explain: (reply, context) => ({ ...guard.explain(reply, context), version: 'other' }) }));
    expect(faultOf(wordy, reference)).toMatch(/^differs from the reference/);
    expect(faultOf({ ...reference, lines: [...reference.lines, 'more'] }, reference)).toMatch(/results instead of/);
  });
});
