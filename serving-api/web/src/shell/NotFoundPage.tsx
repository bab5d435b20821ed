import { Link } from 'react-router';
import { PageHeading } from './PageHeading';
import { useTitle } from './useTitle';

export function NotFoundPage() {
  useTitle('Not found');
  return (
    <div className="page lone" data-testid="not-found">
      <PageHeading>There is no page here</PageHeading>
      <p className="lead">The address may be mistyped, or the link that brought you is old.</p>
      <p>
        <Link className="button" to="/">
          Go to the live dashboard
        </Link>
      </p>
    </div>
  );
}
