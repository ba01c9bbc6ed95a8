#!/bin/bash
# Installs Ceph tentacle on pve6.
# Runs on pve6, at a terminal: apt asks before it installs.
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

on pve6

step 'Ceph tentacle'
if ! stat /usr/bin/ceph-mon >/dev/null 2>&1; then
  pveceph install --version tentacle --repository no-subscription
else
  echo 'already there'
fi
