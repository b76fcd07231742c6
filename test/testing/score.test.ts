import { describe, expect, it } from 'vitest';
import { f1, score, wilson } from '../../src/testing/score.ts';
import type { Scored } from '../../src/testing/score.ts';
import { CATEGORIES } from '../../src/types.ts';
import type { Category } from '../../src/types.ts';

const row = (labels: Category[], got: Category[], allowed: Category[] = []): Scored => ({ labels, got, allowed });
const of = (rows: readonly Scored[], category: Category) => score(rows).categories[CATEGORIES.indexOf(category)];

describe('wilson', () => {
  it('gives the known interval of 8 in 10', () => {
    const { value, low, high } = wilson(8, 10);
    expect(value).toBe(0.8);
    expect(low).toBeCloseTo(0.4902, 4);
    expect(high).toBeCloseTo(0.9433, 4);
  });

  it('stays inside 0 and 1 at the ends', () => {
    expect(wilson(0, 5).low).toBe(0);
    expect(wilson(5, 5).high).toBe(1);
    expect(wilson(0, 5).high).toBeCloseTo(0.4345, 4);
  });
});

describe('f1', () => {
  it('is 2tp / (2tp + fp + fn), and nothing when there is nothing', () => {
    expect(f1({ found: 3, missed: 1, false: 2 })).toBeCloseTo(6 / 9, 10);
    expect(f1({ found: 0, missed: 2, false: 0 })).toBe(0);
    expect(f1({ found: 0, missed: 0, false: 0 })).toBeNull();
  });
});

describe('score', () => {
  it('counts by category', () => {
    const rows = [row(['timeline'], ['timeline']), row(['timeline'], []), row([], ['timeline']), row(['cold'], ['cold'])];
    expect(of(rows, 'timeline')).toMatchObject({ found: 1, missed: 1, false: 1 });
    expect(of(rows, 'timeline')?.precision?.value).toBe(0.5);
    expect(of(rows, 'timeline')?.recall?.value).toBe(0.5);
    expect(of(rows, 'vague')).toMatchObject({ precision: null, recall: null, f1: null });
  });

  it('neither asks for nor holds against what is allowed', () => {
    const rows = [row(['timeline'], ['timeline', 'guarantee'], ['guarantee']), row([], ['cold'], ['cold']), row([], [], ['cold'])];
    expect(of(rows, 'guarantee')).toMatchObject({ found: 0, missed: 0, false: 0 });
    expect(score(rows).flagged).toBe(0);
  });

  it('means F1 over the categories that have gold labels only', () => {
    const rows = [row(['timeline'], ['timeline']), row(['guarantee'], []), row([], ['liability']), row(['cold'], ['cold'])];
    const { overPromise, conduct } = score(rows);
    expect(overPromise?.value).toBe(0.5);
    expect(conduct?.value).toBe(1);
    expect(score([row([], [])]).overPromise).toBeNull();
  });

  it('flags clean replies only, once each', () => {
    const rows = [row([], ['cold', 'vague']), row([], []), row(['cold'], ['vague']), row([], [])];
    const { clean, flagged, flaggedShare } = score(rows);
    expect([clean, flagged]).toEqual([3, 1]);
    expect(flaggedShare?.value).toBeCloseTo(1 / 3, 10);
  });

  it('takes the share of marked words that a finding touches', () => {
    const touched = (value: boolean): Scored => ({ ...row(['cold'], ['cold']), touched: { cold: value } });
    expect(score([touched(true), touched(true), touched(false)]).overlap?.value).toBeCloseTo(2 / 3, 10);
    expect(score([row(['cold'], ['cold'])]).overlap).toBeNull();
  });

  it('gives the same intervals every time, around the value', () => {
    const rows = Array.from({ length: 60 }, (_, index) => row(['timeline'], index % 3 === 0 ? [] : ['timeline']));
    const { overPromise } = score(rows);
    expect(score(rows)).toEqual(score(rows));
    expect(overPromise?.value).toBeCloseTo(0.8, 10);
    expect(overPromise?.low).toBeGreaterThan(0.65);
    expect(overPromise?.low).toBeLessThan(0.8);
    expect(overPromise?.high).toBeGreaterThan(0.8);
    expect(overPromise?.high).toBeLessThan(0.92);
  });
});
