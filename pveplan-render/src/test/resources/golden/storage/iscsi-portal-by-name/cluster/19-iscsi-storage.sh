#!/bin/bash
# iSCSI targets and LVM storages.
# Runs on one node. A storage that is there stays as it is.
set -euo pipefail

step() {
  printf '== %s\n' "$1"
}

step 'storage san1'
# open-iscsi learns of the other portals from the target: san.example.net:3261.
if ! pvesh get /storage/san1 --output-format json >/dev/null 2>&1; then
  pvesm add iscsi san1 \
    --portal 192.0.2.50 \
    --target iqn.2024-02.com.example:cluster.lun1 \
    --content none
else
  echo 'already there'
fi
