#!/bin/bash
# iSCSI targets, LVM and thin LVM storages.
# Runs on one node. A storage that is there stays as it is.
set -euo pipefail

step() {
  printf '== %s\n' "$1"
}

step 'storage direct'
if ! pvesh get /storage/direct --output-format json >/dev/null 2>&1; then
  pvesm add iscsidirect direct \
    --portal 192.0.2.50:3261 \
    --target iqn.2024-02.com.example:cluster.lun1
else
  echo 'already there'
fi

step 'storage direct6'
if ! pvesh get /storage/direct6 --output-format json >/dev/null 2>&1; then
  pvesm add iscsidirect direct6 --portal 2001:db8::50 --target iqn.2024-02.com.example:cluster.lun1
else
  echo 'already there'
fi
