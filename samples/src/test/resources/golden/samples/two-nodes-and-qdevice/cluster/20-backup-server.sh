#!/bin/bash
# Storages on Proxmox Backup Server.
# Runs on one node. A storage that is there stays as it is.
set -euo pipefail

step() {
  printf '== %s\n' "$1"
}

step 'storage pbs'
# Reads the password of cluster@pbs!office from the first line of /root/pbs-token.
if ! pvesh get /storage/pbs --output-format json >/dev/null 2>&1; then
  pvesm add pbs pbs \
    --datastore office \
    --server 192.168.13.5 \
    --content backup \
    --username 'cluster@pbs!office' \
    --password '' </root/pbs-token
else
  echo 'already there'
fi
