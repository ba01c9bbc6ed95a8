#!/bin/bash
# ZFS pools of pve2.
# Runs on pve2. A pool or dataset that is there stays as it is.
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

on pve2

empty() {
  local disk found
  for disk in "$@"; do
    found=$(wipefs --noheadings "$disk")
    if [ -n "$found" ]; then
      printf '%s is not empty:\n%s\n' "$disk" "$found" >&2
      exit 1
    fi
  done
}

lies_on() {
  local what=$1 devices=$2 disk name found
  shift 2
  for disk in "$@"; do
    found=
    for name in $(lsblk --noheadings --list --paths --output NAME,KNAME "$disk"); do
      if [[ " $devices " == *" $name "* ]]; then
        found=yes
      fi
    done
    if [ -z "$found" ]; then
      printf '%s is there already, but not on %s\n' "$what" "$disk" >&2
      exit 1
    fi
  done
  echo 'already there'
}

pool_on() {
  local devices
  devices=$(zpool list -vHPL "$1" | tr '\t\n' '  ')
  lies_on "pool $1" "$devices" "${@:2}"
}

step 'pool tank'
if ! zpool list -H -o name tank >/dev/null 2>&1; then
  empty /dev/disk/by-id/nvme-EX_DATA_1 /dev/disk/by-id/nvme-EX_DATA_2
  zpool create \
    -o ashift=12 \
    -O compression=zstd tank mirror /dev/disk/by-id/nvme-EX_DATA_1 /dev/disk/by-id/nvme-EX_DATA_2
else
  pool_on tank /dev/disk/by-id/nvme-EX_DATA_1 /dev/disk/by-id/nvme-EX_DATA_2
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
