#!/bin/bash
# Storages on Proxmox Backup Server.
# Runs on one node. A storage that is there stays as it is.
set -euo pipefail

step() {
  printf '== %s\n' "$1"
}

step 'storage pbs1'
# Reads the password of cluster@pbs!san from the first line of /root/pbs-token.
if ! pvesh get /storage/pbs1 --output-format json >/dev/null 2>&1; then
  pvesm add pbs pbs1 \
    --datastore san \
    --server 10.70.30.6 \
    --content backup \
    --username 'cluster@pbs!san' \
    --password '' </root/pbs-token
else
  echo 'already there'
fi
