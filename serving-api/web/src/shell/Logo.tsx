/** The mark: a sun disk held by horns, which is also a string instrument seen from the front. */
export function Logo() {
  return (
    <svg className="logo" viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <circle className="logo-sun" cx="16" cy="11.5" r="5.7" />
      <path
        className="logo-horns"
        d="M4 3.5c-.8 10.5 3 18.5 12 18.5s12.8-8 12-18.5c-1.3 8.8-4.8 14-12 14S5.3 12.3 4 3.5Z"
      />
      <rect className="logo-horns" x="14.4" y="23.2" width="3.2" height="5.8" rx="1.6" />
    </svg>
  );
}
