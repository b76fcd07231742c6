import { describe, expect, it } from 'vitest';
import { dueOf, readClock, readMoment } from '../../src/audit/moment.ts';

describe('reading a day', () => {
  it.each([
    ['2024-05-27', '2024-05-27', null],
    ['2024/5/7', '2024-05-07', null],
    ['2024.05.27', '2024-05-27', null],
    ['2024年5月27日', '2024-05-27', null],
    ['2024年5月27日 9:05', '2024-05-27', 545],
    ['20240527', '2024-05-27', null],
    ['2024-05-27 10:03:59', '2024-05-27', 603],
    ['2024-05-27T23:30:00+08:00', '2024-05-27', 1410],
    ['2024-05-27T23:30:00.123Z', '2024-05-27', 1410],
    ['5/27/2024 3:05 PM', '2024-05-27', 905],
    ['27/5/2024', '2024-05-27', null],
    ['45439', '2024-05-27', null],
    ['45439.5', '2024-05-27', 720],
    ['1716773400', '2024-05-27', 90],
    ['1716773400000', '2024-05-27', 90],
  ])('%s', (text, day, minute) => {
    expect(readMoment(text)).toEqual({ day, minute });
  });

  it.each(['', '昨天', '2024-02-30', '2024-13-01', '12345678', '99999', '2024-05-27 25:00', 'x'.repeat(100_000)])('%s is none', (text) => {
    expect(readMoment(text)).toBeNull();
  });

  it('reads a time of day', () => {
    expect(['10:03', '0.5', '12:00 AM', '23:59:59', '10点'].map(readClock)).toEqual([603, 720, 0, 1439, null]);
  });
});

describe('the latest moment of a promise', () => {
  const monday = { day: '2024-05-27', minute: 600 };
  it.each([
    [{ min: 0, max: 24, unit: 'hour' }, '2024-05-28 10:00'],
    [{ min: 0, max: 30, unit: 'minute' }, '2024-05-27 10:30'],
    [{ min: 3, max: 5, unit: 'day' }, '2024-06-01 10:00'],
    [{ min: 0, max: 14, unit: 'hour' }, '2024-05-27 23:59'],
    [{ min: 3, max: 5, unit: 'business-day' }, '2024-06-03 10:00'],
  ] as const)('%o', (duration, due) => {
    expect(dueOf(monday, duration)).toBe(due);
  });

  it('is a day where the time of day is not known', () => {
    expect(dueOf({ day: '2024-05-27', minute: null }, { min: 0, max: 24, unit: 'hour' })).toBe('2024-05-28');
  });

  it('leaves out the weekend', () => {
    expect(dueOf({ day: '2024-05-31', minute: null }, { min: 1, max: 1, unit: 'business-day' })).toBe('2024-06-03');
  });

  it('is none for a time without end', () => {
    expect(dueOf(monday, { min: 0, max: Infinity, unit: 'day' })).toBeNull();
    expect(dueOf(monday, { min: 0, max: 100_000, unit: 'business-day' })).toBeNull();
  });
});
