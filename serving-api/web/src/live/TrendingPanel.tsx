import { useId, useState } from 'react';
import { trending } from '../api/client';
import { usePolled } from '../api/resource';
import { formatListeningTime } from '../format/durations';
import { Choice } from '../shell/Choice';
import { Empty, Failure, SkeletonRows } from '../shell/states';
import { globalScope, scopeName, scopeOptions } from './scopes';
import { TrendingList } from './TrendingList';

const few = 20;
const most = 100;
const refreshMs = 2_000;

/** The ranking of the moment, everywhere or in one country. */
export function TrendingPanel({
  scope,
  onScope,
  countries,
}: {
  scope: string;
  onScope: (scope: string) => void;
  countries: readonly string[];
}) {
  const [limit, setLimit] = useState(few);
  const heading = useId();
  const { data, error, loading } = usePolled(
    `${scope} ${limit}`,
    (signal) => trending(scope === globalScope ? undefined : scope, limit, signal),
    refreshMs,
  );
  const known = scope === globalScope ? countries : [...countries, scope];
  return (
    <section className="panel trending" aria-labelledby={heading} data-testid="trending" data-scope={scope}>
      <div className="panel-head">
        <h2 id={heading}>Trending</h2>
        <p className="panel-note" role="status">
          {trendingNote(scope, data?.halfLifeMs ?? null)}
        </p>
      </div>
      <Choice
        legend="Where"
        options={scopeOptions(known)}
        chosen={scope}
        onChoose={onScope}
        testIdPrefix="country"
      />
      {loading && <SkeletonRows rows={10} label="Loading the trending list" />}
      {error !== undefined && data !== undefined && (
        <p className="panel-stale" role="status" data-testid="trending-stale">
          Not up to date: {error.message}
          {error.requestId !== null && ` Request ${error.requestId}.`}
        </p>
      )}
      {error !== undefined && data === undefined && (
        <Failure error={error} what="The trending list could not be read" />
      )}
      {data?.items.length === 0 && (
        <Empty title="Nothing is trending yet">
          <p>The list fills as soon as listens arrive.</p>
        </Empty>
      )}
      {data !== undefined && data.items.length > 0 && <TrendingList key={scope} trending={data} />}
      {data !== undefined && (data.items.length >= limit || limit === most) && (
        <button
          type="button"
          className="button quiet wide"
          onClick={() => {
            setLimit(limit === few ? most : few);
          }}
          data-testid="trending-more"
        >
          {limit === few ? 'Show the top 100' : 'Show the top 20'}
        </button>
      )}
    </section>
  );
}

function trendingNote(scope: string, halfLifeMs: number | null): string {
  const where = scopeName(scope);
  return halfLifeMs === null
    ? where
    : `${where}; what happened ${formatListeningTime(halfLifeMs)} ago counts half`;
}
