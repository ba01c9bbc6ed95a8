#!/bin/bash
# iSCSI targets and LVM storages.
# Runs on one node. A storage that is there stays as it is.
set -euo pipefail

step() {
  printf '== %s\n' "$1"
}

step 'storage san1'
# open-iscsi learns of the other portals from the target: 198.51.100.50:3261, [2001:db8::50]:3261.
if ! pvesh get /storage/san1 --output-format json >/dev/null 2>&1; then
  pvesm add iscsi san1 \
    --portal 192.0.2.50:3261 \
    --target iqn.2024-02.com.example:cluster.lun1 \
    --content none
else
  echo 'already there'
fi

step 'storage san1-lvm'
# Ends here if the volume group vg_cluster is not there.
if ! pvesh get /storage/san1-lvm --output-format json >/dev/null 2>&1; then
  vgs --noheadings -o vg_name vg_cluster
  pvesm add lvm san1-lvm --vgname vg_cluster --content images --shared 1
else
  echo 'already there'
fi
