#!/bin/bash
# Storages on local ZFS.
# Runs on one node. A storage that is there stays as it is.
set -euo pipefail

step() {
  printf '== %s\n' "$1"
}

step 'storage tank-vm'
if ! pvesh get /storage/tank-vm --output-format json >/dev/null 2>&1; then
  pvesm add zfspool tank-vm --pool tank/vm --blocksize 16k --nodes pve1,pve2 --sparse 1
else
  echo 'already there'
fi
