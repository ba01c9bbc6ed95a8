#!/bin/bash
# ZFS pools of pve4.
# Runs on pve4. A pool or dataset that is there stays as it is.
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

on pve4

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

step 'pool odd'
# Disks that hold the same are of different sizes: that has to be forced.
if ! zpool list -H -o name odd >/dev/null 2>&1; then
  empty /dev/disk/by-id/nvme-EX_1 /dev/disk/by-id/nvme-EX_2
  zpool create -f \
    -o ashift=12 \
    -O compression=on odd mirror /dev/disk/by-id/nvme-EX_1 /dev/disk/by-id/nvme-EX_2
else
  pool_on odd /dev/disk/by-id/nvme-EX_1 /dev/disk/by-id/nvme-EX_2
fi
if ! systemctl is-enabled zfs-import@odd.service >/dev/null 2>&1; then
  systemctl enable zfs-import@odd.service
else
  echo 'already there'
fi

step 'pool fast'
# The special device bears the loss of another number of disks than the rest of the pool: that has to be forced.
if ! zpool list -H -o name fast >/dev/null 2>&1; then
  empty /dev/disk/by-id/nvme-EX_3 /dev/disk/by-id/nvme-EX_4 /dev/disk/by-id/nvme-EX_5 /dev/disk/by-id/nvme-EX_6
  zpool create -f \
    -o ashift=12 \
    -O compression=on fast raidz /dev/disk/by-id/nvme-EX_3 /dev/disk/by-id/nvme-EX_4 /dev/disk/by-id/nvme-EX_5 special /dev/disk/by-id/nvme-EX_6
else
  pool_on fast /dev/disk/by-id/nvme-EX_3 /dev/disk/by-id/nvme-EX_4 /dev/disk/by-id/nvme-EX_5 /dev/disk/by-id/nvme-EX_6
fi
if ! systemctl is-enabled zfs-import@fast.service >/dev/null 2>&1; then
  systemctl enable zfs-import@fast.service
else
  echo 'already there'
fi

step 'pool safe'
if ! zpool list -H -o name safe >/dev/null 2>&1; then
  empty /dev/disk/by-id/nvme-EX_7 /dev/disk/by-id/nvme-EX_8 /dev/disk/by-id/nvme-EX_9 /dev/disk/by-id/nvme-EX_10 /dev/disk/by-id/nvme-EX_11 /dev/disk/by-id/nvme-EX_12 /dev/disk/by-id/nvme-EX_13
  zpool create \
    -o ashift=12 \
    -O compression=on safe raidz2 /dev/disk/by-id/nvme-EX_7 /dev/disk/by-id/nvme-EX_8 /dev/disk/by-id/nvme-EX_9 /dev/disk/by-id/nvme-EX_10 special mirror /dev/disk/by-id/nvme-EX_11 /dev/disk/by-id/nvme-EX_12 /dev/disk/by-id/nvme-EX_13
else
  pool_on safe /dev/disk/by-id/nvme-EX_7 /dev/disk/by-id/nvme-EX_8 /dev/disk/by-id/nvme-EX_9 /dev/disk/by-id/nvme-EX_10 /dev/disk/by-id/nvme-EX_11 /dev/disk/by-id/nvme-EX_12 /dev/disk/by-id/nvme-EX_13
fi
if ! systemctl is-enabled zfs-import@safe.service >/dev/null 2>&1; then
  systemctl enable zfs-import@safe.service
else
  echo 'already there'
fi

step 'pool pairs'
if ! zpool list -H -o name pairs >/dev/null 2>&1; then
  empty /dev/disk/by-id/nvme-EX_14 /dev/disk/by-id/nvme-EX_15
  zpool create \
    -o ashift=12 \
    -O compression=on pairs /dev/disk/by-id/nvme-EX_14 special /dev/disk/by-id/nvme-EX_15
else
  pool_on pairs /dev/disk/by-id/nvme-EX_14 /dev/disk/by-id/nvme-EX_15
fi
if ! systemctl is-enabled zfs-import@pairs.service >/dev/null 2>&1; then
  systemctl enable zfs-import@pairs.service
else
  echo 'already there'
fi
