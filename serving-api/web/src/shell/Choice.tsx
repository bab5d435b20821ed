import { useId } from 'react';

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
  return (
    <fieldset className="choice" data-testid={testIdPrefix}>
      <legend className="sr-only">{legend}</legend>
      <div className="choice-row">
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
