#!/bin/bash
# Storages on Proxmox Backup Server.
# Runs on one node. A storage that is there stays as it is.
set -euo pipefail

step() {
  printf '== %s\n' "$1"
}

step 'storage pbs1'
# Asks for the password of pve@pbs.
if ! pvesh get /storage/pbs1 --output-format json >/dev/null 2>&1; then
  pvesm add pbs pbs1 \
    --datastore store1 \
    --server 192.0.2.70 \
    --max-protected-backups 2 \
    --prune-backups keep-daily=14 \
    --username pve@pbs \
    --password ''
else
  echo 'already there'
fi
