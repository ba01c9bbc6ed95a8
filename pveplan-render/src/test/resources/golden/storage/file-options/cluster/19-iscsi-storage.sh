#!/bin/bash
# iSCSI targets and LVM storages.
# Runs on one node. A storage that is there stays as it is.
set -euo pipefail

step() {
  printf '== %s\n' "$1"
}

step 'storage luns'
# Ends here if the volume group vg_cluster is not there.
if ! pvesh get /storage/luns --output-format json >/dev/null 2>&1; then
  vgs --noheadings -o vg_name vg_cluster
  pvesm add lvm luns --vgname vg_cluster --shared 1 --snapshot-as-volume-chain 1
else
  echo 'already there'
fi
