import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { Failure } from '../shell/states';
import { address, forYou, ownerOf, track, trending } from './client';
import { asApiError, refusal } from './errors';

function answering(status: number, body: string, headers: Record<string, string> = {}) {
  const answer = vi.fn<typeof fetch>(() => Promise.resolve(new Response(body, { status, headers })));
  vi.stubGlobal('fetch', answer);
  return answer;
}

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

describe('asking', () => {
  test('leaves out what is not asked and escapes what is', () => {
    expect(address('/api/x', { country: undefined, limit: 20 })).toBe('/api/x?limit=20');
    expect(address('/api/x', { cursor: 'a b&c' })).toBe('/api/x?cursor=a+b%26c');
    expect(address('/api/x')).toBe('/api/x');
  });

  test('an id cannot leave its place in the path', async () => {
    const answer = answering(200, '{}');
    await track('../users/x?y');
    expect(answer.mock.calls[0]?.[0]).toBe('/api/tracks/..%2Fusers%2Fx%3Fy');
  });

  test('the token goes with personal requests and with no others', async () => {
    const answer = answering(200, '{}');
    await forYou('secret', null);
    await trending(undefined, 20);
    expect(answer.mock.calls[0]?.[1]?.headers).toMatchObject({ Authorization: 'Bearer secret' });
    expect(answer.mock.calls[1]?.[1]?.headers).not.toHaveProperty('Authorization');
  });

  test('a token nobody has belongs to nobody', async () => {
    answering(200, '{"code":200,"message":"Token invalid.","valid":false}');
    expect(await ownerOf('wrong')).toBeNull();
    answering(200, '{"code":200,"message":"Token valid.","valid":true,"user_name":"Mira"}');
    expect(await ownerOf('right')).toEqual({ name: 'Mira', userId: 'mira' });
  });
});

describe('refusals', () => {
  test('speak with the words of the error body', async () => {
    answering(
      503,
      '{"error":{"code":"STORE_UNAVAILABLE","message":"The store is away.","details":{},"timestamp":"","requestId":"r-1"}}',
      { 'Retry-After': '7' },
    );
    const error = asApiError(await track('a').catch((thrown: unknown) => thrown));
    expect(error).toMatchObject({
      status: 503,
      code: 'STORE_UNAVAILABLE',
      requestId: 'r-1',
      retryAfterSeconds: 7,
    });
  });

  test.each([undefined, null, 'text', {}, { error: null }, { error: { message: '' } }])(
    'without an error body (%o) there is still a sentence',
    (body) => {
      expect(refusal(502, body, null)).toMatchObject({
        code: 'HTTP_502',
        message: 'The server answered with status 502.',
        requestId: null,
      });
    },
  );

  test('a network that is away is told apart from a server that refuses', async () => {
    vi.stubGlobal('fetch', vi.fn().mockRejectedValue(new TypeError('failed')));
    expect(asApiError(await track('a').catch((thrown: unknown) => thrown))).toMatchObject({
      status: 0,
      code: 'UNREACHABLE',
    });
  });

  test('an answer that is no JSON is an error and not an empty page', async () => {
    answering(200, '<html>');
    expect(asApiError(await track('a').catch((thrown: unknown) => thrown)).code).toBe('NOT_JSON');
  });

  test('are shown with message and request id', () => {
    const body = { error: { code: 'TRACK_NOT_FOUND', message: 'There is no track x.', requestId: 'r-2' } };
    render(<Failure error={refusal(404, body, null)} what="Nobody knows this track yet" />);
    const shown = screen.getByRole('alert').textContent;
    expect(shown).toContain('There is no track x.');
    expect(screen.getByTestId('error-request-id').textContent).toBe('r-2');
  });
});
