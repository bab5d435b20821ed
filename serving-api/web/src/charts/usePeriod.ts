import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router';
import type { Period } from '../api/client';
import { askedPeriod, readPeriod, writePeriod, type PeriodChoice } from './period';

/** The period of a page, kept in its address so that a link shows what was looked at. */
export function usePeriod(): {
  choice: PeriodChoice;
  period: Period;
  /** The same period always has the same key. */
  key: string;
  choose: (choice: PeriodChoice) => void;
} {
  const [query, setQuery] = useSearchParams();
  const choice = readPeriod(query);
  const asked = askedPeriod(choice, new Date());
  const key = `${asked.from ?? ''}..${asked.to ?? ''}`;
  // eslint-disable-next-line react-hooks/exhaustive-deps -- a new object only when its days change
  const period = useMemo(() => asked, [key]);
  const choose = useCallback(
    (next: PeriodChoice) => {
      setQuery(writePeriod(next), { replace: true, preventScrollReset: true });
    },
    [setQuery],
  );
  return { choice, period, key, choose };
}
