#!/bin/bash
# Directories, shares of servers, RBD and import sources.
# Runs on one node. A storage that is there stays as it is.
set -euo pipefail

step() {
  printf '== %s\n' "$1"
}

step 'storage fast'
if ! pvesh get /storage/fast --output-format json >/dev/null 2>&1; then
  pvesm add btrfs fast --path /srv/fast --nocow 1
else
  echo 'already there'
fi

step 'storage slow'
if ! pvesh get /storage/slow --output-format json >/dev/null 2>&1; then
  pvesm add btrfs slow --path /srv/slow --content backup
else
  echo 'already there'
fi
