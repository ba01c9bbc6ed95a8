#!/bin/bash
# iSCSI targets, LVM and thin LVM storages.
# Runs on one node. A storage that is there stays as it is.
set -euo pipefail

step() {
  printf '== %s\n' "$1"
}

step 'storage thin'
# Ends here if the thin pool pve/data is not there.
if ! pvesh get /storage/thin --output-format json >/dev/null 2>&1; then
  lvs --noheadings -o lv_name pve/data
  pvesm add lvmthin thin --thinpool data --vgname pve
else
  echo 'already there'
fi

step 'storage more'
# Ends here if the thin pool vg_more/thin is not there.
if ! pvesh get /storage/more --output-format json >/dev/null 2>&1; then
  lvs --noheadings -o lv_name vg_more/thin
  pvesm add lvmthin more --thinpool thin --vgname vg_more --nodes pve1
else
  echo 'already there'
fi
