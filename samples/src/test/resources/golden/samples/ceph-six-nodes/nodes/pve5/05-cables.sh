#!/bin/bash
# The cables of pve5, as their other ends tell by LLDP
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

step 'cables of pve5'
expect eno1 ring-a 5
expect enp65s0f0np0 leaf-a Ethernet1/5
expect enp65s0f1np1 leaf-a Ethernet1/29
expect eno2 ring-b 5
expect enp66s0f0np0 leaf-b Ethernet1/5
expect enp66s0f1np1 leaf-b Ethernet1/29
verdict
