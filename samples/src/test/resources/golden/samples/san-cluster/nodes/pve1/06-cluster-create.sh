#!/bin/bash
# Creates the cluster san.
# Runs on pve1. A cluster that is there stays as it is.
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

fail() {
  printf '%s\n' "$1" >&2
  exit 1
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

step links
ping -c 1 -W 2 -I 10.70.10.11 10.70.10.11 >/dev/null 2>&1 ||
  fail 'link0: this node has no address 10.70.10.11. Configure its network first.'
ping -c 1 -W 2 -I 10.70.11.11 10.70.11.11 >/dev/null 2>&1 ||
  fail 'link1: this node has no address 10.70.11.11. Configure its network first.'

step 'cluster san'
if ! stat /etc/pve/corosync.conf >/dev/null 2>&1; then
  pvecm create san --link0 10.70.10.11,priority=20 --link1 10.70.11.11,priority=10
else
  echo 'already there'
fi
await quorum 120 corosync-quorumtool -s
grep --quiet --line-regexp '[[:space:]]*cluster_name:[[:space:]]*san[[:space:]]*' /etc/pve/corosync.conf >/dev/null 2>&1 ||
  fail 'This node is in another cluster than san.'
