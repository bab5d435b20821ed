import { describe, expect, test } from 'vitest';
import { offsets } from './flip';
import { changes, orderOf, remember } from './ranking';
import { scopeOptions } from './scopes';

describe('rank changes', () => {
  test('say who rose, who fell, who stayed and who is new', () => {
    const before = orderOf(0, ['a', 'b', 'c', 'd']);
    const now = orderOf(2000, ['c', 'b', 'e', 'a']);
    expect([...changes(before, now)]).toEqual([
      ['c', { kind: 'up', places: 2 }],
      ['b', { kind: 'same' }],
      ['e', { kind: 'new' }],
      ['a', { kind: 'down', places: 3 }],
    ]);
  });

  test('in the first list there is nothing to compare with', () => {
    expect([...changes(undefined, orderOf(0, ['a', 'b'])).values()]).toEqual([
      { kind: 'same' },
      { kind: 'same' },
    ]);
  });

  test('are against the last order that is at least a window old', () => {
    const window = 60_000;
    let known = remember([], orderOf(0, ['a']), window);
    for (let atMs = 2000; atMs <= 120_000; atMs += 2000)
      known = remember(known, orderOf(atMs, ['a']), window);
    expect(known[0]?.atMs).toBe(60_000);
    expect(known.at(-1)?.atMs).toBe(120_000);
    expect(known).toHaveLength(31);
  });

  test('an order of the same moment replaces the one there was', () => {
    const known = remember(remember([], orderOf(5, ['a']), 60), orderOf(5, ['b']), 60);
    expect(known).toHaveLength(1);
    expect(known[0]?.ranks.has('b')).toBe(true);
  });
});

test('a row glides from where it was; newcomers and rows that stayed do not', () => {
  const before = new Map([
    ['a', 0],
    ['b', 60],
    ['gone', 120],
  ]);
  const after = new Map([
    ['b', 0],
    ['a', 60],
    ['new', 120],
  ]);
  expect([...offsets(before, after)]).toEqual([
    ['b', 60],
    ['a', -60],
  ]);
});

test('countries are offered once each, by name, after everywhere', () => {
  expect(scopeOptions(['SE', 'DE', 'SE', 'BR']).map((option) => option.label)).toEqual([
    'Everywhere',
    'Brazil',
    'Germany',
    'Sweden',
  ]);
});
