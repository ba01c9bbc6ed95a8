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

step 'storage san-a'
if ! pvesh get /storage/san-a --output-format json >/dev/null 2>&1; then
  pvesm add iscsi san-a \
    --portal 192.0.2.50 \
    --target iqn.2024-02.com.example:cluster.lun1-a \
    --content none
else
  echo 'already there'
fi

step 'storage san-b'
if ! pvesh get /storage/san-b --output-format json >/dev/null 2>&1; then
  pvesm add iscsi san-b \
    --portal 198.51.100.50 \
    --target iqn.2024-02.com.example:cluster.lun1-b \
    --content none \
    --nodes pve1
else
  echo 'already there'
fi

step 'volume group vg_cluster'
# Made on this node only, and nowhere else; the others find it on the LUN.
only_on vg_cluster /dev/mapper/360000000000000000e00000000010001
if ! vgs --noheadings -o vg_name vg_cluster >/dev/null 2>&1; then
  blank /dev/mapper/360000000000000000e00000000010001
  pvcreate --metadatasize 250k /dev/mapper/360000000000000000e00000000010001
  vgcreate vg_cluster /dev/mapper/360000000000000000e00000000010001
else
  echo 'already there'
fi

step 'storage san1-lvm'
# Ends here if the volume group vg_cluster is not there.
if ! pvesh get /storage/san1-lvm --output-format json >/dev/null 2>&1; then
  vgs --noheadings -o vg_name vg_cluster
  pvesm add lvm san1-lvm --vgname vg_cluster --shared 1
else
  echo 'already there'
fi
