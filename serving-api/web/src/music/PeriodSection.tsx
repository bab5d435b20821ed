import { useId, type ReactNode } from 'react';
import type { Resource } from '../api/resource';
import type { Dated, Measures } from '../api/shapes';
import { DailyChart } from '../charts/DailyChart';
import { PeriodPicker } from '../charts/PeriodPicker';
import type { PeriodChoice } from '../charts/period';
import { Empty, Failure, SkeletonBlock } from '../shell/states';

/** Numbers over a chosen time: the choice, the totals, the chart, and whatever else belongs to the same days. */
export function PeriodSection<T extends Measures & Dated>({
  title,
  chartTitle,
  choice,
  onChoose,
  analytics,
  figures,
  children,
}: {
  title: string;
  chartTitle: string;
  choice: PeriodChoice;
  onChoose: (choice: PeriodChoice) => void;
  analytics: Resource<T>;
  figures: (data: T) => ReactNode;
  children?: (data: T) => ReactNode;
}) {
  const heading = useId();
  const { data, error, loading, reload } = analytics;
  return (
    <section className="over-time" aria-labelledby={heading} aria-busy={loading}>
      <div className="section-head">
        <h2 id={heading}>{title}</h2>
        <PeriodPicker chosen={choice} onChoose={onChoose} />
      </div>
      {error !== undefined && <Failure error={error} what="The numbers could not be read" onRetry={reload} />}
      {error === undefined && data === undefined && (
        <>
          <SkeletonBlock label="Loading the totals" height="figures" />
          <SkeletonBlock label="Loading the chart" height="chart" />
        </>
      )}
      {error === undefined && data !== undefined && (
        <div className={loading ? 'over-time-body waiting' : 'over-time-body'}>
          {figures(data)}
          <div className="panel">
            {data.listens > 0 ? (
              <DailyChart title={chartTitle} days={data.days} />
            ) : (
              <Empty title="No plays in this period">
                {choice.kind === 'all' ? (
                  <p>The chart begins with the first listen.</p>
                ) : (
                  <button
                    type="button"
                    className="button"
                    onClick={() => {
                      onChoose({ kind: 'all' });
                    }}
                    data-testid="show-all-time"
                  >
                    Look at all time
                  </button>
                )}
              </Empty>
            )}
          </div>
          {children?.(data)}
        </div>
      )}
    </section>
  );
}
