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

step 'storage beiscsi'
# open-iscsi learns of the other portals from the target: 172.30.21.50.
if ! pvesh get /storage/beiscsi --output-format json >/dev/null 2>&1; then
  pvesm add iscsi beiscsi \
    --portal 172.30.20.50 \
    --target iqn.2024-02.example:cluster.lun1 \
    --content none
else
  echo 'already there'
fi

step 'volume group vg_cluster'
# Made on this node only, and nowhere else; the others find it on the LUN.
only_on vg_cluster /dev/mapper/mpath-cluster
if ! vgs --noheadings -o vg_name vg_cluster >/dev/null 2>&1; then
  blank /dev/mapper/mpath-cluster
  pvcreate --metadatasize 250k /dev/mapper/mpath-cluster
  vgcreate vg_cluster /dev/mapper/mpath-cluster
else
  echo 'already there'
fi

step 'storage lvmscsi'
# Ends here if the volume group vg_cluster is not there.
if ! pvesh get /storage/lvmscsi --output-format json >/dev/null 2>&1; then
  vgs --noheadings -o vg_name vg_cluster
  pvesm add lvm lvmscsi --vgname vg_cluster --content images,rootdir --shared 1
else
  echo 'already there'
fi
