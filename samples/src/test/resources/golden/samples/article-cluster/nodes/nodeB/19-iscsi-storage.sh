#!/bin/bash
# iSCSI sessions of nodeB and its multipath devices.
# Runs on nodeB. A session that is there stays as it is.
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

conf=/etc/iscsi/iscsid.conf

is_set() {
  [ "$(grep --count "^[[:space:]]*${1//./[.]}[[:space:]]*=" "$conf")" = 1 ] &&
    grep --quiet --line-regexp --fixed-strings "$1 = $2" "$conf"
}

set_to() {
  sed --in-place "/^[[:space:]]*${1//./[.]}[[:space:]]*=/d" "$conf"
  printf '%s = %s\n' "$1" "$2" >>"$conf"
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
on nodeB

step 'settings of open-iscsi'
if ! is_set node.session.timeo.replacement_timeout 15 >/dev/null 2>&1; then
  set_to node.session.timeo.replacement_timeout 15
else
  echo 'already there'
fi

step multipath.conf
if ! same /etc/multipath.conf >/dev/null 2>&1; then
  put /etc/multipath.conf
  multipathd reconfigure
else
  echo 'already there'
fi

step 'target iqn.2024-02.example:cluster.lun1'
# 172.30.20.50 over enp9s0 > sw1 port 26
if ! session iqn.2024-02.example:cluster.lun1 172.30.20.50:3260 >/dev/null 2>&1; then
  iscsiadm --mode discovery --type sendtargets --portal 172.30.20.50
  iscsiadm --mode node \
    --targetname iqn.2024-02.example:cluster.lun1 \
    --portal 172.30.20.50:3260 \
    --login
else
  echo 'already there'
fi
# 172.30.21.50 over enp10s0 > sw2 port 29
if ! session iqn.2024-02.example:cluster.lun1 172.30.21.50:3260 >/dev/null 2>&1; then
  iscsiadm --mode discovery --type sendtargets --portal 172.30.21.50
  iscsiadm --mode node \
    --targetname iqn.2024-02.example:cluster.lun1 \
    --portal 172.30.21.50:3260 \
    --login
else
  echo 'already there'
fi

step 'LUN 1 of beiscsi'
if ! grep --quiet --line-regexp --fixed-strings /360000000000000000e00000000010001/ /etc/multipath/wwids >/dev/null 2>&1; then
  multipath -a 360000000000000000e00000000010001
else
  echo 'already there'
fi
if ! there /dev/mapper/mpath-cluster >/dev/null 2>&1; then
  multipathd reconfigure
else
  echo 'already there'
fi
await 'the multipath device /dev/mapper/mpath-cluster' 60 test -b /dev/mapper/mpath-cluster
paths 360000000000000000e00000000010001 2 >/dev/null 2>&1 ||
  fail '/dev/mapper/mpath-cluster has fewer than 2 paths: see multipath -ll'
