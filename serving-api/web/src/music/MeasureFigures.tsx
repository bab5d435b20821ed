import type { Measures } from '../api/shapes';
import { formatListeningTime } from '../format/durations';
import { formatCount, formatShare } from '../format/numbers';
import { Figure, Figures } from '../shell/Figures';

/** The totals of a period. */
export function MeasureFigures({ measures, label }: { measures: Measures; label: string }) {
  return (
    <Figures label={label}>
      <Figure name="Plays" testId="total-listens" value={measures.listens}>
        {formatCount(measures.listens)}
      </Figure>
      <Figure
        name="Qualified"
        note={`${formatShare(measures.qualifiedListens, measures.listens)} of plays`}
        testId="total-qualified"
        value={measures.qualifiedListens}
      >
        {formatCount(measures.qualifiedListens)}
      </Figure>
      <Figure name="Listeners" testId="total-listeners" value={measures.listeners}>
        {formatCount(measures.listeners)}
      </Figure>
      <Figure name="Time listened" testId="total-time" value={measures.msPlayed}>
        {formatListeningTime(measures.msPlayed)}
      </Figure>
    </Figures>
  );
}
