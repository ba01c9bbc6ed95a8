#!/bin/bash
# iSCSI sessions of nodeC.
# Runs on nodeC. A session that is there stays as it is.
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

session() {
  iscsiadm --mode session 2>/dev/null | awk -v target="$1" -v portal="${2:-}" '
    { split($3, at, ",") }
    $4 == target && (portal == "" || at[1] == portal) { found = 1 }
    END { exit !found }'
}
on nodeC

step 'target iqn.2024-02.example:cluster.lun1'
if ! session iqn.2024-02.example:cluster.lun1 172.30.20.50:3260 >/dev/null 2>&1; then
  iscsiadm --mode discovery --type sendtargets --portal 172.30.20.50
  iscsiadm --mode node \
    --targetname iqn.2024-02.example:cluster.lun1 \
    --portal 172.30.20.50:3260 \
    --login
else
  echo 'already there'
fi
