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
    --export /volume1/pve \
    --server 192.168.13.6 \
    --content iso,backup \
    --options vers=4.2
else
  echo 'already there'
fi
