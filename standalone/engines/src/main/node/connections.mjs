import { createRequire } from 'node:module';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Session } from 'chdb';

// The package's own insert() knows text formats only; the engine below it takes the bytes of any.
const native = createRequire(import.meta.resolve('chdb'))(`@chdb/lib-${process.platform}-${process.arch}-gnu`);

// As many as Node has threads for the engine (UV_THREADPOOL_SIZE).
const CONNECTIONS = 8;
const QUEUE_MAX = 256;
export const TOO_MANY_QUERIES = 202;

/** Settings of the server, in the words of ClickHouse's configuration file: small caches, few threads. */
const CONFIGURATION = `<clickhouse>
  <max_server_memory_usage>1610612736</max_server_memory_usage>
  <mark_cache_size>33554432</mark_cache_size>
  <index_mark_cache_size>8388608</index_mark_cache_size>
  <uncompressed_cache_size>0</uncompressed_cache_size>
  <mmap_cache_size>64</mmap_cache_size>
  <compiled_expression_cache_size>8388608</compiled_expression_cache_size>
  <background_pool_size>2</background_pool_size>
  <background_merges_mutations_concurrency_ratio>2</background_merges_mutations_concurrency_ratio>
  <background_common_pool_size>2</background_common_pool_size>
  <background_schedule_pool_size>4</background_schedule_pool_size>
  <max_thread_pool_size>256</max_thread_pool_size>
  <max_thread_pool_free_size>16</max_thread_pool_free_size>
  <merge_tree>
    <number_of_free_entries_in_pool_to_lower_max_size_of_merge>2</number_of_free_entries_in_pool_to_lower_max_size_of_merge>
    <number_of_free_entries_in_pool_to_execute_mutation>2</number_of_free_entries_in_pool_to_execute_mutation>
    <number_of_free_entries_in_pool_to_execute_optimize_entire_partition>2</number_of_free_entries_in_pool_to_execute_optimize_entire_partition>
  </merge_tree>
</clickhouse>
`;

/** What holds for each query that does not say otherwise. */
const PROFILE = {
  max_threads: '4',
  max_memory_usage: '1073741824',
  max_result_bytes: '536870912',
  result_overflow_mode: 'throw',
  max_execution_time: '600',
};

/** A failure that the engine tells in its own words, with its own code. */
export class EngineError extends Error {
  constructor(code, message) {
    super(message);
    this.code = code;
  }
}

/** A few connections to the one engine of this process, each used by one query at a time; the others wait in a queue. */
export class Connections {
  #idle = [];
  #waiting = [];
  #folder;
  #configuration;

  constructor(folder) {
    this.#folder = join(folder, 'data');
    this.#configuration = join(folder, 'config.xml');
    writeFileSync(this.#configuration, CONFIGURATION);
    for (let i = 0; i < CONNECTIONS; i++) {
      this.#idle.push(this.#open());
    }
  }

  /** Runs one statement; answers { bytes, rowsRead, bytesRead, rowsWritten, bytesWritten, elapsed }. */
  async run(statement) {
    let connection = await this.#take();
    try {
      return await connection.run(statement);
    } finally {
      if (connection.spent) {
        connection.close();
        connection = this.#open();
      }
      const next = this.#waiting.shift();
      if (next) {
        next(connection);
      } else {
        this.#idle.push(connection);
      }
    }
  }

  #take() {
    const connection = this.#idle.pop();
    if (connection) {
      return Promise.resolve(connection);
    }
    if (this.#waiting.length >= QUEUE_MAX) {
      throw new EngineError(TOO_MANY_QUERIES, `Code: ${TOO_MANY_QUERIES}. DB::Exception: Too many queries are waiting. (TOO_MANY_SIMULTANEOUS_QUERIES)`);
    }
    return new Promise((resolve) => this.#waiting.push(resolve));
  }

  #open() {
    return new Connection(new Session(this.#folder, { connectionArgs: [`--config-file=${this.#configuration}`] }));
  }
}

class Connection {
  #session;
  #database = 'default';
  /** Whether it carries something that cannot be taken back, so that it must not be used again. */
  spent = false;

  constructor(session) {
    this.#session = session;
    session.query(settingsSql(PROFILE));
  }

  async run({ sql, payload, database, format, settings, parameters }) {
    try {
      if (database !== this.#database) {
        await this.#session.queryAsync(`USE ${quoteName(database)}`);
        this.#database = database;
      }
      const names = Object.keys(settings);
      if (names.length > 0) {
        this.spent = true;
        await this.#session.queryAsync(settingsSql(settings));
      }
      const bound = Object.entries(parameters).map(([name, value]) => [`param_${name}`, value]);
      if (bound.length > 0) {
        this.spent = true;
        await this.#session.queryAsync(settingsSql(Object.fromEntries(bound)));
      }
      const answer = payload
        ? await native.InsertRawAsyncConnection(this.#session.connection, sql, payload, false)
        : resultOf(await this.#session.queryAsync(sql, { format }));
      if (names.length > 0 && bound.length === 0) {
        await this.#session.queryAsync(names.map((name) => `SET ${name} = ${name in PROFILE ? quote(PROFILE[name]) : 'DEFAULT'}`).join('; '));
        this.spent = false;
      }
      return answer;
    } catch (e) {
      this.spent = this.spent || !(e.message ?? '').includes('Code: ');
      throw new EngineError(codeOf(e), String(e.message ?? e));
    }
  }

  close() {
    this.#session.close();
  }
}

function resultOf(result) {
  return { bytes: result.bytes(), rowsRead: result.rowsRead, bytesRead: result.bytesRead, elapsed: result.elapsed };
}

function codeOf(e) {
  const code = /Code: (\d+)\./.exec(e.message ?? '');
  return code ? Number(code[1]) : 1002;
}

function settingsSql(settings) {
  return `SET ${Object.entries(settings).map(([name, value]) => `${name} = ${quote(value)}`).join(', ')}`;
}

function quote(text) {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
}

function quoteName(name) {
  return `\`${name.replaceAll('\\', '\\\\').replaceAll('`', '\\`')}\``;
}
