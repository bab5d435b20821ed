import { cleanup, render, screen, within } from '@testing-library/react';
import { MemoryRouter } from 'react-router';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Trending } from '../api/shapes';
import { aTrack } from '../testing';
import { TrendingList } from './TrendingList';

function trending(second: number, ...trackIds: string[]): Trending {
  return {
    scope: 'global',
    rankedAt: new Date(Date.UTC(2026, 10, 20, 12, 0, second)).toISOString(),
    halfLifeMs: 3_600_000,
    items: trackIds.map((trackId, index) => ({
      ...aTrack(trackId),
      rank: index + 1,
      score: 10 - index,
      velocity: 0,
    })),
  };
}

function rows(): string[] {
  return screen.getAllByTestId('trending-row').map((row) => row.dataset.trackId ?? '');
}

beforeEach(() => {
  vi.stubGlobal('matchMedia', () => ({ matches: true }));
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

test('rows follow the ranking, keep their elements, and say how far they moved', () => {
  const list = (state: Trending) => (
    <MemoryRouter>
      <TrendingList trending={state} />
    </MemoryRouter>
  );
  const { rerender } = render(list(trending(0, 'a', 'b', 'c')));
  const elementOfC = screen.getAllByTestId('trending-row')[2];
  expect(rows()).toEqual(['a', 'b', 'c']);

  rerender(list(trending(2, 'c', 'a', 'd')));

  expect(rows()).toEqual(['c', 'a', 'd']);
  const [first, second, third] = screen.getAllByTestId('trending-row');
  expect(first).toBe(elementOfC);
  if (first === undefined || second === undefined || third === undefined) throw new Error('Rows are missing');
  expect(within(first).getByText('up 2')).toBeDefined();
  expect(within(second).getByText('down 1')).toBeDefined();
  expect(within(third).getByText('new in the list')).toBeDefined();
  expect(within(first).getByRole('link', { name: 'Title c' }).getAttribute('href')).toBe('/tracks/c');
});
