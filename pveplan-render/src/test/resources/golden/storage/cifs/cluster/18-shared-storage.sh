#!/bin/bash
# Directories, shares of servers, RBD and import sources.
# Runs on one node. A storage that is there stays as it is.
# shellcheck disable=SC1003,SC1112,SC2016
set -euo pipefail

step() {
  printf '== %s\n' "$1"
}

step 'storage files'
# Reads the password of pve from the variable SMB_PASSWORD.
if ! pvesh get /storage/files --output-format json >/dev/null 2>&1; then
  pvesm add cifs files \
    --server 192.0.2.61 \
    --share 'pve$' \
    --domain EXAMPLE \
    --options echo_interval=30 \
    --smbversion 3.11 \
    --subdir /images \
    --username pve \
    --password '' <<<"${SMB_PASSWORD:?}"
else
  echo 'already there'
fi

step 'storage public'
if ! pvesh get /storage/public --output-format json >/dev/null 2>&1; then
  pvesm add cifs public --server nas.example.net --share public --nodes pve1
else
  echo 'already there'
fi
