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

step 'volume group vg_local'
if ! vgs --noheadings -o vg_name vg_local >/dev/null 2>&1; then
  pvcreate --metadatasize 250k /dev/disk/by-id/nvme-EX_1 /dev/disk/by-id/nvme-EX_2
  vgcreate vg_local /dev/disk/by-id/nvme-EX_1 /dev/disk/by-id/nvme-EX_2
else
  echo 'already there'
fi

step 'thin pool vg_local/data'
if ! lvs --noheadings -o lv_name vg_local/data >/dev/null 2>&1; then
  lvcreate --type thin-pool --extents 100%FREE --poolmetadatasize 16384m --name data vg_local
else
  echo 'already there'
fi

step 'volume group vg_old'
if ! vgs --noheadings -o vg_name vg_old >/dev/null 2>&1; then
  pvcreate --metadatasize 250k /dev/disk/by-id/nvme-EX_3
  vgcreate vg_old /dev/disk/by-id/nvme-EX_3
else
  echo 'already there'
fi

step 'thin pool vg_old/data'
if ! lvs --noheadings -o lv_name vg_old/data >/dev/null 2>&1; then
  lvcreate --type thin-pool --extents 100%FREE --name data vg_old
else
  echo 'already there'
fi
