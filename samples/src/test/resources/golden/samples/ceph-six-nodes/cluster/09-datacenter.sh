#!/bin/bash
# Options of the datacenter.
# Runs on one node. Setting an option again changes nothing.
set -euo pipefail

step() {
  printf '== %s\n' "$1"
}

step crs
pvesh set /cluster/options --crs ha=static

step ha
pvesh set /cluster/options --ha shutdown_policy=migrate

step migration
pvesh set /cluster/options --migration secure,network=10.60.30.0/24
