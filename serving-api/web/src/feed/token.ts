const key = 'hathor.token';

/** The personal token of this browser tab. It lives in session storage, so it is gone with the tab. */
export function storedToken(): string | null {
  try {
    return sessionStorage.getItem(key);
  } catch {
    return null;
  }
}

export function storeToken(token: string): void {
  try {
    sessionStorage.setItem(key, token);
  } catch {
    // Storage is switched off: the token then lasts as long as the page.
  }
}

export function forgetToken(): void {
  try {
    sessionStorage.removeItem(key);
  } catch {
    // Nothing was kept.
  }
}

/** A token as pasted, without blanks, quotes or the scheme people copy along. */
export function cleanToken(pasted: string): string {
  return pasted
    .trim()
    .replace(/^(?:bearer|token)\s+/i, '')
    .replace(/^["']+|["']+$/g, '')
    .trim();
}
