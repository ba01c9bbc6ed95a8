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
on_network ring0 pve1 10.60.10.11 1500 1472
on_network ring1 pve1 10.60.11.11 1500 1472
on_network mgmt pve1 10.60.0.11 1500 1472
on_network mgmt6 pve1 2001:db8:60::11 1500 1452
on_network move pve1 10.60.30.11 1500 1472
on_network services pve1 10.60.31.11 1500 1472
on_network ceph-public pve1 10.60.20.11 9000 8972
on_network ceph-cluster pve1 10.60.21.11 9000 8972
on_network ring0 pve2 10.60.10.12 1500 1472
on_network ring1 pve2 10.60.11.12 1500 1472
on_network mgmt pve2 10.60.0.12 1500 1472
on_network mgmt6 pve2 2001:db8:60::12 1500 1452
on_network move pve2 10.60.30.12 1500 1472
on_network services pve2 10.60.31.12 1500 1472
on_network ceph-public pve2 10.60.20.12 9000 8972
on_network ceph-cluster pve2 10.60.21.12 9000 8972
on_network ring0 pve3 10.60.10.13 1500 1472
on_network ring1 pve3 10.60.11.13 1500 1472
on_network mgmt pve3 10.60.0.13 1500 1472
on_network mgmt6 pve3 2001:db8:60::13 1500 1452
on_network move pve3 10.60.30.13 1500 1472
on_network services pve3 10.60.31.13 1500 1472
on_network ceph-public pve3 10.60.20.13 9000 8972
on_network ceph-cluster pve3 10.60.21.13 9000 8972
on_network ring0 pve4 10.60.10.14 1500 1472
on_network ring1 pve4 10.60.11.14 1500 1472
on_network mgmt pve4 10.60.0.14 1500 1472
on_network mgmt6 pve4 2001:db8:60::14 1500 1452
on_network move pve4 10.60.30.14 1500 1472
on_network services pve4 10.60.31.14 1500 1472
on_network ceph-public pve4 10.60.20.14 9000 8972
on_network ceph-cluster pve4 10.60.21.14 9000 8972
on_network ring0 pve5 10.60.10.15 1500 1472
on_network ring1 pve5 10.60.11.15 1500 1472
on_network mgmt pve5 10.60.0.15 1500 1472
on_network mgmt6 pve5 2001:db8:60::15 1500 1452
on_network move pve5 10.60.30.15 1500 1472
on_network services pve5 10.60.31.15 1500 1472
on_network ceph-public pve5 10.60.20.15 9000 8972
on_network ceph-cluster pve5 10.60.21.15 9000 8972
on_network ring0 pve6 10.60.10.16 1500 1472
on_network ring1 pve6 10.60.11.16 1500 1472
on_network mgmt pve6 10.60.0.16 1500 1472
on_network mgmt6 pve6 2001:db8:60::16 1500 1452
on_network move pve6 10.60.30.16 1500 1472
on_network services pve6 10.60.31.16 1500 1472
on_network ceph-public pve6 10.60.20.16 9000 8972
on_network ceph-cluster pve6 10.60.21.16 9000 8972
verdict
