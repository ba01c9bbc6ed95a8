#!/bin/bash
# iSCSI targets and LVM storages.
# Runs on one node. A storage that is there stays as it is.
set -euo pipefail

step() {
  printf '== %s\n' "$1"
}

step 'storage beiscsi'
if ! pvesh get /storage/beiscsi --output-format json >/dev/null 2>&1; then
  pvesm add iscsi beiscsi --portal 172.30.20.50 --target iqn.2024-02.example:cluster.lun1
else
  echo 'already there'
fi
