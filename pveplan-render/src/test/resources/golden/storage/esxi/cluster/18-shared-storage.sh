#!/bin/bash
# Directories, shares of servers, RBD and import sources.
# Runs on one node. A storage that is there stays as it is.
set -euo pipefail

step() {
  printf '== %s\n' "$1"
}

step 'storage old'
# Reads the password of root from the variable ESXI_PASSWORD.
if ! pvesh get /storage/old --output-format json >/dev/null 2>&1; then
  pvesm add esxi old \
    --server 192.0.2.9 \
    --username root \
    --skip-cert-verification 1 \
    --password '' <<<"${ESXI_PASSWORD:?}"
else
  echo 'already there'
fi

step 'storage older'
# Asks for the password of pve@vsphere.local.
if ! pvesh get /storage/older --output-format json >/dev/null 2>&1; then
  pvesm add esxi older --server 2001:db8::9 --username pve@vsphere.local --password ''
else
  echo 'already there'
fi
