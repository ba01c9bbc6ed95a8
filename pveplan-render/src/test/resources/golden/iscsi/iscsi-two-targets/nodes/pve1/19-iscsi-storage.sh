#!/bin/bash
# iSCSI sessions of pve1 and its multipath devices.
# Runs on pve1. A session that is there stays as it is.
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

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)

same() {
  cmp --silent "$here$1" "$1"
}

put() {
  install --mode 0644 "$here$1" "$1"
}

session() {
  iscsiadm --mode session 2>/dev/null | awk -v target="$1" -v portal="${2:-}" '
    { split($3, at, ",") }
    $4 == target && (portal == "" || at[1] == portal) { found = 1 }
    END { exit !found }'
}

there() {
  [ -b "$1" ]
}

paths() {
  local active
  for _ in {1..30}; do
    active=$(multipath -ll "$1" | grep --count ' active ready running' || true)
    if [ "$active" -ge "$2" ]; then
      return
    fi
    sleep 2
  done
  return 1
}
on pve1

step multipath.conf
if ! same /etc/multipath.conf >/dev/null 2>&1; then
  put /etc/multipath.conf
  multipathd reconfigure
else
  echo 'already there'
fi

step 'target iqn.2024-02.com.example:cluster.lun1-a'
if ! session iqn.2024-02.com.example:cluster.lun1-a 192.0.2.50:3260 >/dev/null 2>&1; then
  iscsiadm --mode discovery --type sendtargets --portal 192.0.2.50
  iscsiadm --mode node \
    --targetname iqn.2024-02.com.example:cluster.lun1-a \
    --portal 192.0.2.50:3260 \
    --login
else
  echo 'already there'
fi

step 'target iqn.2024-02.com.example:cluster.lun1-b'
if ! session iqn.2024-02.com.example:cluster.lun1-b 198.51.100.50:3260 >/dev/null 2>&1; then
  iscsiadm --mode discovery --type sendtargets --portal 198.51.100.50
  iscsiadm --mode node \
    --targetname iqn.2024-02.com.example:cluster.lun1-b \
    --portal 198.51.100.50:3260 \
    --login
else
  echo 'already there'
fi

step 'LUN 1 of san-a'
if ! grep --quiet --line-regexp --fixed-strings /360000000000000000e00000000010001/ /etc/multipath/wwids >/dev/null 2>&1; then
  multipath -a 360000000000000000e00000000010001
else
  echo 'already there'
fi
if ! there /dev/mapper/360000000000000000e00000000010001 >/dev/null 2>&1; then
  multipathd reconfigure
else
  echo 'already there'
fi
await 'the multipath device /dev/mapper/360000000000000000e00000000010001' 60 test -b /dev/mapper/360000000000000000e00000000010001
paths 360000000000000000e00000000010001 2 >/dev/null 2>&1 ||
  fail '/dev/mapper/360000000000000000e00000000010001 has fewer than 2 paths: see multipath -ll'
