#!/bin/bash
# Packages of nodeC.
# Runs on nodeC. What is installed is brought up to date.
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

on nodeC

step 'lists of packages'
apt-get update

step updates
apt-get dist-upgrade --yes

step packages
apt-get install --yes open-iscsi
