#!/bin/bash
# iSCSI targets and LVM storages.
# Runs on one node. A storage that is there stays as it is.
set -euo pipefail

step() {
  printf '== %s\n' "$1"
}

blank() {
  local found
  if [ ! -b "$1" ]; then
    printf '%s is not there: run 19-iscsi-storage.sh of this node first\n' "$1" >&2
    exit 1
  fi
  found=$(wipefs --noheadings "$1")
  if [ -n "$found" ]; then
    printf 'there is something on %s already:\n%s\n' "$1" "$found" >&2
    exit 1
  fi
}

only_on() {
  local group=$1 found planned
  shift
  found=$(vgs --noheadings -o pv_name "$group" 2>/dev/null) || return 0
  found=$(sed 's/^ *//; s/ *$//' <<<"$found" |
    xargs --delimiter='\n' readlink --canonicalize-missing -- | sort --unique)
  planned=$(readlink --canonicalize-missing -- "$@" | sort --unique)
  if [ "$found" != "$planned" ]; then
    printf 'the volume group %s is not on %s, but on:\n%s\n' "$group" "$*" "$found" >&2
    exit 1
  fi
}

free_for() {
  only_on "$@"
  if ! vgs --noheadings -o vg_name "$1" >/dev/null 2>&1; then
    blank "$2"
  fi
}

step 'storage san1'
if ! pvesh get /storage/san1 --output-format json >/dev/null 2>&1; then
  pvesm add iscsi san1 \
    --portal 192.0.2.50 \
    --target iqn.2024-02.com.example:cluster.lun1 \
    --content none
else
  echo 'already there'
fi

step 'storage san1-lvm'
# Makes the volume group vg_cluster on that LUN if nothing is on it.
if ! pvesh get /storage/san1-lvm --output-format json >/dev/null 2>&1; then
  free_for vg_cluster /dev/disk/by-id/scsi-360000000000000000e00000000010001
  pvesm add lvm san1-lvm \
    --vgname vg_cluster \
    --base san1:0.0.1.scsi-360000000000000000e00000000010001 \
    --content images,rootdir \
    --shared 1
else
  echo 'already there'
fi
