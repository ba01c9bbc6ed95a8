#!/bin/bash
# Replication jobs.
# Runs on one node. A job that is there stays as it is.
set -euo pipefail

step() {
  printf '== %s\n' "$1"
}

step 'job 220-0'
if ! pvesr read 220-0 >/dev/null 2>&1; then
  pvesr create-local-job 220-0 nodeB --schedule '*/15' --rate 100 --comment 'files01 to nodeB'
else
  echo 'already there'
fi
