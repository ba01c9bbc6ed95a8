#!/bin/bash
# Creates the monitor and manager of nodeB.
# Runs on nodeB, once the script of the node before has ended.
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

on nodeB

step 'Ceph answers'
await Ceph 120 ceph mon stat

step 'monitor nodeB'
if ! stat /var/lib/ceph/mon/ceph-nodeB >/dev/null 2>&1; then
  pveceph mon create
else
  echo 'already there'
fi
await 'monitor nodeB in the quorum' 120 bash -c 'ceph mon stat | grep --quiet --extended-regexp "quorum [0-9,]+ ([^ ]*,)?nodeB([, ]|\$)"'

step 'manager nodeB'
if ! stat /var/lib/ceph/mgr/ceph-nodeB >/dev/null 2>&1; then
  pveceph mgr create
else
  echo 'already there'
fi
await 'an active manager' 120 bash -c 'ceph mgr stat | grep --quiet '\''"available": true'\'''
