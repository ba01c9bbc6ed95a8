#!/bin/bash
# Packages of pve1.
# Runs on pve1. What is installed is brought up to date.
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

on pve1

step 'lists of packages'
apt-get update

step updates
apt-get dist-upgrade --yes

step packages
apt-get install --yes dnsmasq frr-pythontools open-iscsi

step services
systemctl disable --now dnsmasq
systemctl enable frr
