import { overview } from '../api/client';
import { useResource } from '../api/resource';
import { periodBefore } from '../charts/period';
import { usePeriod } from '../charts/usePeriod';
import { PeriodSection } from '../music/PeriodSection';
import { PageHeading } from '../shell/PageHeading';
import { useTitle } from '../shell/useTitle';
import { OverviewFigures } from './OverviewFigures';

/** The whole platform in numbers, for a period and against the one before. */
export function OverviewPage() {
  useTitle('Overview');
  const { choice, period, key, choose } = usePeriod();
  const before = periodBefore(period);
  const current = useResource(key, (signal) => overview(period, signal), { keepOlder: true });
  const earlier = useResource(`before ${key}`, (signal) =>
    before === null ? Promise.resolve(null) : overview(before, signal),
  );
  return (
    <div className="page" data-testid="overview-page">
      <PageHeading>Overview</PageHeading>
      <PeriodSection
        title="The platform in numbers"
        chartTitle="Plays by day"
        choice={choice}
        onChoose={choose}
        analytics={current}
        figures={(data) => <OverviewFigures now={data} before={earlier.data ?? null} />}
      />
    </div>
  );
}
