#!/bin/bash
# LVM thin pools of pve3.
# Runs on pve3. A volume group or thin pool that is there stays as it is.
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

on pve3

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

group_on() {
  local devices
  devices=$(vgs --noheadings -o pv_name "$1" | tr '\n' ' ')
  lies_on "volume group $1" "$devices" "${@:2}"
}

step 'volume group vg_local'
if ! vgs --noheadings -o vg_name vg_local >/dev/null 2>&1; then
  empty /dev/disk/by-id/nvme-EX_1 /dev/disk/by-id/nvme-EX_2
  pvcreate --metadatasize 250k /dev/disk/by-id/nvme-EX_1 /dev/disk/by-id/nvme-EX_2
  vgcreate vg_local /dev/disk/by-id/nvme-EX_1 /dev/disk/by-id/nvme-EX_2
else
  group_on vg_local /dev/disk/by-id/nvme-EX_1 /dev/disk/by-id/nvme-EX_2
fi

step 'thin pool vg_local/data'
if ! lvs --noheadings -o lv_name vg_local/data >/dev/null 2>&1; then
  lvcreate --type thin-pool --extents 100%FREE --poolmetadatasize 16384m --name data vg_local
else
  echo 'already there'
fi

step 'volume group vg_old'
if ! vgs --noheadings -o vg_name vg_old >/dev/null 2>&1; then
  empty /dev/disk/by-id/nvme-EX_3
  pvcreate --metadatasize 250k /dev/disk/by-id/nvme-EX_3
  vgcreate vg_old /dev/disk/by-id/nvme-EX_3
else
  group_on vg_old /dev/disk/by-id/nvme-EX_3
fi

step 'thin pool vg_old/data'
if ! lvs --noheadings -o lv_name vg_old/data >/dev/null 2>&1; then
  lvcreate --type thin-pool --extents 100%FREE --name data vg_old
else
  echo 'already there'
fi
