#!/bin/bash
# Installs Ceph squid on pve1.
# Runs on pve1, at a terminal: apt asks before it installs.
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

on pve1

step 'Ceph squid'
if ! stat /usr/bin/ceph-mon >/dev/null 2>&1; then
  pveceph install --version squid --repository enterprise
else
  echo 'already there'
fi
