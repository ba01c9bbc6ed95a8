#!/bin/bash
# iSCSI targets and LVM storages.
# Runs on one node. A storage that is there stays as it is.
set -euo pipefail

step() {
  printf '== %s\n' "$1"
}

step 'storage san1'
if ! pvesh get /storage/san1 --output-format json >/dev/null 2>&1; then
  pvesm add iscsi san1 \
    --portal 192.0.2.50 \
    --target iqn.2024-02.com.example:cluster.lun1 \
    --content none
else
  echo 'already there'
fi

step 'storage san1-lvm'
# Makes the volume group vg_cluster on that LUN: what is on it is lost.
if ! pvesh get /storage/san1-lvm --output-format json >/dev/null 2>&1; then
  pvesm add lvm san1-lvm \
    --vgname vg_cluster \
    --base san1:0.0.1.scsi-360000000000000000e00000000010001 \
    --content images,rootdir \
    --shared 1
else
  echo 'already there'
fi
