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
await '24 OSDs to be up' 300 bash -c '[ "$(ceph osd tree-from default up | grep --count '\''osd[.]'\'')" -ge 24 ]'

step 'pool archive'
if ! pveceph pool get archive-metadata >/dev/null 2>&1; then
  pveceph pool create archive \
    --size 3 \
    --min_size 2 \
    --erasure-coding k=2,m=2 \
    --pg_num 128 \
    --pg_autoscale_mode on \
    --add_storages 1
else
  echo 'already there'
fi

step 'pool vm-disks'
if ! pveceph pool get vm-disks >/dev/null 2>&1; then
  pveceph pool create vm-disks \
    --size 3 \
    --min_size 2 \
    --pg_num 128 \
    --pg_autoscale_mode on \
    --add_storages 1
else
  echo 'already there'
fi

step 'placement groups'
await 'all placement groups to be active and clean' 300 bash -c 'ceph pg stat | grep --quiet --extended-regexp '\''^([0-9]+) pgs: \1 active[+]clean[;,]'\'''

step 'file system shared'
if ! ceph fs get shared >/dev/null 2>&1; then
  bash -c 'ceph mds stat | grep --quiet '\''up:standby'\'''
  pveceph fs create --name shared --pg_num 128 --add-storage 1
else
  echo 'already there'
fi
await 'file system shared to be served' 300 bash -c 'ceph mds stat | grep --quiet --extended-regexp '\''(^| )shared:[0-9]+ .*up:active'\'''
