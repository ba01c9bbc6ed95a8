#!/bin/bash
# Replication jobs.
# Runs on one node. A job that is there stays as it is.
set -euo pipefail

step() {
  printf '== %s\n' "$1"
}

step 'job 200-0'
if ! pvesr read 200-0 >/dev/null 2>&1; then
  pvesr create-local-job 200-0 pve2 \
    --schedule 'mon..fri 22:00' \
    --rate 12.5 \
    --comment '50 % to über: '\''there'\'''
else
  echo 'already there'
fi

step 'job 200-1'
if ! pvesr read 200-1 >/dev/null 2>&1; then
  pvesr create-local-job 200-1 pve3 --schedule '*/15'
else
  echo 'already there'
fi

step 'job 201-0'
if ! pvesr read 201-0 >/dev/null 2>&1; then
  pvesr create-local-job 201-0 pve1 --schedule '*/15' --rate 100 --disable 1
else
  echo 'already there'
fi

step 'job 201-1'
# The copy of guest 201 on pve3 stays.
if ! pvesr read 201-1 >/dev/null 2>&1; then
  echo 'not there'
else
  pvesr delete 201-1 --keep 1
fi

step 'job 202-0'
# The copy of guest 202 on pve1 goes with it.
if ! pvesr read 202-0 >/dev/null 2>&1; then
  echo 'not there'
else
  pvesr delete 202-0
fi

step 'job 202-1'
if ! pvesr read 202-1 >/dev/null 2>&1; then
  pvesr create-local-job 202-1 pve2 --schedule '*/5'
else
  echo 'already there'
fi
