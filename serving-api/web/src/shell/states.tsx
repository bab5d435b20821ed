import type { ReactNode } from 'react';
import type { ApiError } from '../api/errors';

/** Says what went wrong in the server's own words, with the id under which its log has the rest. */
export function Failure({ error, what, onRetry }: { error: ApiError; what: string; onRetry?: () => void }) {
  return (
    <div className="notice failure" role="alert" data-testid="error" data-code={error.code}>
      <p className="notice-title">{what}</p>
      <p>
        {error.message}
        {error.retryAfterSeconds !== null && ` Try again in ${error.retryAfterSeconds} s.`}
      </p>
      <dl className="fault">
        <div>
          <dt>Code</dt>
          <dd>{error.code}</dd>
        </div>
        {error.requestId !== null && (
          <div>
            <dt>Request</dt>
            <dd data-testid="error-request-id">{error.requestId}</dd>
          </div>
        )}
      </dl>
      {onRetry !== undefined && (
        <button type="button" className="button" onClick={onRetry} data-testid="retry">
          Try again
        </button>
      )}
    </div>
  );
}

/** Says that there is nothing, why, and what would change that. */
export function Empty({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <div className="notice empty" data-testid="empty">
      <svg viewBox="0 0 64 32" aria-hidden="true" focusable="false">
        <path d="M2 16h6m4-5v10m6-7v4m6-10v16m6-11v6m6-9v12m6-8v4m6-6v8m6-6v4m4-2h4" />
      </svg>
      <p className="notice-title">{title}</p>
      {children !== undefined && <div>{children}</div>}
    </div>
  );
}

/** Holds the place of a list that is on its way. */
export function SkeletonRows({ rows, label }: { rows: number; label: string }) {
  return (
    <div className="skeleton-rows" role="status" data-testid="loading">
      <span className="sr-only">{label}</span>
      {Array.from({ length: rows }, (_, index) => (
        <div key={index} className="skeleton-row" aria-hidden="true">
          <span className="bone square" />
          <span className="bone" />
        </div>
      ))}
    </div>
  );
}

/** Holds the place of a chart or figures that are on their way. */
export function SkeletonBlock({ label, height }: { label: string; height: 'figures' | 'chart' }) {
  return (
    <div className={`bone block ${height}`} role="status" data-testid="loading">
      <span className="sr-only">{label}</span>
    </div>
  );
}
