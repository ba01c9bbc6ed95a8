#!/bin/bash
# iSCSI sessions of pve3.
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

session() {
  iscsiadm --mode session 2>/dev/null | awk -v target="$1" -v portal="${2:-}" '
    { split($3, at, ",") }
    $4 == target && (portal == "" || at[1] == portal) { found = 1 }
    END { exit !found }'
}

portal_of() {
  local address
  address=$(getent ahosts "$1" | awk 'NR == 1 { print $1 }')
  case $address in
    *:*) printf '[%s]:%s\n' "$address" "$2" ;;
    *) printf '%s:%s\n' "$address" "$2" ;;
  esac
}

session_by_name() {
  session "$1" "$(portal_of "$2" "$3")"
}

login_by_name() {
  iscsiadm --mode node --targetname "$1" --portal "$(portal_of "$2" "$3")" --login
}
on pve3

step 'target iqn.2024-02.com.example:cluster.lun1'
if ! session iqn.2024-02.com.example:cluster.lun1 192.0.2.50:3260 >/dev/null 2>&1; then
  iscsiadm --mode discovery --type sendtargets --portal 192.0.2.50
  iscsiadm --mode node \
    --targetname iqn.2024-02.com.example:cluster.lun1 \
    --portal 192.0.2.50:3260 \
    --login
else
  echo 'already there'
fi
if ! session_by_name iqn.2024-02.com.example:cluster.lun1 san.example.net 3261 >/dev/null 2>&1; then
  iscsiadm --mode discovery --type sendtargets --portal san.example.net:3261
  login_by_name iqn.2024-02.com.example:cluster.lun1 san.example.net 3261
else
  echo 'already there'
fi
