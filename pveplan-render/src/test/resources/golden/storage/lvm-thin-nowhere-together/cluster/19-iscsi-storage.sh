#!/bin/bash
# iSCSI targets, LVM and thin LVM storages.
# Runs on one node. A storage that is there stays as it is.
set -euo pipefail

step() {
  printf '== %s\n' "$1"
}

step 'storage one'
if ! pvesh get /storage/one --output-format json >/dev/null 2>&1; then
  pvesm add lvmthin one --thinpool thin --vgname vg_one --nodes pve1
else
  echo 'already there'
fi

step 'storage two'
if ! pvesh get /storage/two --output-format json >/dev/null 2>&1; then
  pvesm add lvmthin two --thinpool thin --vgname vg_two --nodes pve2
else
  echo 'already there'
fi
