import { useState } from 'react';
import { asApiError } from '../api/errors';
import { ownerOf, type TokenOwner } from '../api/client';
import { useResource } from '../api/resource';
import { PageHeading } from '../shell/PageHeading';
import { Failure, SkeletonRows } from '../shell/states';
import { useTitle } from '../shell/useTitle';
import { ListenerStatistics } from './ListenerStatistics';
import { RecommendationFeed } from './RecommendationFeed';
import { forgetToken, storedToken, storeToken } from './token';
import { TokenGate } from './TokenGate';

/** What the platform would play for one person, and why. */
export function FeedPage() {
  useTitle('For you');
  const [token, setToken] = useState(storedToken);
  const forget = () => {
    forgetToken();
    setToken(null);
  };
  if (token === null) {
    return (
      <TokenGate
        onToken={(entered) => {
          storeToken(entered);
          setToken(entered);
        }}
      />
    );
  }
  return <OwnFeed key={token} token={token} onForget={forget} />;
}

function OwnFeed({ token, onForget }: { token: string; onForget: () => void }) {
  const owner = useResource<TokenOwner | null>('owner', (signal) =>
    ownerOf(token, signal).catch((thrown: unknown) => {
      const error = asApiError(thrown);
      if (error.status === 401) return null;
      throw thrown;
    }),
  );
  if (owner.error !== undefined) {
    return (
      <div className="page lone">
        <PageHeading>For you</PageHeading>
        <Failure error={owner.error} what="Your token could not be checked" onRetry={owner.reload} />
        <ForgetButton onForget={onForget} />
      </div>
    );
  }
  if (owner.data === undefined) {
    return (
      <div className="page">
        <PageHeading>For you</PageHeading>
        <SkeletonRows rows={8} label="Checking your token" />
      </div>
    );
  }
  if (owner.data === null) {
    return (
      <div className="page lone" data-testid="token-refused">
        <PageHeading>This token is not known here</PageHeading>
        <p className="lead">
          It may be mistyped, revoked, or from another installation. Forget it and enter another one.
        </p>
        <ForgetButton onForget={onForget} />
      </div>
    );
  }
  return (
    <div className="page" data-testid="feed-page" data-user-id={owner.data.userId}>
      <header className="feed-head">
        <div>
          <p className="kicker">For you</p>
          <PageHeading>
            <span data-testid="feed-owner">{owner.data.name}</span>
          </PageHeading>
        </div>
        <ForgetButton onForget={onForget} />
      </header>
      <div className="feed-grid">
        <RecommendationFeed token={token} />
        <ListenerStatistics token={token} userId={owner.data.userId} />
      </div>
    </div>
  );
}

function ForgetButton({ onForget }: { onForget: () => void }) {
  return (
    <button type="button" className="button quiet" onClick={onForget} data-testid="token-forget">
      Forget token
    </button>
  );
}
