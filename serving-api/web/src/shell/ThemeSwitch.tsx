import { useState } from 'react';

type Theme = 'dark' | 'light';

/** Changes between night and day, and remembers it for the next visit. */
export function ThemeSwitch() {
  const [theme, setTheme] = useState<Theme>(() =>
    document.documentElement.dataset.theme === 'light' ? 'light' : 'dark',
  );
  const other: Theme = theme === 'dark' ? 'light' : 'dark';
  const change = () => {
    document.documentElement.dataset.theme = other;
    try {
      localStorage.setItem('hathor.theme', other);
    } catch {
      // Storage is switched off: the choice lasts as long as the page.
    }
    setTheme(other);
  };
  return (
    <button
      type="button"
      className="icon-button"
      onClick={change}
      aria-label={`Switch to ${other} theme`}
      title={`Switch to ${other} theme`}
      data-testid="theme-switch"
    >
      <svg viewBox="0 0 24 24" aria-hidden="true" focusable="false">
        {theme === 'dark' ? (
          <g className="stroke">
            <circle cx="12" cy="12" r="4.2" />
            <path d="M12 2.5v2.5M12 19v2.5M2.5 12H5M19 12h2.5M5.3 5.3l1.8 1.8M16.9 16.9l1.8 1.8M5.3 18.7l1.8-1.8M16.9 7.1l1.8-1.8" />
          </g>
        ) : (
          <path className="stroke" d="M20 14.3A8.3 8.3 0 0 1 9.7 4 8.3 8.3 0 1 0 20 14.3Z" />
        )}
      </svg>
    </button>
  );
}
