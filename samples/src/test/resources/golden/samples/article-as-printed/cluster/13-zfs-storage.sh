#!/bin/bash
# Storages on local ZFS.
# Runs on one node. A storage that is there stays as it is.
set -euo pipefail

step() {
  printf '== %s\n' "$1"
}

step 'storage local-zfs'
if ! pvesh get /storage/local-zfs --output-format json >/dev/null 2>&1; then
  pvesm add zfspool local-zfs --pool tank --nodes nodeA,nodeB,nodeC
else
  echo 'already there'
fi
