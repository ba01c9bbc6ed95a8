#!/bin/bash
# The cables of pve2, as their other ends tell by LLDP
set -euo pipefail

step() {
  printf '== %s\n' "$1"
}

wrong=0

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
  local found
  found=$(lldpctl -f keyvalue "$1" || true)
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
  exit "$wrong"
}

step 'cables of pve2'
expect eno1 ring-a 2
expect enp65s0f0np0 leaf-a Ethernet1/2
expect enp65s0f1np1 leaf-a Ethernet1/26
expect eno2 ring-b 2
expect enp66s0f0np0 leaf-b Ethernet1/2
expect enp66s0f1np1 leaf-b Ethernet1/26
verdict
