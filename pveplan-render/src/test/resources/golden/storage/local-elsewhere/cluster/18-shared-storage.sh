#!/bin/bash
# Directory, NFS and RBD storages.
# Runs on one node. A storage that is there stays as it is.
set -euo pipefail

step() {
  printf '== %s\n' "$1"
}

step 'storage bulk'
if ! pvesh get /storage/bulk --output-format json >/dev/null 2>&1; then
  pvesm add dir bulk --path /mnt/bulk
else
  echo 'already there'
fi
