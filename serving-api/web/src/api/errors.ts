/** Why a request brought nothing: the platform's error body, or the failure to reach it at all. */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  /** HTTP status; 0 when no answer came. */
  readonly status: number;
  readonly code: string;
  readonly requestId: string | null;
  /** Seconds after which trying again makes sense, where the server said so. */
  readonly retryAfterSeconds: number | null;

  constructor(fault: {
    status: number;
    code: string;
    message: string;
    requestId?: string | null;
    retryAfterSeconds?: number | null;
  }) {
    super(fault.message);
    this.status = fault.status;
    this.code = fault.code;
    this.requestId = fault.requestId ?? null;
    this.retryAfterSeconds = fault.retryAfterSeconds ?? null;
  }
}

/** Nothing answered: the box is down, or the network is. */
export function unreachable(): ApiError {
  return new ApiError({ status: 0, code: 'UNREACHABLE', message: 'The server did not answer.' });
}

/** Reads the error body of a refused request; one that is not the platform's own becomes a plain sentence. */
export function refusal(status: number, body: unknown, retryAfter: string | null): ApiError {
  const seconds = retryAfter !== null && /^\d+$/.test(retryAfter) ? Number(retryAfter) : null;
  const error = field(body, 'error');
  const code = field(error, 'code');
  const message = field(error, 'message');
  const requestId = field(error, 'requestId');
  return new ApiError({
    status,
    code: typeof code === 'string' ? code : `HTTP_${status}`,
    message:
      typeof message === 'string' && message !== '' ? message : `The server answered with status ${status}.`,
    requestId: typeof requestId === 'string' ? requestId : null,
    retryAfterSeconds: seconds,
  });
}

/** Whatever was thrown, as an error that can be shown. */
export function asApiError(thrown: unknown): ApiError {
  return thrown instanceof ApiError ? thrown : unreachable();
}

function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined;
}
