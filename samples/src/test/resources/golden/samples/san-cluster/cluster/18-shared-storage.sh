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
    --server 10.70.30.5 \
    --content vztmpl,iso,backup,snippets,import \
    --options vers=4.2,hard,nconnect=4
else
  echo 'already there'
fi
