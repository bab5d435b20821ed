/**
 * ClickHouse's HTTP interface over the embedded engine, for one machine: loopback only, one user, no sessions, no
 * compression. Answers are whole before they are sent, so an error is always a status.
 *
 *   node server.mjs FOLDER PORT        CLICKHOUSE_USER and CLICKHOUSE_PASSWORD in the environment
 */
import { createServer } from 'node:http';
import { createHash, randomUUID, timingSafeEqual } from 'node:crypto';
import { Connections, EngineError, TOO_MANY_QUERIES } from './connections.mjs';
import { BadRequest, statementOf } from './statement.mjs';

const BODY_BYTES_MAX = 256 << 20;
const AUTHENTICATION_FAILED = 516;
const LIMIT_EXCEEDED = 290;
const NOT_FOUND_CODES = new Set([46, 47, 60, 81]);
const BAD_REQUEST_CODES = new Set([6, 16, 26, 27, 36, 38, 41, 43, 53, 62, 69, 70, 115, 117, 386, 456, 457]);

const [folder, port] = process.argv.slice(2);
const user = process.env.CLICKHOUSE_USER ?? 'default';
const password = process.env.CLICKHOUSE_PASSWORD ?? '';

const connections = new Connections(folder);
const [timezone] = (await connections.run({
  sql: 'SELECT timezone()', database: 'default', format: 'TabSeparatedRaw', settings: {}, parameters: {},
}).then((answer) => Buffer.from(answer.bytes).toString())).trim().split('\n');

const server = createServer((request, response) => {
  handle(request, response).catch((e) => fail(response, e));
});
server.requestTimeout = 0;
server.keepAliveTimeout = 30_000;
server.on('error', (e) => {
  console.error(`cannot listen on 127.0.0.1:${port}: ${e.message}`);
  process.exit(1);
});
server.listen(Number(port), '127.0.0.1', () => console.log(`listening on 127.0.0.1:${port}`));
for (const signal of ['SIGTERM', 'SIGINT']) {
  process.on(signal, () => process.exit(0));
}

async function handle(request, response) {
  const url = new URL(request.url, 'http://127.0.0.1');
  if (url.pathname === '/ping') {
    response.end('Ok.\n');
    return;
  }
  if (url.pathname !== '/') {
    response.writeHead(404).end(`There is no handle ${url.pathname}\n`);
    return;
  }
  authenticate(request.headers, url.searchParams);
  const body = await bodyOf(request);
  const statement = statementOf(url.searchParams, request.headers, body);
  const answer = await connections.run(statement);
  const bytes = answer.bytes ?? new Uint8Array(0);
  response.writeHead(200, {
    'Content-Type': 'application/octet-stream',
    'Content-Length': bytes.length,
    'X-ClickHouse-Server-Display-Name': 'hathor',
    'X-ClickHouse-Query-Id': url.searchParams.get('query_id') || randomUUID(),
    'X-ClickHouse-Timezone': timezone,
    ...(statement.format && { 'X-ClickHouse-Format': statement.format }),
    'X-ClickHouse-Summary': JSON.stringify({
      read_rows: String(answer.rowsRead ?? 0),
      read_bytes: String(answer.bytesRead ?? 0),
      written_rows: String(answer.rowsWritten ?? 0),
      written_bytes: String(answer.bytesWritten ?? 0),
      total_rows_to_read: '0',
      result_rows: '0',
      result_bytes: String(bytes.length),
      elapsed_ns: String(Math.round((answer.elapsed ?? 0) * 1e9)),
    }),
  });
  response.end(bytes);
}

function authenticate(headers, query) {
  const basic = /^Basic (.+)$/.exec(headers.authorization ?? '');
  const [basicUser, ...rest] = basic ? Buffer.from(basic[1], 'base64').toString().split(':') : [];
  const givenUser = basicUser ?? headers['x-clickhouse-user'] ?? query.get('user') ?? 'default';
  const givenPassword = basic ? rest.join(':') : (headers['x-clickhouse-key'] ?? query.get('password') ?? '');
  if (givenUser !== user || !timingSafeEqual(digest(givenPassword), digest(password))) {
    throw new BadRequest(AUTHENTICATION_FAILED, 'AUTHENTICATION_FAILED', `${givenUser}: Authentication failed`);
  }
}

function digest(text) {
  return createHash('sha256').update(text).digest();
}

async function bodyOf(request) {
  const chunks = [];
  let bytes = 0;
  for await (const chunk of request) {
    bytes += chunk.length;
    if (bytes > BODY_BYTES_MAX) {
      throw new BadRequest(LIMIT_EXCEEDED, 'LIMIT_EXCEEDED', `The request is larger than ${BODY_BYTES_MAX} bytes`);
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function fail(response, e) {
  const known = e instanceof EngineError || e instanceof BadRequest;
  if (!known) {
    console.error(e);
  }
  const code = known ? e.code : 1001;
  const text = Buffer.from(`${known ? e.message : `Code: 1001. DB::Exception: ${e.message}. (STD_EXCEPTION)`}\n`);
  if (response.headersSent) {
    response.destroy();
    return;
  }
  response.writeHead(statusOf(code), {
    'Content-Type': 'text/plain; charset=UTF-8',
    'Content-Length': text.length,
    'X-ClickHouse-Exception-Code': String(code),
    'X-ClickHouse-Server-Display-Name': 'hathor',
    // What was not read of the request would be taken for the next one.
    ...(code === LIMIT_EXCEEDED && { Connection: 'close' }),
  });
  response.end(text);
}

function statusOf(code) {
  if (code === AUTHENTICATION_FAILED) {
    return 401;
  }
  if (code === LIMIT_EXCEEDED) {
    return 413;
  }
  if (code === TOO_MANY_QUERIES) {
    return 503;
  }
  if (NOT_FOUND_CODES.has(code)) {
    return 404;
  }
  return BAD_REQUEST_CODES.has(code) ? 400 : 500;
}
