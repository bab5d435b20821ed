import { describe, expect, test } from 'vitest';
import { aDay } from '../testing';
import { bars, spanFor } from './averages';
import { askedPeriod, periodBefore, readPeriod, writePeriod, type PeriodChoice } from './period';
import { axisTicks, bandAt, labelPlaces } from './scale';

describe('axis', () => {
  test.each([0, 1, 2, 3, 7, 12, 99, 101, 1234, 54_429, 9_999_999])(
    'whole, even steps from 0 cover %s',
    (highest) => {
      const ticks = axisTicks(highest);
      const step = (ticks[1] ?? 0) - (ticks[0] ?? 0);
      expect(ticks[0]).toBe(0);
      expect(ticks.at(-1)).toBeGreaterThanOrEqual(highest);
      expect(ticks.length).toBeLessThanOrEqual(5);
      ticks.forEach((tick, index) => {
        expect(tick).toBe(index * step);
        expect(Number.isInteger(tick)).toBe(true);
      });
    },
  );

  test('labels keep their distance and begin with the first', () => {
    expect(labelPlaces(30, 4)).toEqual([0, 8, 16, 24]);
    expect(labelPlaces(3, 10)).toEqual([0, 1, 2]);
    expect(labelPlaces(5, 0)).toEqual([0]);
    expect(labelPlaces(0, 4)).toEqual([]);
  });

  test('every point belongs to a band, also beyond the edges', () => {
    expect([-5, 0, 24, 25, 99, 250].map((x) => bandAt(x, 100, 4))).toEqual([0, 0, 0, 1, 3, 3]);
  });
});

describe('bars', () => {
  test('days that are wide enough stay days', () => {
    expect(spanFor(9, 2.4)).toBe(1);
    expect(spanFor(0.7, 2.4)).toBe(7);
    expect(spanFor(0.0001, 2.4)).toBe(182);
  });

  test('hold means, counted back from the newest day', () => {
    const days = [aDay('2026-01-01', 9, 9), aDay('2026-01-02', 2, 1), aDay('2026-01-03', 4, 3)];
    expect(bars(days, 2)).toMatchObject([
      { first: 0, days: 1, listens: 9, listeners: 9 },
      { first: 1, days: 2, listens: 3, listeners: 2 },
    ]);
    expect(bars(days, 1).map((bar) => bar.listens)).toEqual([9, 2, 4]);
    expect(bars([], 7)).toEqual([]);
  });
});

describe('period', () => {
  const now = new Date('2026-11-20T23:59:00Z');

  test('the last days end with today, whose plays still come in', () => {
    expect(askedPeriod({ kind: 'last', days: 7 }, now)).toEqual({ from: '2026-11-14', to: '2026-11-21' });
    expect(askedPeriod({ kind: 'own', first: '2026-01-01', last: '2026-01-01' }, now)).toEqual({
      from: '2026-01-01',
      to: '2026-01-02',
    });
    expect(askedPeriod({ kind: 'all' }, now)).toEqual({});
  });

  test('the one before is as long and ends where it begins', () => {
    expect(periodBefore({ from: '2026-11-14', to: '2026-11-21' })).toEqual({
      from: '2026-11-07',
      to: '2026-11-14',
    });
    expect(periodBefore({})).toBeNull();
  });

  test.each<PeriodChoice>([
    { kind: 'last', days: 90 },
    { kind: 'all' },
    { kind: 'own', first: '2025-02-01', last: '2025-02-28' },
  ])('survives the address: %o', (choice) => {
    expect(readPeriod(new URLSearchParams(writePeriod(choice)))).toEqual(choice);
  });

  test.each(['', 'period=forever', 'first=2026-02-30&last=2026-03-01', 'first=2026-03-02&last=2026-03-01'])(
    'an address that makes no sense (%s) means the usual days',
    (query) => {
      expect(readPeriod(new URLSearchParams(query))).toEqual({ kind: 'last', days: 30 });
    },
  );
});
