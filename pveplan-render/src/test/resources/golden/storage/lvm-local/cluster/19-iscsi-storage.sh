#!/bin/bash
# iSCSI targets and LVM storages.
# Runs on one node. A storage that is there stays as it is.
set -euo pipefail

step() {
  printf '== %s\n' "$1"
}

step 'storage fast'
if ! pvesh get /storage/fast --output-format json >/dev/null 2>&1; then
  pvesm add lvm fast --vgname vg_fast --nodes pve1
else
  echo 'already there'
fi

step 'storage slow'
if ! pvesh get /storage/slow --output-format json >/dev/null 2>&1; then
  pvesm add lvm slow --vgname vg_slow --nodes pve2
else
  echo 'already there'
fi
