#!/bin/bash
# iSCSI targets, LVM and thin LVM storages.
# Runs on one node. A storage that is there stays as it is.
set -euo pipefail

step() {
  printf '== %s\n' "$1"
}

step 'storage zsan'
if ! pvesh get /storage/zsan --output-format json >/dev/null 2>&1; then
  pvesm add zfs zsan \
    --blocksize 16k \
    --iscsiprovider LIO \
    --pool tank/pve \
    --portal 192.0.2.50 \
    --target iqn.2024-02.com.example:cluster.lun1 \
    --lio_tpg tpg1 \
    --sparse 1
else
  echo 'already there'
fi

step 'storage old'
if ! pvesh get /storage/old --output-format json >/dev/null 2>&1; then
  pvesm add zfs old \
    --blocksize 1m \
    --iscsiprovider comstar \
    --pool tank \
    --portal 192.0.2.51 \
    --target iqn.2024-02.com.example:cluster.lun1 \
    --nodes pve1,pve2,pve3
else
  echo 'already there'
fi
