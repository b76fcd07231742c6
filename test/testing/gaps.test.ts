import { describe, expect, it } from 'vitest';
import { compareGaps, demoted, isSettled, updateBaseline } from '../../src/testing/gaps.ts';
import type { Outcome } from '../../src/testing/judge.ts';
import { fixture } from './stub.ts';

const outcome = (id: string, passes: boolean, file = 'a.yml', knownGap?: string): Outcome => ({
  fixture: fixture({ id, reply: id, file, ...(knownGap === undefined ? {} : { knownGap }) }),
  got: [],
  findings: [],
  differences: passes ? [] : [{ kind: 'missing', label: 'cold' }],
});
const ids = (some: readonly Outcome[]) => some.map(({ fixture: { id } }) => id);

describe('compareGaps', () => {
  const baseline = { gaps: { 'a.yml': ['g1', 'g2'] }, passing: { 'a.yml': ['p1', 'p2'] } };

  it('settles when the lists say what the run says', () => {
    const report = compareGaps([outcome('g1', false), outcome('g2', false), outcome('p1', true), outcome('p2', true)], baseline);
    expect(isSettled(report)).toBe(true);
    expect(ids(report.open)).toEqual(['g1', 'g2']);
    expect(report.passed).toBe(2);
  });

  it('tells apart what is broken, new, stale, unrecorded and gone', () => {
    const report = compareGaps(
      [outcome('g1', true), outcome('p1', false), outcome('n1', false), outcome('n2', true), outcome('p2', true)],
      baseline,
    );
    expect(ids(report.stale)).toEqual(['g1']);
    expect(ids(report.broken)).toEqual(['p1']);
    expect(ids(report.fresh)).toEqual(['n1']);
    expect(ids(report.unrecorded)).toEqual(['n2']);
    expect(report.gone).toEqual(['g2']);
    expect(isSettled(report)).toBe(false);
  });

  it('counts a gap that the file declares, and calls it stale when it passes', () => {
    expect(ids(compareGaps([outcome('d', false, 'a.yml', 'why')], { gaps: {}, passing: {} }).open)).toEqual(['d']);
    expect(ids(compareGaps([outcome('d', true, 'a.yml', 'why')], { gaps: {}, passing: {} }).stale)).toEqual(['d']);
  });

  it('does not let a declared gap hide a fixture that passed before', () => {
    const report = compareGaps([outcome('p1', false, 'a.yml', 'why')], { gaps: {}, passing: { 'a.yml': ['p1'] } });
    expect(ids(report.broken)).toEqual(['p1']);
    expect(ids(report.open)).toEqual([]);
  });
});

describe('updateBaseline', () => {
  it('drops gaps that pass and gone fixtures, enters new ones, and never demotes', () => {
    const before = { gaps: { 'a.yml': ['g1', 'gone'] }, passing: { 'a.yml': ['p1'] } };
    const run = [outcome('p1', false), outcome('g1', true), outcome('n2', false, 'b.yml'), outcome('n1', false, 'b.yml')];
    const after = updateBaseline(run, before);
    expect(after).toEqual({ gaps: { 'b.yml': ['n1', 'n2'] }, passing: { 'a.yml': ['g1', 'p1'] } });
    expect(ids(compareGaps(run, after).broken)).toEqual(['p1']);
  });
});

describe('demoted', () => {
  it('finds ids that were moved to the gaps by hand', () => {
    const earlier = { gaps: {}, passing: { 'a.yml': ['p1', 'p2'] } };
    expect(demoted(earlier, { gaps: { 'a.yml': ['p2', 'n1'] }, passing: { 'a.yml': ['p1'] } })).toEqual(['p2']);
  });
});
