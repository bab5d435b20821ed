import type { ReactNode } from 'react';

/** A view's heading; it can take focus so that a change of view is announced. */
export function PageHeading({ children, className }: { children: ReactNode; className?: string }) {
  return (
    <h1 tabIndex={-1} className={className} data-testid="page-heading">
      {children}
    </h1>
  );
}
