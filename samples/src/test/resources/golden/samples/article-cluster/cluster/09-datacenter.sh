#!/bin/bash
# Options of the datacenter.
# Runs on one node. Setting an option again changes nothing.
set -euo pipefail

step() {
  printf '== %s\n' "$1"
}

step ha
pvesh set /cluster/options --ha shutdown_policy=migrate

step migration
pvesh set /cluster/options --migration secure,network=10.10.30.0/24

step replication
pvesh set /cluster/options --replication secure,network=172.20.50.0/24
