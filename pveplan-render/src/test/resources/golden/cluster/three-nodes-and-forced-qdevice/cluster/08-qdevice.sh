#!/bin/bash
# Gives the cluster lab the vote of a QDevice.
# Runs on one node, at a terminal: ssh asks for the password of root on
# 192.0.2.9. A QDevice that is there stays as it is.
set -euo pipefail

step() {
  printf '== %s\n' "$1"
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

step quorum
await quorum 120 corosync-quorumtool -s
grep --quiet --line-regexp '[[:space:]]*cluster_name:[[:space:]]*lab[[:space:]]*' /etc/pve/corosync.conf >/dev/null 2>&1 ||
  fail 'This node is in another cluster than lab.'

step 'QDevice 192.0.2.9'
if ! grep --quiet 'model: net' /etc/pve/corosync.conf >/dev/null 2>&1; then
  pvecm qdevice setup 192.0.2.9 --force
else
  echo 'already there'
fi
grep --quiet --line-regexp '[[:space:]]*host:[[:space:]]*192.0.2.9[[:space:]]*' /etc/pve/corosync.conf >/dev/null 2>&1 ||
  fail 'The cluster has another QDevice: pvecm qdevice remove takes it away.'
await 'the QDevice' 120 bash -c 'corosync-qdevice-tool -s | grep --quiet '\''State:[[:space:]]*Connected'\'''
