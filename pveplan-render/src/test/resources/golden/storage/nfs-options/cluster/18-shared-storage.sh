#!/bin/bash
# Directory, NFS and RBD storages.
# Runs on one node. A storage that is there stays as it is.
set -euo pipefail

step() {
  printf '== %s\n' "$1"
}

step 'storage nas'
if ! pvesh get /storage/nas --output-format json >/dev/null 2>&1; then
  pvesm add nfs nas \
    --export /export/pve \
    --server 192.0.2.60 \
    --content images \
    --options vers=4.2,hard,nconnect=4 \
    --preallocation falloc
else
  echo 'already there'
fi
