import { useRouteError } from 'react-router';

/** Stands in for everything when the page itself fails. */
export function Broken() {
  const error = useRouteError();
  return (
    <main className="page lone" role="alert">
      <h1>This page broke</h1>
      <p className="lead">It is our fault, not yours. Loading it again usually helps.</p>
      <p className="fine">{error instanceof Error ? error.message : 'The cause is unknown.'}</p>
      <p>
        <button
          type="button"
          className="button"
          onClick={() => {
            window.location.reload();
          }}
        >
          Load again
        </button>
      </p>
    </main>
  );
}
