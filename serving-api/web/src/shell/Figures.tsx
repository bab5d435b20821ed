import type { ReactNode } from 'react';

/** A few numbers side by side, each with its name. */
export function Figures({ children, label }: { children: ReactNode; label: string }) {
  return (
    <dl className="figures" aria-label={label}>
      {children}
    </dl>
  );
}

export function Figure({
  name,
  children,
  note,
  testId,
  value,
}: {
  name: string;
  children: ReactNode;
  note?: ReactNode;
  testId?: string;
  value?: number;
}) {
  return (
    <div className="figure">
      <dt>{name}</dt>
      <dd>
        <span className="figure-value" data-testid={testId} data-value={value}>
          {children}
        </span>
        {note !== undefined && <span className="figure-note">{note}</span>}
      </dd>
    </div>
  );
}
