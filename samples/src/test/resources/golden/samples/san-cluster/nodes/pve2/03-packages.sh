#!/bin/bash
# Packages of pve2.
# Runs on pve2. What is installed is brought up to date.
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

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)

put() {
  if cmp --silent "$here$1" "$1"; then
    printf '%s is there already\n' "$1"
  else
    install --mode 0644 "$here$1" "$1"
  fi
}

put_instead() {
  if grep --quiet --no-messages enterprise.proxmox.com "$1"; then
    put "$1"
  fi
}
on pve2

step repositories
put /etc/apt/sources.list.d/pve-enterprise.sources

step 'lists of packages'
apt-get update

step updates
apt-get dist-upgrade --yes

step packages
apt-get install --yes lldpd multipath-tools open-iscsi
