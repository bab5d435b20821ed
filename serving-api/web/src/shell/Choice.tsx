import { useEffect, useId, useRef } from 'react';

export interface Option {
  key: string;
  label: string;
}

/** One of a few, as a row of chips. They are real radio buttons, so arrow keys and screen readers work as everywhere. */
export function Choice({
  legend,
  options,
  chosen,
  onChoose,
  testIdPrefix,
}: {
  legend: string;
  options: readonly Option[];
  chosen: string;
  onChoose: (key: string) => void;
  testIdPrefix: string;
}) {
  const name = useId();
  const row = useRef<HTMLDivElement>(null);

  // Where the chips do not all fit, the chosen one is the one to see.
  useEffect(() => {
    const chip = row.current?.querySelector<HTMLElement>('label:has(:checked)');
    if (chip == null || row.current === null) return;
    row.current.scrollLeft = chip.offsetLeft - (row.current.clientWidth - chip.offsetWidth) / 2;
  }, [chosen, options.length]);

  return (
    <fieldset className="choice" data-testid={testIdPrefix}>
      <legend className="sr-only">{legend}</legend>
      <div className="choice-row" ref={row}>
        {options.map(({ key, label }) => (
          <label key={key} className="chip" data-testid={`${testIdPrefix}-${key}`}>
            <input
              type="radio"
              name={name}
              value={key}
              checked={key === chosen}
              onChange={() => {
                onChoose(key);
              }}
            />
            <span>{label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
