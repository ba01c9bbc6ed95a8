#!/bin/bash
# ZFS pools of nodeA.
# Runs on nodeA. A pool or dataset that is there stays as it is.
set -euo pipefail

step() {
  printf '== %s\n' "$1"
}

on() {
  local name
  name=$(uname -n)
  if [ "${name%%.*}" != "$1" ]; then
    printf 'this is %s, not %s\n' "$name" "$1" >&2
    exit 1
  fi
}

on nodeA

step 'pool tank'
if ! zpool list -H -o name tank >/dev/null 2>&1; then
  zpool create \
    -o ashift=12 \
    -O compression=on tank mirror /dev/disk/by-id/nvme-EX_DATA_1 /dev/disk/by-id/nvme-EX_DATA_2
else
  echo 'already there'
fi
if ! systemctl is-enabled zfs-import@tank.service >/dev/null 2>&1; then
  systemctl enable zfs-import@tank.service
else
  echo 'already there'
fi

step 'dataset tank/vm'
if ! zfs list -H -o name tank/vm >/dev/null 2>&1; then
  zfs create -p tank/vm
else
  echo 'already there'
fi
