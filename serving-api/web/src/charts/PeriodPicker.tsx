import { useState } from 'react';
import { Choice } from '../shell/Choice';
import { addDays, isDay, toDay } from '../format/days';
import { presets, type PeriodChoice } from './period';

const own = 'own';

/** Chooses the days that a page looks at: usual spans, or a first and last day. */
export function PeriodPicker({
  chosen,
  onChoose,
}: {
  chosen: PeriodChoice;
  onChoose: (choice: PeriodChoice) => void;
}) {
  const today = toDay(new Date());
  const key = presets.find(({ choice }) => JSON.stringify(choice) === JSON.stringify(chosen))?.key ?? own;
  const [draft, setDraft] = useState(
    chosen.kind === 'own' ? chosen : { first: addDays(today, -29), last: today },
  );
  const change = (days: { first: string; last: string }) => {
    setDraft(days);
    if (isDay(days.first) && isDay(days.last) && days.first <= days.last) onChoose({ kind: 'own', ...days });
  };
  const backwards = key === own && draft.first > draft.last;
  return (
    <div className="period">
      <Choice
        legend="Period"
        options={[...presets, { key: own, label: 'Own days' }]}
        chosen={key}
        onChoose={(picked) => {
          const preset = presets.find((known) => known.key === picked);
          if (preset !== undefined) onChoose(preset.choice);
          else change(draft);
        }}
        testIdPrefix="period"
      />
      {key === own && (
        <div className="period-days">
          <label>
            First day
            <input
              type="date"
              value={draft.first}
              max={today}
              onChange={(event) => {
                change({ ...draft, first: event.target.value });
              }}
              data-testid="period-first"
            />
          </label>
          <label>
            Last day
            <input
              type="date"
              value={draft.last}
              aria-invalid={backwards}
              onChange={(event) => {
                change({ ...draft, last: event.target.value });
              }}
              data-testid="period-last"
            />
          </label>
          {backwards && <p role="alert">The last day lies before the first.</p>}
        </div>
      )}
    </div>
  );
}
