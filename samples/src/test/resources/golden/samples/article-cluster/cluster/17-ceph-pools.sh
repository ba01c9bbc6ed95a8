#!/bin/bash
# CRUSH rules, pools and file systems of Ceph.
# Runs on one node with Ceph, once all OSDs are there. What is there stays as it is.
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

step OSDs
await '6 OSDs to be up' 300 bash -c '[ "$(ceph osd tree-from default up | grep --count '\''osd[.]'\'')" -ge 6 ]'

step 'pool vm-disks'
if ! pveceph pool get vm-disks >/dev/null 2>&1; then
  pveceph pool create vm-disks --size 3 --min_size 2 --pg_num 128 --add_storages 1
else
  echo 'already there'
fi

step 'placement groups'
await 'all placement groups to be active and clean' 300 bash -c 'ceph pg stat | grep --quiet --extended-regexp '\''^([0-9]+) pgs: \1 active[+]clean[;,]'\'''
