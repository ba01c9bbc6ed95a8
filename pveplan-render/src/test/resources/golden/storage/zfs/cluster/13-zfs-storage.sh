#!/bin/bash
# Storages on local ZFS.
# Runs on one node. A storage that is there stays as it is.
set -euo pipefail

step() {
  printf '== %s\n' "$1"
}

step 'storage tank'
if ! pvesh get /storage/tank --output-format json >/dev/null 2>&1; then
  pvesm add zfspool tank --pool tank --nodes pve1,pve2,pve3
else
  echo 'already there'
fi

step 'storage tank-vm'
if ! pvesh get /storage/tank-vm --output-format json >/dev/null 2>&1; then
  pvesm add zfspool tank-vm \
    --pool tank/vm \
    --blocksize 16k \
    --content images \
    --nodes pve1,pve2 \
    --sparse 1
else
  echo 'already there'
fi

step 'storage big'
if ! pvesh get /storage/big --output-format json >/dev/null 2>&1; then
  pvesm add zfspool big --pool big --blocksize 1m --nodes pve1,pve2,pve3
else
  echo 'already there'
fi

step 'storage small'
if ! pvesh get /storage/small --output-format json >/dev/null 2>&1; then
  pvesm add zfspool small --pool small --blocksize 512 --nodes pve1,pve2,pve3
else
  echo 'already there'
fi
