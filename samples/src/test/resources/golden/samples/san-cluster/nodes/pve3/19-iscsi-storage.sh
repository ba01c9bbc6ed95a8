#!/bin/bash
# iSCSI sessions of pve3 and its multipath devices.
# Runs on pve3. A session that is there stays as it is.
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
on pve3

step 'settings of open-iscsi'
if ! is_set node.startup automatic >/dev/null 2>&1; then
  set_to node.startup automatic
else
  echo 'already there'
fi
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

step 'target iqn.2024-02.net.example:san1.cluster'
# 10.70.20.50 over enp65s0f0np0 > san-a port 3
if ! session iqn.2024-02.net.example:san1.cluster 10.70.20.50:3260 >/dev/null 2>&1; then
  iscsiadm --mode discovery --type sendtargets --portal 10.70.20.50
  iscsiadm --mode node \
    --targetname iqn.2024-02.net.example:san1.cluster \
    --portal 10.70.20.50:3260 \
    --login
else
  echo 'already there'
fi
# 10.70.21.50 over enp66s0f0np0 > san-b port 3
if ! session iqn.2024-02.net.example:san1.cluster 10.70.21.50:3260 >/dev/null 2>&1; then
  iscsiadm --mode discovery --type sendtargets --portal 10.70.21.50
  iscsiadm --mode node \
    --targetname iqn.2024-02.net.example:san1.cluster \
    --portal 10.70.21.50:3260 \
    --login
else
  echo 'already there'
fi

step 'LUN 1 of san, 8TiB'
if ! grep --quiet --line-regexp --fixed-strings /360000000000000000e00000000010001/ /etc/multipath/wwids >/dev/null 2>&1; then
  multipath -a 360000000000000000e00000000010001
else
  echo 'already there'
fi
if ! there /dev/mapper/mpath-vms >/dev/null 2>&1; then
  multipathd reconfigure
else
  echo 'already there'
fi
await 'the multipath device /dev/mapper/mpath-vms' 60 test -b /dev/mapper/mpath-vms
paths 360000000000000000e00000000010001 2 >/dev/null 2>&1 ||
  fail '/dev/mapper/mpath-vms has fewer than 2 paths: see multipath -ll'

step 'LUN 2 of san, 4TiB'
if ! grep --quiet --line-regexp --fixed-strings /360000000000000000e00000000010002/ /etc/multipath/wwids >/dev/null 2>&1; then
  multipath -a 360000000000000000e00000000010002
else
  echo 'already there'
fi
if ! there /dev/mapper/mpath-db >/dev/null 2>&1; then
  multipathd reconfigure
else
  echo 'already there'
fi
await 'the multipath device /dev/mapper/mpath-db' 60 test -b /dev/mapper/mpath-db
paths 360000000000000000e00000000010002 2 >/dev/null 2>&1 ||
  fail '/dev/mapper/mpath-db has fewer than 2 paths: see multipath -ll'
