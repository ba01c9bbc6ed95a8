#!/bin/bash
# Options of the datacenter.
# Runs on one node. Setting an option again changes nothing.
set -euo pipefail

step() {
  printf '== %s\n' "$1"
}

step replication
pvesh set /cluster/options --replication secure
