#!/bin/bash
# Creates the cluster lab.
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

at_least() {
  local installed
  installed=$(dpkg-query --show --showformat='${Version}' "$1")
  dpkg --compare-versions "$installed" ge "$2"
}
at_least pve-cluster 9.1.0 >/dev/null 2>&1 ||
  fail 'This needs pve-cluster 9.1.0 or later, on each node: see step 3.'

step links
ping -c 1 -W 2 -I 192.0.2.11 192.0.2.11 >/dev/null 2>&1 ||
  fail 'link0: this node has no address 192.0.2.11. Configure its network first.'

step 'cluster lab'
if ! stat /etc/pve/corosync.conf >/dev/null 2>&1; then
  pvecm create lab --link0 192.0.2.11 --token-coefficient 200
else
  echo 'already there'
fi
await quorum 120 corosync-quorumtool -s
grep --quiet --line-regexp '[[:space:]]*cluster_name:[[:space:]]*lab[[:space:]]*' /etc/pve/corosync.conf >/dev/null 2>&1 ||
  fail 'This node is in another cluster than lab.'
