#!/bin/bash
# Joins nodeB to the cluster article.
# Runs on nodeB, at a terminal: pvecm shows the fingerprint of nodeA and asks for
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

on nodeB

step links
ping -c 1 -W 2 -I 10.10.0.11 10.10.0.11 >/dev/null 2>&1 ||
  fail 'link0: this node has no address 10.10.0.11. Configure its network first.'
ping -c 3 -W 2 10.10.0.10 >/dev/null 2>&1 ||
  fail 'link0: nodeA does not answer at 10.10.0.10.'

step 'join article'
cd /
if ! stat /etc/pve/corosync.conf >/dev/null 2>&1; then
  pvecm add 10.10.0.10 --link0 10.10.0.11
else
  echo 'already there'
fi
await quorum 120 corosync-quorumtool -s
grep --quiet --line-regexp '[[:space:]]*cluster_name:[[:space:]]*article[[:space:]]*' /etc/pve/corosync.conf >/dev/null 2>&1 ||
  fail 'This node is in another cluster than article.'
