import { useId, useState, type SubmitEvent } from 'react';
import { PageHeading } from '../shell/PageHeading';
import { Sleeve } from '../music/Sleeve';
import { cleanToken } from './token';

const mosaic = [
  'sistrum',
  'lute',
  'harp',
  'drum',
  'flute',
  'oboe',
  'bell',
  'lyre',
  'horn',
  'voice',
  'reed',
  'clap',
];

/** Asks for the personal token, and says what happens with it. */
export function TokenGate({ onToken }: { onToken: (token: string) => void }) {
  const field = useId();
  const [text, setText] = useState('');
  const [shown, setShown] = useState(false);
  const [missing, setMissing] = useState(false);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const token = cleanToken(text);
    if (token === '') setMissing(true);
    else onToken(token);
  };
  return (
    <div className="page gate" data-testid="token-gate">
      <div className="gate-words">
        <p className="kicker">For you</p>
        <PageHeading>Music picked from what you have heard</PageHeading>
        <p className="lead">
          Every pick says why it is there. Nothing you have just played, no artist over and over, and no page
          that repeats the last one.
        </p>
        <div className="mosaic">
          {mosaic.map((id) => (
            <Sleeve key={id} id={id} size="row" />
          ))}
        </div>
      </div>
      <form className="panel gate-form" onSubmit={submit} noValidate>
        <label htmlFor={field}>Your personal API token</label>
        <div className="gate-field">
          <input
            id={field}
            type={shown ? 'text' : 'password'}
            value={text}
            autoComplete="off"
            autoCapitalize="off"
            spellCheck={false}
            required
            aria-invalid={missing}
            aria-describedby={`${field}-about${missing ? ` ${field}-missing` : ''}`}
            onChange={(event) => {
              setText(event.target.value);
              setMissing(false);
            }}
            data-testid="token-input"
          />
          <button
            type="button"
            className="button quiet"
            aria-pressed={shown}
            onClick={() => {
              setShown(!shown);
            }}
          >
            {shown ? 'Hide' : 'Show'}
          </button>
        </div>
        {missing && (
          <p id={`${field}-missing`} className="field-error" role="alert">
            Paste your token first.
          </p>
        )}
        <button type="submit" className="button primary" data-testid="token-submit">
          Show my feed
        </button>
        <div id={`${field}-about`} className="gate-about">
          <p>
            <strong>Where it stays.</strong> In this browser tab only. It is sent to this server and to nobody
            else, and it is gone when you close the tab or press “Forget token”.
          </p>
          <p>
            <strong>Where it comes from.</strong> Whoever runs this Hathor makes one with{' '}
            <code>./hathor user create NAME</code>.
          </p>
        </div>
      </form>
    </div>
  );
}
