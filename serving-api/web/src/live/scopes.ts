import { countryName } from '../format/countries';
import type { Option } from '../shell/Choice';

export const globalScope = 'global';

/** The places one can look at trending for: everywhere first, then the countries by name. */
export function scopeOptions(countries: readonly string[]): Option[] {
  const named = [...new Set(countries)].map((code) => ({ key: code, label: countryName(code) }));
  named.sort((one, other) => one.label.localeCompare(other.label, 'en'));
  return [{ key: globalScope, label: 'Everywhere' }, ...named];
}

export function scopeName(scope: string): string {
  return scope === globalScope ? 'Everywhere' : `In ${countryName(scope)}`;
}
