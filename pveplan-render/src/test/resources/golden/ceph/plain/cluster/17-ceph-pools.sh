#!/bin/bash
# CRUSH rules, pools and file systems of Ceph.
# Runs on one node with Ceph, once all OSDs are there. What is there is not made again; what
# is set otherwise than planned is set.
# shellcheck disable=SC1003,SC1112,SC2016
set -euo pipefail

step() {
  printf '== %s\n' "$1"
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

# Whether something is true of d, what Ceph answers to a command.
ceph_says() {
  local question=$1
  shift
  ceph "$@" --format json | /usr/bin/python3 -c 'import json, sys
d = json.load(sys.stdin)
sys.exit(not eval(sys.argv[1]))' "$question"
}
export -f ceph_says

step OSDs
await '6 OSDs to be up' 300 bash -c 'ceph_says "$@"' - 'sum(o.get("status") == "up" for o in d["nodes"]) >= 6' osd tree

step 'pool vms'
if ! ceph osd pool get vms size >/dev/null 2>&1; then
  pveceph pool create vms --size 3 --min_size 2 --pg_num 128 --pg_autoscale_mode on --add_storages 0
else
  echo 'already there'
fi
if ! ceph_says 'd["size"] == 3 and d["min_size"] == 2 and d["pg_autoscale_mode"] == "on"' osd pool get vms all >/dev/null 2>&1; then
  pveceph pool set vms --size 3 --min_size 2 --pg_autoscale_mode on
else
  echo 'already there'
fi
if ! ceph_says '"rbd" in d' osd pool application get vms >/dev/null 2>&1; then
  pveceph pool set vms --application rbd
else
  echo 'already there'
fi
if ! pvesh get /storage/vms --output-format json >/dev/null 2>&1; then
  pvesm add rbd vms --pool vms --krbd 0 --content rootdir,images
else
  echo 'already there'
fi

step 'placement groups'
await 'all placement groups to be active and clean' 300 bash -c 'ceph_says "$@"' - 'd["pgmap"]["num_pgs"] == sum(s["count"] for s in d["pgmap"]["pgs_by_state"] if {"active", "clean"} <= set(s["state_name"].split("+")))' status
