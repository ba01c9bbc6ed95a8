#!/bin/bash
# Storages on Proxmox Backup Server.
# Runs on one node. A storage that is there stays as it is.
set -euo pipefail

step() {
  printf '== %s\n' "$1"
}

step 'storage pbs1'
# Reads the password of pve@pbs!cluster1 from the first line of /root/pbs-token.
if ! pvesh get /storage/pbs1 --output-format json >/dev/null 2>&1; then
  pvesm add pbs pbs1 \
    --datastore store1 \
    --server pbs.example.net \
    --content backup \
    --fingerprint AB:0f:0f:0f:0f:0f:0f:0f:0f:0f:0f:0f:0f:0f:0f:0f:0f:0f:0f:0f:0f:0f:0f:0f:0f:0f:0f:0f:0f:0f:0f:AB \
    --namespace prod/site1 \
    --username 'pve@pbs!cluster1' \
    --password '' </root/pbs-token
else
  echo 'already there'
fi

step 'storage pbs2'
# Reads the password of root@pam from the variable PBS_PASSWORD.
if ! pvesh get /storage/pbs2 --output-format json >/dev/null 2>&1; then
  pvesm add pbs pbs2 \
    --datastore store1 \
    --server 2001:db8::8 \
    --nodes pve1,pve2 \
    --username root@pam \
    --password '' <<<"${PBS_PASSWORD:?}"
else
  echo 'already there'
fi

step 'storage pbs3'
# Asks for the password of root@pam.
if ! pvesh get /storage/pbs3 --output-format json >/dev/null 2>&1; then
  pvesm add pbs pbs3 --datastore store1 --server 192.0.2.8 --username root@pam --password ''
else
  echo 'already there'
fi
