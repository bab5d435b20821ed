import { useEffect, useRef } from 'react';
import { Link, NavLink, Outlet, ScrollRestoration, useLocation } from 'react-router';
import { Logo } from './Logo';
import { ThemeSwitch } from './ThemeSwitch';

const places = [
  { to: '/', label: 'Live', icon: 'M3 12h3.5l2-6.5 4 13 3-9 1.5 2.5H21' },
  {
    to: '/feed',
    label: 'For you',
    icon: 'M12 20s-7.5-4.4-7.5-10A4.3 4.3 0 0 1 12 7.3 4.3 4.3 0 0 1 19.5 10c0 5.6-7.5 10-7.5 10Z',
  },
  { to: '/overview', label: 'Overview', icon: 'M5 20v-7M12 20V4M19 20v-10' },
] as const;

/** What stands around every view: skip link, header with the ways through, the view, the foot. */
export function Layout() {
  const main = useRef<HTMLElement>(null);
  const { pathname } = useLocation();
  const shown = useRef(pathname);

  // Whoever does not see the page change must be told: after a step inside the site, focus goes to the new heading.
  useEffect(() => {
    if (shown.current === pathname) return;
    shown.current = pathname;
    const heading = main.current?.querySelector<HTMLElement>('h1');
    (heading ?? main.current)?.focus({ preventScroll: true });
  }, [pathname]);

  return (
    <>
      <a className="skip-link" href="#main">
        Skip to content
      </a>
      <header className="masthead">
        <Link to="/" className="brand" aria-label="Hathor, live dashboard">
          <Logo />
          <span>Hathor</span>
        </Link>
        <nav className="places" aria-label="Main">
          {places.map(({ to, label, icon }) => (
            <NavLink key={to} to={to} end className="place" data-testid={`nav-${to.slice(1) || 'live'}`}>
              <svg viewBox="0 0 24 24" aria-hidden="true" focusable="false">
                <path className="stroke" d={icon} />
              </svg>
              <span>{label}</span>
            </NavLink>
          ))}
        </nav>
        <ThemeSwitch />
      </header>
      <main id="main" ref={main} tabIndex={-1}>
        <Outlet />
      </main>
      <footer className="foot">
        <p>Every number counts listens from one ledger. Days are UTC.</p>
        <p>
          <a href="/docs">API documentation</a>
        </p>
      </footer>
      <ScrollRestoration />
    </>
  );
}
