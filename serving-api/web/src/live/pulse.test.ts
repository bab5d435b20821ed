import { describe, expect, test } from 'vitest';
import { addRate, noPulse, pulseRange, pulseSeconds, type Pulse } from './pulse';

function heard(...events: [atMs: number, rate: number][]): Pulse {
  return events.reduce((pulse, [atMs, rate]) => addRate(pulse, atMs, rate), noPulse);
}

describe('the pulse', () => {
  test('is one rate a second, also when events come a little early or late', () => {
    expect(heard([0, 1], [1100, 2], [2050, 3], [3900, 4]).rates).toEqual([1, 2, 3, 4]);
  });

  test('shows silence as silence', () => {
    expect(heard([0, 1], [4000, 2]).rates).toEqual([1, null, null, null, 2]);
  });

  test('takes no event twice and none from the past', () => {
    expect(heard([5000, 1], [5000, 9], [4000, 9]).rates).toEqual([1]);
  });

  test('forgets what is older than its window, however long the silence', () => {
    expect(heard([0, 1], [9_000_000, 2]).rates).toHaveLength(pulseSeconds);
    expect(heard([0, 1], [9_000_000, 2]).rates.at(-1)).toBe(2);
  });

  test('knows its lowest and highest rate', () => {
    expect(pulseRange(noPulse.rates)).toBeNull();
    expect(pulseRange(heard([0, 3], [1000, 7], [5000, 5]).rates)).toEqual({ low: 3, high: 7 });
  });
});
