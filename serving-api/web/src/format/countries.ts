const names = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'code' });

/** A country's English name by its two-letter code, or the code itself where it names none. */
export function countryName(code: string): string {
  try {
    return names.of(code) ?? code;
  } catch {
    return code;
  }
}
