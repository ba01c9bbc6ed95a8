#!/bin/bash
# Initializes Ceph and creates its first monitor and manager.
# Runs on pve1. What is there stays as it is.
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

on pve1

# Whether something is true of d, what Ceph answers to a command.
ceph_says() {
  local question=$1
  shift
  ceph "$@" --format json | /usr/bin/python3 -c 'import json, sys
d = json.load(sys.stdin)
sys.exit(not eval(sys.argv[1]))' "$question"
}
export -f ceph_says

step 'configuration of Ceph'
if ! grep --quiet fsid /etc/pve/ceph.conf >/dev/null 2>&1; then
  pveceph init --network 10.20.2.0/24 --cluster-network 10.20.3.0/24
else
  echo 'already there'
fi

step 'monitor pve1'
if ! stat /var/lib/ceph/mon/ceph-pve1 >/dev/null 2>&1; then
  pveceph mon create
else
  echo 'already there'
fi
await 'monitor pve1 in the quorum' 120 bash -c 'ceph_says "$@"' - '"pve1" in d["quorum_names"]' quorum_status

step 'manager pve1'
if ! stat /var/lib/ceph/mgr/ceph-pve1/keyring >/dev/null 2>&1; then
  pveceph mgr create
else
  echo 'already there'
fi
await 'manager pve1 to be up' 120 bash -c 'ceph_says "$@"' - 'd["available"] and "pve1" in [d["active_name"]] + [m["name"] for m in d["standbys"]]' mgr dump
