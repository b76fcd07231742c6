import { describe, expect, expectTypeOf, it } from 'vitest';
import { createDecider, DataError, decide, DECISION_ROWS, readRows } from '../../src/decision/index.ts';
import type { Case, Decision, DecisionRow, Escalation } from '../../src/decision/index.ts';
import { readContext } from '../../src/context/index.ts';
import { overlapsOf } from '../../src/decision/overlap.ts';
import { loadPolicy } from '../../src/policy/index.ts';
import { INVARIANTS, raisesNothing } from '../../scripts/decision-invariants.ts';
import { expectedDecision } from '../../scripts/decision-reference.ts';
import { decisionSpace } from '../../scripts/decision-space.ts';

const late: Case = { issue: 'late', paid: 89 };

/** A row of a shop: very late and dear parcels go to a senior agent. */
const dearAndLate: DecisionRow = {
  id: 'dear-and-late',
  stage: 'remedies',
  source: 'own',
  says: { zh: '高价延误件交高级专员。', en: 'Dear parcels that are late go to a senior agent.' },
  over: ['late'],
  when: { issue: 'late', paid: { atLeast: 500 } },
  then: { action: 'escalate', escalateTo: 'senior' },
};

describe('decide', () => {
  it('takes a preset, a document or a loaded policy, and the default without any', () => {
    expect(decide(late)).toEqual(decide(late, 'default'));
    expect(decide(late, loadPolicy('us-store'))).toEqual(decide(late, 'us-store'));
    expect(decide(late, { extends: 'default', caps: { coupon: 30 } }).offers[0]?.amount).toBe(30);
  });

  it('is pure: it neither changes the case nor depends on the order of its fields', () => {
    const given: Case = Object.freeze({
      issue: 'defective',
      paid: 66.6,
      verification: 'confirmed',
      rejected: ['exchange'] as const satisfies Case['rejected'],
    } satisfies Case);
    const before = JSON.stringify(given);
    const decision = decide(given);
    const reversed = Object.fromEntries(Object.entries(given).reverse());
    expect(createDecider()(reversed as Case)).toEqual(decision);
    expect(JSON.stringify(given)).toBe(before);
  });

  it('is plain JSON that a context accepts', () => {
    for (const issue of ['late', 'defective', 'lost', 'usage-question', 'service-attitude'] as const) {
      const decision = decide({ issue, paid: 89, contacts: 3 });
      expect(JSON.parse(JSON.stringify(decision))).toEqual(decision);
      expect(readContext({ decision }).decision).toBe(decision);
    }
  });

  it('stays total at the ends of the numbers', () => {
    for (const paid of [Number.MAX_VALUE, 5e-324, 12.345, 1e15]) {
      const given: Case = {
        issue: 'minor-flaw',
        paid,
        verification: 'confirmed',
        returnFreight: Number.MAX_VALUE,
        ask: { remedy: 'compensation', amount: Number.MAX_VALUE },
        contacts: Number.MAX_SAFE_INTEGER,
      };
      const { offers } = decide(given);
      expect(offers.every(({ amount }) => amount === null || (Number.isFinite(amount) && amount <= paid))).toBe(true);
    }
  });

  it('is typed as a union discriminated by the action', () => {
    const decision: Decision = decide(late);
    switch (decision.action) {
      case 'escalate':
        expectTypeOf(decision.escalateTo).toEqualTypeOf<Escalation>();
        break;
      case 'verify':
        expectTypeOf(decision.times.verification).not.toBeNullable();
        expectTypeOf(decision.offers).toEqualTypeOf<readonly []>();
        break;
      case 'offer':
        expectTypeOf(decision.offers[0].remedy).not.toBeNullable();
        break;
      case 'answer':
      case 'investigate':
      case 'decline':
        expectTypeOf(decision.escalateTo).toBeNull();
        break;
      default:
        expectTypeOf(decision).toBeNever();
    }
    expect(decision.action).toBe('investigate');
  });
});

describe('rows of a shop', () => {
  it('go over the rows that they name, and only where they match', () => {
    const own = createDecider({ rows: [dearAndLate] });
    expect(own({ issue: 'late', paid: 500 })).toMatchObject({ action: 'escalate', escalateTo: 'senior' });
    expect(own({ issue: 'late', paid: 500 }).because[0]).toEqual({ rule: 'dear-and-late', source: 'own' });
    expect(own({ issue: 'late', paid: 499.99 })).toEqual(decide({ issue: 'late', paid: 499.99 }));
  });

  it('cannot break a limit', () => {
    const generous: DecisionRow = {
      ...dearAndLate,
      id: 'generous',
      when: { issue: 'late' },
      then: {
        action: 'offer',
        asks: 'ignored',
        remedies: [{ remedy: 'coupon', amount: 500 }, { remedy: 'resend' }, { remedy: 'goodwill', amount: 3 }],
      },
    };
    const decision = createDecider({ rows: [generous] })({ issue: 'late', paid: 89, stock: 'out' });
    expect(decision.offers).toEqual([
      { remedy: 'coupon', amount: 20, freight: 'none' },
      { remedy: 'goodwill', amount: 3, freight: 'none' },
    ]);
  });

  it('must say what they go over where another row matches too', () => {
    const { over: _over, ...silent } = dearAndLate;
    expect(() => createDecider({ rows: [silent] })).toThrow('[0].over: expected "late" in it');
  });

  it('are checked by the schema and against the table', () => {
    expect(() => readRows([{ ...dearAndLate, then: { action: 'escalate', escalateTo: 'boss' } }])).toThrow(DataError);
    expect(() => readRows([{ ...dearAndLate, when: { mood: 'bad' } }])).toThrow('[0].when.mood: expected no field of this name');
    expect(() => readRows([{ ...dearAndLate, stage: 'later' }])).toThrow('[0].stage: expected a row whose stage is one of');
    expect(() => createDecider({ rows: [{ ...dearAndLate, id: 'late' }] })).toThrow('an id that no other row has');
    expect(() => createDecider({ rows: [{ ...dearAndLate, over: ['nothing'] }] })).toThrow('over[0]');
    expect(() => createDecider({ rows: [dearAndLate, { ...dearAndLate, id: 'b', over: ['dear-and-late', 'late'] }, { ...dearAndLate, id: 'c', over: ['b', 'd'] }, { ...dearAndLate, id: 'd', over: ['c'] }] })).toThrow('no circle');
  });
});

describe('the shipped table', () => {
  it('has no two rows that overlap without a precedence', () => {
    expect(overlapsOf(DECISION_ROWS, loadPolicy('default'))).toEqual([]);
    expect(overlapsOf(DECISION_ROWS, loadPolicy('us-store'))).toEqual([]);
  });

  it('says in both languages what each row means', () => {
    const silent = DECISION_ROWS.filter(({ says }) => says.zh.length < 8 || says.en.length < 8);
    expect(silent).toEqual([]);
  });

  it.each(['default', 'us-store'] as const)('keeps every invariant and the specification on a sample of the space: %s', (name) => {
    const policy = loadPolicy(name);
    const own = createDecider({ policy });
    const broken: string[] = [];
    for (const block of decisionSpace(policy)) {
      for (let index = 0; index < block.size; index += 997) {
        const given = block.at(index);
        const decision = own(given);
        const bad = Object.entries(INVARIANTS).filter(([, holds]) => !holds(given, decision, policy));
        broken.push(...bad.map(([invariant]) => `${invariant}: ${JSON.stringify(given)}`));
        expect(decision).toMatchObject(expectedDecision(given, policy));
        if (!raisesNothing(own({ ...given, contacts: 1 }), decision)) broken.push(`contacts: ${JSON.stringify(given)}`);
      }
    }
    expect(broken).toEqual([]);
  });
});
