import { describe, expect, test } from 'vitest';
import { countryName } from './countries';
import { addDays, daysBetween, formatDay, isDay } from './days';
import { formatListeningTime, formatTrackLength } from './durations';
import { formatCount, formatGrowth, formatRate, formatShare } from './numbers';

describe('numbers', () => {
  test.each([
    [0, '0.0'],
    [12.44, '12.4'],
    [99.94, '99.9'],
    [99.96, '100'],
    [1234.5, '1,235'],
  ])('a rate of %s reads %s', (rate, text) => {
    expect(formatRate(rate)).toBe(text);
  });

  test('a count keeps every digit', () => {
    expect(formatCount(54_429)).toBe('54,429');
  });

  test('a share of nothing is a dash, not a number', () => {
    expect(formatShare(0, 0)).toBe('–');
    expect(formatShare(32_538, 54_429)).toBe('59.8%');
  });

  test.each([
    [112, 100, '+12%'],
    [96.6, 100, '−3.4%'],
    [100, 100, '±0%'],
    [100_001, 100_000, '±0%'],
    [5, 0, null],
  ])('from %s against %s is %s', (now, before, text) => {
    expect(formatGrowth(now, before)).toBe(text);
  });
});

describe('durations', () => {
  test.each([
    [187_000, '3:07'],
    [59_600, '1:00'],
    [3_765_000, '1:02:45'],
  ])('a track of %s ms is %s long', (ms, text) => {
    expect(formatTrackLength(ms)).toBe(text);
  });

  test.each([
    [59_000, '0 min'],
    [48 * 60_000, '48 min'],
    [3_600_000, '1 h'],
    [3.47 * 3_600_000, '3.4 h'],
    [1204.9 * 3_600_000, '1,204 h'],
  ])('%s ms listened are %s: never more than was heard', (ms, text) => {
    expect(formatListeningTime(ms)).toBe(text);
  });
});

describe('days', () => {
  test('days are counted across months and leap years', () => {
    expect(addDays('2024-02-28', 2)).toBe('2024-03-01');
    expect(daysBetween('2023-12-31', '2024-12-31')).toBe(366);
    expect(formatDay('2026-11-20')).toBe('Nov 20');
  });

  test.each(['2026-02-30', '2026-2-3', 'yesterday', ''])('%s is no day', (text) => {
    expect(isDay(text)).toBe(false);
  });
});

test('a country without a name keeps its code', () => {
  expect(countryName('SE')).toBe('Sweden');
  expect(countryName('not a country')).toBe('not a country');
});
