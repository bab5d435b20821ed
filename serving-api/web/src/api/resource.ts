import { useCallback, useEffect, useState } from 'react';
import { asApiError, type ApiError } from './errors';

/** Something asked of the server: on its way, here, or refused. While a newer answer is awaited the older one stays. */
export interface Resource<T> {
  data: T | undefined;
  error: ApiError | undefined;
  loading: boolean;
  reload: () => void;
}

/**
 * Asks for something whenever `key` changes and on {@link Resource.reload}; a request that is no longer wanted is
 * aborted, and its answer ignored.
 *
 * @param load must ask for the same thing for the same key
 * @param keepOlder whether what an older key brought is shown until the newer answer is here
 */
export function useResource<T>(
  key: string,
  load: (signal: AbortSignal) => Promise<T>,
  { keepOlder }: { keepOlder: boolean } = { keepOlder: false },
): Resource<T> {
  const [attempt, setAttempt] = useState(0);
  const [answer, setAnswer] = useState<{ key: string; attempt: number; data?: T; error?: ApiError }>();

  useEffect(() => {
    const control = new AbortController();
    load(control.signal).then(
      (data) => {
        if (!control.signal.aborted) setAnswer({ key, attempt, data });
      },
      (thrown: unknown) => {
        if (!control.signal.aborted) setAnswer({ key, attempt, error: asApiError(thrown) });
      },
    );
    return () => {
      control.abort();
    };
    // `load` is a new closure on every render; `key` says when it asks for something else.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [key, attempt]);

  const reload = useCallback(() => {
    setAttempt((before) => before + 1);
  }, []);
  const current = answer?.key === key && answer.attempt === attempt;
  const shown = current || (keepOlder && answer !== undefined) ? answer : undefined;
  return { data: shown?.data, error: current ? answer.error : undefined, loading: !current, reload };
}

/** Asks again and again while the page is visible; a failed round keeps the last answer and says why. */
export function usePolled<T>(
  key: string,
  load: (signal: AbortSignal) => Promise<T>,
  everyMs: number,
): Omit<Resource<T>, 'reload'> {
  const [state, setState] = useState<{ key: string; data?: T; error?: ApiError }>();

  useEffect(() => {
    const control = new AbortController();
    let timer: number | undefined;
    const again = () => {
      timer = window.setTimeout(round, everyMs);
    };
    const round = () => {
      if (document.hidden) {
        again();
        return;
      }
      load(control.signal).then(
        (data) => {
          if (control.signal.aborted) return;
          setState({ key, data });
          again();
        },
        (thrown: unknown) => {
          if (control.signal.aborted) return;
          const error = asApiError(thrown);
          setState((before) =>
            before?.key === key && before.data !== undefined ? { ...before, error } : { key, error },
          );
          again();
        },
      );
    };
    round();
    return () => {
      control.abort();
      window.clearTimeout(timer);
    };
    // As above: `key` stands for what `load` asks.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [key, everyMs]);

  const current = state?.key === key ? state : undefined;
  return { data: current?.data, error: current?.error, loading: current === undefined };
}
