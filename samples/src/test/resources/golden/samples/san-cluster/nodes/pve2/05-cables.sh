#!/bin/bash
# The cables of pve2, as their other ends tell by LLDP.
# Links that are down are up while it runs.
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

wrong=0
planned=()
raised=()

restore() {
  local nic
  for nic in "${raised[@]}"; do
    ip link set dev "$nic" down || true
  done
}

is_among() {
  local line key value name='' port=no
  while IFS= read -r line; do
    key=${line%%=*}
    value=${line#*=}
    case "${key#"lldp.$1."}" in
      chassis.*)
        if [ "$port" = yes ]; then
          name=''
          port=no
        fi
        if [ "$key" = "lldp.$1.chassis.name" ]; then
          name=$value
        fi
        ;;
      port.*)
        port=yes
        case "$key" in
          *.port.ifname | *.port.local | *.port.descr)
            if [[ "$name" == "$2" || "$name" == "$2".* ]] && [ "$value" = "$3" ]; then
              return 0
            fi
            ;;
        esac
        ;;
    esac
  done
  return 1
}

expect() {
  if ! ip link show dev "$1" >/dev/null 2>&1; then
    printf '%s: no such NIC; planned is port %s of %s\n' "$1" "$3" "$2"
    wrong=1
    return
  fi
  if [ -z "$(ip link show dev "$1" up)" ]; then
    ip link set dev "$1" up
    raised+=("$1")
  fi
  planned+=("$1" "$2" "$3")
}

neighbor() {
  lldpctl -f keyvalue "$1" || true
}

all_seen() {
  local i
  for ((i = 0; i < ${#planned[@]}; i += 3)); do
    [ -n "$(neighbor "${planned[i]}")" ] || return 1
  done
}

compare() {
  local found
  found=$(neighbor "$1")
  if [ -z "$found" ]; then
    printf '%s: no neighbor; planned is port %s of %s\n' "$1" "$3" "$2"
    wrong=1
  elif is_among "$@" <<<"$found"; then
    printf '%s: port %s of %s, as planned\n' "$1" "$3" "$2"
  else
    printf '%s: planned is port %s of %s, but there is\n' "$1" "$3" "$2"
    grep -E '\.(chassis\.name|port\.(ifname|local|descr))=' <<<"$found" || true
    wrong=1
  fi
}

verdict() {
  local i tries=45
  until all_seen || [ "$tries" = 0 ]; do
    [ "$tries" -lt 45 ] || printf 'waiting for neighbors, 90 seconds at most\n'
    tries=$((tries - 1))
    sleep 2
  done
  for ((i = 0; i < ${#planned[@]}; i += 3)); do
    compare "${planned[@]:i:3}"
  done
  restore
  exit "$wrong"
}
on pve2
command -v lldpctl >/dev/null 2>&1 ||
  fail 'lldpd is not installed: see step 3'

step 'cables of pve2'
expect eno1 leaf-a Ethernet1/26
expect eno2 leaf-b Ethernet1/26
expect enp65s0f0np0 san-a 2
expect enp66s0f0np0 san-b 2
expect enp65s0f1np1 leaf-a Ethernet1/2
expect enp66s0f1np1 leaf-b Ethernet1/2
verdict
