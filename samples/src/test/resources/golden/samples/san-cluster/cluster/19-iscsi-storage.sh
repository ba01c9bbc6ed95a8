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

step 'storage san'
# open-iscsi learns of the other portals from the target: 10.70.21.50.
if ! pvesh get /storage/san --output-format json >/dev/null 2>&1; then
  pvesm add iscsi san \
    --portal 10.70.20.50 \
    --target iqn.2024-02.net.example:san1.cluster \
    --content none
else
  echo 'already there'
fi

step 'volume group vg_vms'
# Made on this node only, and nowhere else; the others find it on the LUN.
only_on vg_vms /dev/mapper/mpath-vms
if ! vgs --noheadings -o vg_name vg_vms >/dev/null 2>&1; then
  blank /dev/mapper/mpath-vms
  pvcreate --metadatasize 250k /dev/mapper/mpath-vms
  vgcreate vg_vms /dev/mapper/mpath-vms
else
  echo 'already there'
fi

step 'storage san-vms'
# Ends here if the volume group vg_vms is not there.
if ! pvesh get /storage/san-vms --output-format json >/dev/null 2>&1; then
  vgs --noheadings -o vg_name vg_vms
  pvesm add lvm san-vms --vgname vg_vms --content images,rootdir --shared 1
else
  echo 'already there'
fi

step 'volume group vg_db'
# Made on this node only, and nowhere else; the others find it on the LUN.
only_on vg_db /dev/mapper/mpath-db
if ! vgs --noheadings -o vg_name vg_db >/dev/null 2>&1; then
  blank /dev/mapper/mpath-db
  pvcreate --metadatasize 250k /dev/mapper/mpath-db
  vgcreate vg_db /dev/mapper/mpath-db
else
  echo 'already there'
fi

step 'storage san-db'
# Ends here if the volume group vg_db is not there.
if ! pvesh get /storage/san-db --output-format json >/dev/null 2>&1; then
  vgs --noheadings -o vg_name vg_db
  pvesm add lvm san-db --vgname vg_db --content images --shared 1
else
  echo 'already there'
fi
