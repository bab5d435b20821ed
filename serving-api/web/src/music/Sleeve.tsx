import { designSleeve, type Motif } from './sleeve';

/** A drawn sleeve for music that has no picture. Decoration only: the name always stands beside it. */
export function Sleeve({ id, size }: { id: string; size: 'row' | 'page' }) {
  const { motif, colouring, quarterTurns, shift } = designSleeve(id);
  return (
    <svg
      className={`sleeve sleeve-${size} colouring-${colouring}`}
      viewBox="0 0 48 48"
      aria-hidden="true"
      focusable="false"
    >
      <rect className="s0" width="48" height="48" />
      <g transform={`rotate(${quarterTurns * 90} 24 24)`}>{drawings[motif](shift)}</g>
    </svg>
  );
}

const drawings: Record<Motif, (shift: number) => React.ReactNode> = {
  sun: (shift) => (
    <>
      <path className="s1" d="M0 30h48v18H0z" />
      <circle className="s2" cx={16 + shift * 16} cy="27" r={10 + shift * 5} />
      <path className="s0" d="M0 33h48v2H0zM0 38h48v3H0z" />
    </>
  ),
  horns: (shift) => (
    <>
      <path className="s1" d="M4 2c0 22 4 36 20 36S44 24 44 2c-3 16-9 25-20 25S7 18 4 2Z" />
      <circle className="s2" cx="24" cy={13 + shift * 3} r={6 + shift * 3} />
    </>
  ),
  waves: (shift) => (
    <>
      {[0, 1, 2, 3].map((row) => (
        <path
          key={row}
          className={row % 2 === 0 ? 's1' : 's2'}
          d={`M0 ${10 + row * 11}c8-${7 + shift * 5} 16-${7 + shift * 5} 24 0s16 ${7 + shift * 5} 24 0v6c-8 ${7 + shift * 5}-16 ${7 + shift * 5}-24 0s-16-${7 + shift * 5}-24 0z`}
        />
      ))}
    </>
  ),
  lotus: () => (
    <>
      <path className="s1" d="M0 48A48 48 0 0 1 48 0v16A32 32 0 0 0 16 48Z" />
      <path className="s2" d="M26 48A22 22 0 0 1 48 26v10a12 12 0 0 0-12 12Z" />
    </>
  ),
  strings: (shift) => (
    <>
      {[0, 1, 2, 3, 4, 5].map((string) => (
        <rect
          key={string}
          className={string === Math.floor(shift * 6) ? 's2' : 's1'}
          x={4 + string * 7}
          width="4"
          y={24 - Math.abs(Math.sin(1 + string * 1.7 + shift * 6)) * 20}
          height={Math.abs(Math.sin(1 + string * 1.7 + shift * 6)) * 40}
          rx="2"
        />
      ))}
    </>
  ),
  steps: (shift) => (
    <>
      <path className="s1" d="M0 48V36h12V24h12V12h12V0h12v48Z" />
      <circle className="s2" cx={12 + shift * 3} cy={12 + shift * 3} r="7" />
    </>
  ),
};
