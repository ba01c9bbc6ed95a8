#!/bin/bash
# Replication jobs.
# Runs on one node. A job that is there stays as it is.
set -euo pipefail

step() {
  printf '== %s\n' "$1"
}

step 'job 200-0'
if ! pvesr read 200-0 >/dev/null 2>&1; then
  pvesr create-local-job 200-0 nodeB --schedule '*/15'
else
  echo 'already there'
fi
