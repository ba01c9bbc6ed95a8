#!/bin/bash
# Directories, shares of servers, RBD and import sources.
# Runs on one node. A storage that is there stays as it is.
set -euo pipefail

step() {
  printf '== %s\n' "$1"
}

step 'storage bulk'
if ! pvesh get /storage/bulk --output-format json >/dev/null 2>&1; then
  pvesm add dir bulk \
    --path /mnt/bulk \
    --content images,backup \
    --max-protected-backups -1 \
    --preallocation off \
    --prune-backups keep-last=3,keep-hourly=12,keep-daily=7,keep-weekly=4,keep-monthly=6,keep-yearly=1
else
  echo 'already there'
fi

step 'storage nas'
if ! pvesh get /storage/nas --output-format json >/dev/null 2>&1; then
  pvesm add nfs nas \
    --export /export/pve \
    --server 192.0.2.60 \
    --format qcow2 \
    --preallocation metadata \
    --snapshot-as-volume-chain 1
else
  echo 'already there'
fi

step 'storage smb'
if ! pvesh get /storage/smb --output-format json >/dev/null 2>&1; then
  pvesm add cifs smb --server 192.0.2.61 --share pve --format vmdk --preallocation full
else
  echo 'already there'
fi

step 'storage fast'
if ! pvesh get /storage/fast --output-format json >/dev/null 2>&1; then
  pvesm add btrfs fast --path /srv/fast --preallocation falloc --prune-backups keep-last=1
else
  echo 'already there'
fi
