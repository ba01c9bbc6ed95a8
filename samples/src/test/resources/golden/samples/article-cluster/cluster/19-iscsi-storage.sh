#!/bin/bash
# iSCSI targets and LVM storages.
# Runs on one node. A storage that is there stays as it is.
set -euo pipefail

step() {
  printf '== %s\n' "$1"
}

step 'storage beiscsi'
# open-iscsi learns of the other portals from the target: 172.30.21.50.
if ! pvesh get /storage/beiscsi --output-format json >/dev/null 2>&1; then
  pvesm add iscsi beiscsi \
    --portal 172.30.20.50 \
    --target iqn.2024-02.example:cluster.lun1 \
    --content none
else
  echo 'already there'
fi

step 'storage lvmscsi'
# Ends here if the volume group vg_cluster is not there.
if ! pvesh get /storage/lvmscsi --output-format json >/dev/null 2>&1; then
  vgs --noheadings -o vg_name vg_cluster
  pvesm add lvm lvmscsi --vgname vg_cluster --content images,rootdir --shared 1
else
  echo 'already there'
fi
