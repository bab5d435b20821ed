/** Turns a request of ClickHouse's HTTP interface into the one statement that it asks for. */

/** Parameters that are not settings. */
const RESERVED = new Set([
  'query', 'database', 'default_format', 'query_id', 'session_id', 'session_timeout', 'session_check', 'user', 'password',
  'quota_key', 'compress', 'decompress', 'buffer_size', 'wait_end_of_query', 'stacktrace', 'role', 'client_protocol_version',
  'enable_http_compression', 'http_zlib_compression_level', 'send_progress_in_http_headers',
  'http_headers_progress_interval_ms',
]);
const NAME = /^[A-Za-z_][A-Za-z0-9_]*$/;
const LEADING = /^(?:\s+|--[^\n]*(?:\n|$)|\/\*[\s\S]*?\*\/)*/;
const HEAD_BYTES = 4096;

/** A request that cannot be served, with the code that ClickHouse has for it. */
export class BadRequest extends Error {
  constructor(code, name, message) {
    super(`Code: ${code}. DB::Exception: ${message}. (${name})`);
    this.code = code;
  }
}

/**
 * @param {URLSearchParams} query the parameters of the URL
 * @param {Record<string, string>} headers of the request
 * @param {Buffer} body
 * @returns {{sql: string, payload?: Buffer, database: string, format: string, settings: object, parameters: object}}
 */
export function statementOf(query, headers, body) {
  if (query.get('decompress') === '1' || query.get('compress') === '1') {
    throw new BadRequest(36, 'BAD_ARGUMENTS', 'This server does not compress: set compress=false');
  }
  const settings = {};
  const parameters = {};
  for (const [name, value] of query) {
    if (name.startsWith('param_')) {
      parameters[checked(name.slice('param_'.length))] = value;
    } else if (!RESERVED.has(name)) {
      settings[checked(name)] = value;
    }
  }
  const common = {
    database: query.get('database') || headers['x-clickhouse-database'] || 'default',
    settings,
    parameters,
  };
  const inUrl = query.get('query') ?? '';
  const head = inUrl + (inUrl ? '\n' : '') + body.toString('latin1', 0, HEAD_BYTES);
  const verb = /^[A-Za-z]*/.exec(head.slice(LEADING.exec(head)[0].length))[0].toUpperCase();
  if (verb === '') {
    throw new BadRequest(62, 'SYNTAX_ERROR', 'Empty query');
  }
  if (verb === 'INSERT' && body.length > 0) {
    // The bytes stay bytes: a payload in a binary format is not text.
    return inUrl ? { ...common, sql: inUrl, payload: body } : { ...common, sql: '', payload: body };
  }
  const text = body.toString('utf8');
  const sql = inUrl && text ? `${inUrl}\n${text}` : inUrl || text;
  const fallback = query.get('default_format') || headers['x-clickhouse-format'] || 'TabSeparated';
  return { ...common, sql, format: formatOf(sql, checked(fallback)) };
}

/** The format that the answer will be in: that of the FORMAT clause at the end, if there is one. */
export function formatOf(sql, fallback) {
  const clause = /\bFORMAT\s+([A-Za-z][A-Za-z0-9]*)\s*(?:SETTINGS\s+[^']*)?;?\s*$/i.exec(sql);
  return clause ? clause[1] : fallback;
}

function checked(name) {
  if (!NAME.test(name)) {
    throw new BadRequest(36, 'BAD_ARGUMENTS', 'Malformed name in the parameters of the URL');
  }
  return name;
}
