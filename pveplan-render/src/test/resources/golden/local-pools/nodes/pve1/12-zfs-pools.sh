#!/bin/bash
# ZFS pools of pve1.
# Runs on pve1. A pool or dataset that is there stays as it is.
# shellcheck disable=SC1003,SC1112,SC2016
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

on pve1

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
  empty /dev/disk/by-id/nvme-EX_1 /dev/disk/by-id/nvme-EX_2 /dev/disk/by-id/nvme-EX_3 /dev/disk/by-id/nvme-EX_4 /dev/disk/by-id/nvme-EX_5 /dev/disk/by-id/nvme-EX_6 /dev/disk/by-id/nvme-EX_7 /dev/disk/by-id/nvme-EX_8
  zpool create \
    -o ashift=13 \
    -O compression=zstd tank mirror /dev/disk/by-id/nvme-EX_1 /dev/disk/by-id/nvme-EX_2 mirror /dev/disk/by-id/nvme-EX_3 /dev/disk/by-id/nvme-EX_4 special mirror /dev/disk/by-id/nvme-EX_5 /dev/disk/by-id/nvme-EX_6 log /dev/disk/by-id/nvme-EX_7 cache /dev/disk/by-id/nvme-EX_8
else
  pool_on tank /dev/disk/by-id/nvme-EX_1 /dev/disk/by-id/nvme-EX_2 /dev/disk/by-id/nvme-EX_3 /dev/disk/by-id/nvme-EX_4 /dev/disk/by-id/nvme-EX_5 /dev/disk/by-id/nvme-EX_6 /dev/disk/by-id/nvme-EX_7 /dev/disk/by-id/nvme-EX_8
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

step 'pool bulk-1'
if ! zpool list -H -o name bulk-1 >/dev/null 2>&1; then
  empty /dev/disk/by-id/nvme-EX_9 /dev/disk/by-id/nvme-EX_10 /dev/disk/by-id/nvme-EX_11 /dev/disk/by-id/nvme-EX_12 /dev/disk/by-id/nvme-EX_13 /dev/disk/by-id/nvme-EX_14
  zpool create \
    -o ashift=12 \
    -O compression=on bulk-1 raidz2 /dev/disk/by-id/nvme-EX_9 /dev/disk/by-id/nvme-EX_10 /dev/disk/by-id/nvme-EX_11 /dev/disk/by-id/nvme-EX_12 /dev/disk/by-id/nvme-EX_13 /dev/disk/by-id/nvme-EX_14
else
  pool_on bulk-1 /dev/disk/by-id/nvme-EX_9 /dev/disk/by-id/nvme-EX_10 /dev/disk/by-id/nvme-EX_11 /dev/disk/by-id/nvme-EX_12 /dev/disk/by-id/nvme-EX_13 /dev/disk/by-id/nvme-EX_14
fi
if ! systemctl is-enabled 'zfs-import@bulk\x2d1.service' >/dev/null 2>&1; then
  systemctl enable 'zfs-import@bulk\x2d1.service'
else
  echo 'already there'
fi

step 'dataset bulk-1/a/b'
if ! zfs list -H -o name bulk-1/a/b >/dev/null 2>&1; then
  zfs create -p bulk-1/a/b
else
  echo 'already there'
fi
