#!/bin/bash
# Replication jobs.
# Runs on one node. A job that is there stays as it is.
set -euo pipefail

step() {
  printf '== %s\n' "$1"
}

step 'job 100-0'
if ! pvesr read 100-0 >/dev/null 2>&1; then
  pvesr create-local-job 100-0 pve2 --schedule '*/30' --rate 400
else
  echo 'already there'
fi

step 'job 101-0'
if ! pvesr read 101-0 >/dev/null 2>&1; then
  pvesr create-local-job 101-0 pve2 --schedule '*/15' --rate 400
else
  echo 'already there'
fi

step 'job 102-0'
if ! pvesr read 102-0 >/dev/null 2>&1; then
  pvesr create-local-job 102-0 pve1 --schedule '*/5' --rate 400
else
  echo 'already there'
fi
