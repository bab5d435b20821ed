#!/bin/sh
# Puts the ClickHouse server and the packages it needs into the folder given; does nothing when they are there already.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
target=$1
if ! command -v node >/dev/null || ! command -v npm >/dev/null; then
  echo "node 20 or later and npm must be on the PATH to build the ClickHouse engine" >&2
  exit 1
fi
mkdir -p "$target"
if ! cmp -s "$here/package-lock.json" "$target/installed-lock.json" || [ ! -d "$target/node_modules/chdb" ]; then
  cp "$here/package.json" "$here/package-lock.json" "$target/"
  (cd "$target" && npm ci --omit=dev --no-audit --no-fund --loglevel=error)
  cp "$here/package-lock.json" "$target/installed-lock.json"
fi
cp "$here"/*.mjs "$target/"
