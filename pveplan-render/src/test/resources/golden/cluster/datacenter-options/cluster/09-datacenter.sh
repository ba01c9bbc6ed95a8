#!/bin/bash
# Options of the datacenter.
# Runs on one node. Setting an option again changes nothing.
# shellcheck disable=SC1003,SC1112,SC2016
set -euo pipefail

step() {
  printf '== %s\n' "$1"
}

fail() {
  printf '%s\n' "$1" >&2
  exit 1
}

at_least() {
  local installed
  installed=$(dpkg-query --show --showformat='${Version}' "$1")
  dpkg --compare-versions "$installed" ge "$2"
}
at_least pve-cluster 9.1.2 >/dev/null 2>&1 ||
  fail 'This needs pve-cluster 9.1.2 or later, on each node: see step 3.'

step bwlimit
pvesh set /cluster/options \
  --bwlimit clone=97656,default=976562,migration=488281,move=366210,restore=244140

step console
pvesh set /cluster/options --console xtermjs

step crs
pvesh set /cluster/options \
  --crs ha=dynamic,ha-auto-rebalance=1,ha-auto-rebalance-hold-duration=5,ha-auto-rebalance-margin=20,ha-auto-rebalance-method=topsis,ha-auto-rebalance-threshold=40,ha-rebalance-on-start=1

step description
pvesh set /cluster/options --description 'Zürich & $(prod): 100 %'

step email_from
pvesh set /cluster/options --email_from ops@example.net

step ha
pvesh set /cluster/options --ha shutdown_policy=migrate

step keyboard
pvesh set /cluster/options --keyboard de-ch

step language
pvesh set /cluster/options --language pt_BR

step mac_prefix
pvesh set /cluster/options --mac_prefix BC:24:11:0

step max_workers
pvesh set /cluster/options --max_workers 4

step next-id
pvesh set /cluster/options --next-id lower=1000,upper=10000

step registered-tags
pvesh set /cluster/options --registered-tags 'backup;prod'

step tag-style
pvesh set /cluster/options \
  --tag-style 'case-sensitive=1,color-map=prod:aa0000:ffffff;web:00aa00,ordering=config,shape=full'

step user-tag-access
pvesh set /cluster/options --user-tag-access 'user-allow=list,user-allow-list=db;web'
