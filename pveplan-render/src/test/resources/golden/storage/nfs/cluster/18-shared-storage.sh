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
    --content vztmpl,iso,snippets,import \
    --options vers=4.2,soft
else
  echo 'already there'
fi

step 'storage nas6'
if ! pvesh get /storage/nas6 --output-format json >/dev/null 2>&1; then
  pvesm add nfs nas6 --export /export/pve --server 2001:db8::60
else
  echo 'already there'
fi
