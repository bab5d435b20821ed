import { describe, expect, test } from 'vitest';
import { parseSnapshot } from './snapshot';

const whole = {
  at: '2026-11-20T12:00:00.123Z',
  day: '2026-11-20',
  playsPerSecond: 12.4,
  plays: 123,
  qualifiedPlays: 100,
  listeners: 7,
  topByPlays: [],
  topByListeners: [],
  countries: ['DE', 'SE'],
};

describe('the data of a live event', () => {
  test('a whole snapshot is taken as it is', () => {
    expect(parseSnapshot(JSON.stringify(whole))).toEqual(whole);
  });

  test.each([
    ['nothing', ''],
    ['cut off', JSON.stringify(whole).slice(0, -5)],
    ['null', 'null'],
    ['a number', '17'],
    ['without a time', JSON.stringify({ ...whole, at: undefined })],
    ['with a time that is none', JSON.stringify({ ...whole, at: 'noon' })],
    ['without a count', JSON.stringify({ ...whole, listeners: null })],
    ['with a list that is none', JSON.stringify({ ...whole, countries: 'DE' })],
  ])('what is broken (%s) is no snapshot', (_, data) => {
    expect(parseSnapshot(data)).toBeNull();
  });
});
