import type { Act } from '../acts/act.ts';
import { severityOf } from '../collector.ts';
import { isExcusedForGood } from '../detectors/detector.ts';
import { MEASURES } from '../detectors/measures.ts';
import type { Engine } from '../engine.ts';
import type { Rule } from '../rules/rule.ts';
import { violates } from './violation.ts';
import type { FailOn } from './violation.ts';
import type { Run } from '../run.ts';

/** An act that a rule judges when the whole reply is there. */
interface Case {
  readonly rule: Rule;
  readonly act: Act;
}

/**
 * What a run has still to judge: the acts of rules of scope `reply` that would be violations, as long as they are not
 * excused for good, and the absence of an apology.
 */
export class Pending {
  private readonly engine: Engine;
  private readonly run: Run;
  private readonly failOn: FailOn;
  private readonly cases: Case[] = [];
  /** How many of the run's waiting acts are among the cases. */
  private taken = 0;
  /** The first case that is open. */
  private first = 0;

  constructor(engine: Engine, run: Run, failOn: FailOn) {
    this.engine = engine;
    this.run = run;
    this.failOn = failOn;
  }

  /** Where the first sentence starts that may yet get a violation, in the caller's string; Infinity if there is none. */
  start(): number {
    const { run, cases } = this;
    if (this.awaitsApology()) return 0;
    for (; this.taken < run.waiting.length; this.taken++) this.take(run.waiting[this.taken]!);
    // An excuse for good is one for later, too: each case is passed once.
    while (this.first < cases.length && this.isSettled(cases[this.first]!)) this.first++;
    return this.first < cases.length ? cases[this.first]!.act.sentence.offset : Infinity;
  }

  /** A missing apology belongs in front, so the opening waits for it whatever its severity. */
  private awaitsApology(): boolean {
    const { awaited, policy } = this.run;
    return awaited !== undefined && severityOf({ rule: awaited, borderline: false, facts: {} }, policy) !== 'info';
  }

  private take(act: Act): void {
    for (const rule of this.engine.rulesFor(act.type.name, true)) {
      if (!this.run.isOff(rule) && this.mayViolate(rule)) this.cases.push({ rule, act });
    }
  }

  private mayViolate(rule: Rule): boolean {
    const { policy } = this.run;
    // An offer in another currency is graver than what the policy makes of the rule, if that is little.
    const facts = rule.category === 'compensation' && rule.limit !== undefined ? [{}, { comparable: false }] : [{}];
    return facts.some((known) => violates(severityOf({ rule, borderline: false, facts: known }, policy), this.failOn));
  }

  private isSettled({ rule, act }: Case): boolean {
    const { run } = this;
    if (isExcusedForGood(rule, act, run)) return true;
    // With the price known, nothing that is said later moves this limit.
    return rule.limit === 'paid' && run.context.paid !== null && 'excusedBy' in MEASURES[rule.category](rule, act, run);
  }
}
