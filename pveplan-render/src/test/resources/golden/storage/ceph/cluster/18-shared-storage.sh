#!/bin/bash
# Directory, NFS and RBD storages.
# Runs on one node. A storage that is there stays as it is.
set -euo pipefail

step() {
  printf '== %s\n' "$1"
}

step 'storage changed'
if ! pvesh get /storage/changed --output-format json >/dev/null 2>&1; then
  pvesm add rbd changed --content images --krbd 1 --pool changed
else
  pvesm set changed --content images --krbd 1 --pool changed
fi

step 'storage ceph-vm'
if ! pvesh get /storage/ceph-vm --output-format json >/dev/null 2>&1; then
  pvesm add rbd ceph-vm --content images,rootdir --krbd 1 --pool bare
else
  echo 'already there'
fi

step 'storage other'
if ! pvesh get /storage/other --output-format json >/dev/null 2>&1; then
  pvesm add rbd other --nodes pve1 --pool elsewhere
else
  echo 'already there'
fi
