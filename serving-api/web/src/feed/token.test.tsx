import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { TokenGate } from './TokenGate';
import { cleanToken, forgetToken, storedToken, storeToken } from './token';

afterEach(() => {
  cleanup();
  sessionStorage.clear();
});

describe('the token', () => {
  test('stays in session storage only, until it is forgotten', () => {
    storeToken('secret');
    expect(storedToken()).toBe('secret');
    expect(localStorage).toHaveLength(0);
    expect(document.cookie).toBe('');
    forgetToken();
    expect(storedToken()).toBeNull();
    expect(sessionStorage).toHaveLength(0);
  });

  test.each([
    ['  abc \n', 'abc'],
    ['Bearer abc', 'abc'],
    ['token abc', 'abc'],
    ['"abc"', 'abc'],
    ['tokenabc', 'tokenabc'],
    ['   ', ''],
  ])('pasted as %j is %j', (pasted, token) => {
    expect(cleanToken(pasted)).toBe(token);
  });
});

test('the gate asks for a token, hides it, and says so when there is none', () => {
  const onToken = vi.fn();
  render(<TokenGate onToken={onToken} />);
  const field = screen.getByLabelText('Your personal API token');
  expect(field.getAttribute('type')).toBe('password');
  fireEvent.click(screen.getByTestId('token-submit'));
  expect(onToken).not.toHaveBeenCalled();
  expect(screen.getByRole('alert').textContent).toBe('Paste your token first.');
  fireEvent.change(field, { target: { value: ' Bearer abc ' } });
  fireEvent.click(screen.getByTestId('token-submit'));
  expect(onToken).toHaveBeenCalledWith('abc');
});
