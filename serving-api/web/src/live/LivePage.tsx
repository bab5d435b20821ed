import { useState } from 'react';
import { PageHeading } from '../shell/PageHeading';
import { useTitle } from '../shell/useTitle';
import { LiveHero } from './LiveHero';
import { TopNow } from './TopNow';
import { TrendingPanel } from './TrendingPanel';
import { globalScope } from './scopes';
import { useLive } from './useLive';

/** What is being listened to at this moment. */
export function LivePage() {
  useTitle('Live');
  const state = useLive();
  const [scope, setScope] = useState(globalScope);
  const { snapshot } = state;
  return (
    <div className="page">
      <PageHeading className="sr-only">Live dashboard</PageHeading>
      <LiveHero state={state} />
      <div className="live-grid">
        <TrendingPanel scope={scope} onScope={setScope} countries={snapshot?.countries ?? []} />
        <div className="live-side">
          <TopNow
            title="Most listeners now"
            unit="listening"
            testId="top-listeners"
            waiting={snapshot === null}
            empty="Nobody is listening at this moment."
            tracks={snapshot?.topByListeners.map((track) => ({ ...track, value: track.listeners })) ?? []}
          />
          <TopNow
            title="Most played today"
            unit="plays"
            testId="top-plays"
            waiting={snapshot === null}
            empty="No plays yet today."
            tracks={snapshot?.topByPlays.map((track) => ({ ...track, value: track.plays })) ?? []}
          />
        </div>
      </div>
    </div>
  );
}
