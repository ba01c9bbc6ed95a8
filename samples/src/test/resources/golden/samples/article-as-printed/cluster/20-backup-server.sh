#!/bin/bash
# Storages on Proxmox Backup Server.
# Runs on one node. A storage that is there stays as it is.
set -euo pipefail

step() {
  printf '== %s\n' "$1"
}

step 'storage pbs1'
# Asks for the password of root@pam.
if ! pvesh get /storage/pbs1 --output-format json >/dev/null 2>&1; then
  pvesm add pbs pbs1 \
    --datastore store1 \
    --server 172.20.50.6 \
    --content backup \
    --username root@pam \
    --password ''
else
  echo 'already there'
fi
