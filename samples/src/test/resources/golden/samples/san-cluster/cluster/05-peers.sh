#!/bin/bash
# Reaches the other nodes on each network with packets of its full MTU.
# Runs on each node.
set -euo pipefail

step() {
  printf '== %s\n' "$1"
}

self=$(uname -n)
self=${self%%.*}
wrong=0
declare -A own=()
peers=()

on_network() {
  if [ "$2" = "$self" ]; then
    own[$1]=${own[$1]:-$3}
  else
    peers+=("$1" "$2" "$3" "$4" "$5")
  fi
}

answers() {
  ping -q -c 3 -i 0.2 -w 5 -M 'do' -s "$1" -I "$2" "$3" >/dev/null 2>&1
}

reach() {
  local network=$1 node=$2 address=$3 mtu=$4 size=$5
  local from=${own[$network]:-}
  if [ -z "$from" ]; then
    return
  elif answers "$size" "$from" "$address"; then
    printf '%s: %s (%s) answers to packets of %s bytes\n' "$network" "$node" "$address" "$mtu"
  elif answers 56 "$from" "$address"; then
    printf '%s: %s (%s) answers, but not to packets of %s bytes: see the MTU of the way\n' \
      "$network" "$node" "$address" "$mtu"
    wrong=1
  else
    printf '%s: %s (%s) does not answer to %s\n' "$network" "$node" "$address" "$from"
    wrong=1
  fi
}

verdict() {
  if [ "${#own[@]}" = 0 ]; then
    printf 'the plan has no node %s\n' "$self" >&2
    exit 1
  fi
  while [ "${#peers[@]}" -gt 0 ]; do
    reach "${peers[@]:0:5}"
    peers=("${peers[@]:5}")
  done
  exit "$wrong"
}

step 'the other nodes'
on_network ring0 pve1 10.70.10.11 1500 1472
on_network ring1 pve1 10.70.11.11 1500 1472
on_network san-a pve1 10.70.20.11 9000 8972
on_network san-b pve1 10.70.21.11 9000 8972
on_network mgmt pve1 10.70.0.11 1500 1472
on_network files pve1 10.70.30.11 1500 1472
on_network move pve1 10.70.31.11 1500 1472
on_network ring0 pve2 10.70.10.12 1500 1472
on_network ring1 pve2 10.70.11.12 1500 1472
on_network san-a pve2 10.70.20.12 9000 8972
on_network san-b pve2 10.70.21.12 9000 8972
on_network mgmt pve2 10.70.0.12 1500 1472
on_network files pve2 10.70.30.12 1500 1472
on_network move pve2 10.70.31.12 1500 1472
on_network ring0 pve3 10.70.10.13 1500 1472
on_network ring1 pve3 10.70.11.13 1500 1472
on_network san-a pve3 10.70.20.13 9000 8972
on_network san-b pve3 10.70.21.13 9000 8972
on_network mgmt pve3 10.70.0.13 1500 1472
on_network files pve3 10.70.30.13 1500 1472
on_network move pve3 10.70.31.13 1500 1472
verdict
