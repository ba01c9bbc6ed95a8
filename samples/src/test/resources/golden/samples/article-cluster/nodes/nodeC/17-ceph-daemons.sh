#!/bin/bash
# Creates the OSDs and metadata servers of nodeC.
# Runs on nodeC. What is there stays as it is; what is on a disk that
# becomes an OSD is lost.
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

await() {
  local what=$1 end=$((SECONDS + $2))
  shift 2
  printf 'waiting for %s\n' "$what"
  until timeout 10 "$@" >/dev/null 2>&1; do
    if [ "$SECONDS" -ge "$end" ]; then
      printf 'gave up waiting for %s\n' "$what" >&2
      exit 1
    fi
    sleep 2
  done
}

on nodeC

# Whether something is true of d, what Ceph answers to a command.
ceph_says() {
  local question=$1
  shift
  ceph "$@" --format json | /usr/bin/python3 -c 'import json, sys
d = json.load(sys.stdin)
sys.exit(not eval(sys.argv[1]))' "$question"
}
export -f ceph_says

step 'configuration of Ceph on nodeC'
if ! stat /etc/ceph/ceph.conf >/dev/null 2>&1; then
  ln --symbolic /etc/pve/ceph.conf /etc/ceph/ceph.conf
else
  echo 'already there'
fi
await 'an answer of Ceph' 120 ceph mon stat

step 'OSD on /dev/disk/by-id/nvme-EX_OSD_1'
if ! bash -c 'ceph-volume lvm list "$(readlink --canonicalize /dev/disk/by-id/nvme-EX_OSD_1)"' >/dev/null 2>&1; then
  pveceph osd create /dev/disk/by-id/nvme-EX_OSD_1 --crush-device-class nvme
else
  echo 'already there'
fi

step 'OSD on /dev/disk/by-id/nvme-EX_OSD_2'
if ! bash -c 'ceph-volume lvm list "$(readlink --canonicalize /dev/disk/by-id/nvme-EX_OSD_2)"' >/dev/null 2>&1; then
  pveceph osd create /dev/disk/by-id/nvme-EX_OSD_2 --crush-device-class nvme
else
  echo 'already there'
fi

step 'OSD on /dev/disk/by-id/nvme-EX_OSD_3'
if ! bash -c 'ceph-volume lvm list "$(readlink --canonicalize /dev/disk/by-id/nvme-EX_OSD_3)"' >/dev/null 2>&1; then
  pveceph osd create /dev/disk/by-id/nvme-EX_OSD_3 --crush-device-class nvme
else
  echo 'already there'
fi

step 'OSD on /dev/disk/by-id/nvme-EX_OSD_4'
if ! bash -c 'ceph-volume lvm list "$(readlink --canonicalize /dev/disk/by-id/nvme-EX_OSD_4)"' >/dev/null 2>&1; then
  pveceph osd create /dev/disk/by-id/nvme-EX_OSD_4 --crush-device-class nvme
else
  echo 'already there'
fi
await '4 OSDs of nodeC to be up' 300 bash -c 'ceph_says "$@"' - 'sum(o.get("status") == "up" for h in d["nodes"] if h["type"] == "host" and h["name"] == "nodeC" for o in d["nodes"] if o["id"] in h["children"]) >= 4' osd tree
