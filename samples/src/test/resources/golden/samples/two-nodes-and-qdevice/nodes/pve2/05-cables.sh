#!/bin/bash
# The cables of pve2, as their other ends tell by LLDP
set -euo pipefail

step() {
  printf '== %s\n' "$1"
}

wrong=0

expect() {
  local found name
  found=$(lldpctl -f keyvalue "$1" || true)
  name=$(sed -n '/^lldp\.[^=]*\.chassis\.name=/{s///p;q}' <<<"$found")
  if [ -z "$found" ]; then
    printf '%s: no neighbor; planned is port %s of %s\n' "$1" "$3" "$2"
    wrong=1
  elif [[ "$name" == "$2" || "$name" == "$2".* ]] \
    && grep -qFx -e "lldp.$1.port.ifname=$3" -e "lldp.$1.port.local=$3" \
      -e "lldp.$1.port.descr=$3" <<<"$found"; then
    printf '%s: port %s of %s, as planned\n' "$1" "$3" "$2"
  else
    printf '%s: planned is port %s of %s, but there is\n' "$1" "$3" "$2"
    grep -E '\.(chassis\.name|port\.(ifname|local|descr))=' <<<"$found" || true
    wrong=1
  fi
}

verdict() {
  exit "$wrong"
}

step 'cables of pve2'
expect eno1 sw-ground 2
expect eno2 sw-upper 2
expect enp2s0 sw-ground 7
expect eno3 sw-ground 4
expect eno4 sw-upper 4
expect enp1s0f0 sw-ground 18
expect enp1s0f1 sw-upper 18
verdict
