// What Maven runs: `node maven.mjs build|test --skip=true|false`. Each step is left out while nothing it depends on
// has changed since it last succeeded; the stamps of that lie in node_modules and go when it goes.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = fileURLToPath(new URL('.', import.meta.url));
const stamps = join(here, 'node_modules', '.hathor');
const sources = [
  'index.html',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
  'vite.config.ts',
  'public',
  'src',
];

function files(path) {
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path)
    .sort()
    .flatMap((name) => files(join(path, name)));
}

function hashOf(paths) {
  const hash = createHash('sha256');
  for (const file of paths.flatMap((path) => files(join(here, path)))) {
    hash.update(relative(here, file)).update('\0').update(readFileSync(file)).update('\0');
  }
  return hash.digest('hex');
}

function npm(...args) {
  const { status, error } = spawnSync('npm', [...args, '--loglevel=error'], {
    cwd: here,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (error !== undefined) console.error(`npm could not be started: ${error.message}`);
  if (status !== 0) process.exit(status ?? 1);
}

function unlessDone(step, hash, result, run) {
  const stamp = join(stamps, step);
  if (existsSync(result) && existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) return;
  run();
  mkdirSync(stamps, { recursive: true });
  writeFileSync(stamp, hash);
}

const [step, skip] = process.argv.slice(2);
if (skip !== '--skip=true') {
  unlessDone(
    'installed',
    hashOf(['package.json', 'package-lock.json', '.npmrc']),
    join(here, 'node_modules'),
    () => {
      npm('ci');
    },
  );
  if (step === 'build') {
    unlessDone('built', hashOf(sources), join(here, 'dist', 'index.html'), () => {
      npm('run', 'build');
    });
  } else if (step === 'test') {
    unlessDone('tested', hashOf(sources), here, () => {
      npm('test');
    });
  } else {
    console.error('Usage: node maven.mjs build|test [--skip=true]');
    process.exit(2);
  }
}
