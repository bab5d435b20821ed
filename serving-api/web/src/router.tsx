import { createBrowserRouter } from 'react-router';
import { FeedPage } from './feed/FeedPage';
import { LivePage } from './live/LivePage';
import { ArtistPage } from './music/ArtistPage';
import { TrackPage } from './music/TrackPage';
import { OverviewPage } from './overview/OverviewPage';
import { Broken } from './shell/Broken';
import { Layout } from './shell/Layout';
import { NotFoundPage } from './shell/NotFoundPage';

export const router = createBrowserRouter([
  {
    element: <Layout />,
    errorElement: <Broken />,
    children: [
      { path: '/', element: <LivePage /> },
      { path: '/feed', element: <FeedPage /> },
      { path: '/overview', element: <OverviewPage /> },
      { path: '/tracks/:trackId', element: <TrackPage /> },
      { path: '/artists/:artistId', element: <ArtistPage /> },
      { path: '*', element: <NotFoundPage /> },
    ],
  },
]);
