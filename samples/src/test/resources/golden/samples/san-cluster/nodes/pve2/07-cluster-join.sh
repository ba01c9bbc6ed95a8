#!/bin/bash
# Joins pve2 to the cluster san.
# Runs on pve2, at a terminal: pvecm shows the fingerprint of pve1 and asks for
# the password of its root. A node that has joined stays as it is.
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

on pve2

step links
ping -c 1 -W 2 -I 10.70.10.12 10.70.10.12 >/dev/null 2>&1 ||
  fail 'link0: this node has no address 10.70.10.12. Configure its network first.'
ping -c 1 -W 2 -I 10.70.11.12 10.70.11.12 >/dev/null 2>&1 ||
  fail 'link1: this node has no address 10.70.11.12. Configure its network first.'
ping -c 3 -W 2 10.70.10.11 >/dev/null 2>&1 ||
  fail 'link0: pve1 does not answer at 10.70.10.11.'
ping -c 3 -W 2 10.70.11.11 >/dev/null 2>&1 ||
  fail 'link1: pve1 does not answer at 10.70.11.11.'

step 'join san'
cd /
if ! stat /etc/pve/corosync.conf >/dev/null 2>&1; then
  pvecm add 10.70.0.11 --link0 10.70.10.12 --link1 10.70.11.12
else
  echo 'already there'
fi
await quorum 120 corosync-quorumtool -s
grep --quiet --line-regexp '[[:space:]]*cluster_name:[[:space:]]*san[[:space:]]*' /etc/pve/corosync.conf >/dev/null 2>&1 ||
  fail 'This node is in another cluster than san.'
