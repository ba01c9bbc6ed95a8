#!/bin/bash
# Directory, NFS and RBD storages.
# Runs on one node. A storage that is there stays as it is.
set -euo pipefail

step() {
  printf '== %s\n' "$1"
}

step 'storage local'
pvesm set local --content iso
