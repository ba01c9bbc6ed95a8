#!/bin/bash
# Creates the monitor and manager of pve2.
# Runs on pve2, once the script of the node before has ended.
# What is there stays as it is.
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

on pve2

# Whether something is true of d, what Ceph answers to a command.
ceph_says() {
  local question=$1
  shift
  ceph "$@" --format json | /usr/bin/python3 -c 'import json, sys
d = json.load(sys.stdin)
sys.exit(not eval(sys.argv[1]))' "$question"
}
export -f ceph_says

step 'configuration of Ceph on pve2'
if ! stat /etc/ceph/ceph.conf >/dev/null 2>&1; then
  ln --symbolic /etc/pve/ceph.conf /etc/ceph/ceph.conf
else
  echo 'already there'
fi
await 'an answer of Ceph' 120 ceph mon stat

step 'monitor pve2'
if ! stat /var/lib/ceph/mon/ceph-pve2 >/dev/null 2>&1; then
  pveceph mon create
else
  echo 'already there'
fi
await 'monitor pve2 in the quorum' 120 bash -c 'ceph_says "$@"' - '"pve2" in d["quorum_names"]' quorum_status

step 'manager pve2'
if ! stat /var/lib/ceph/mgr/ceph-pve2/keyring >/dev/null 2>&1; then
  pveceph mgr create
else
  echo 'already there'
fi
await 'manager pve2 to be up' 120 bash -c 'ceph_says "$@"' - 'd["available"] and "pve2" in [d["active_name"]] + [m["name"] for m in d["standbys"]]' mgr dump
