#!/bin/bash
# CRUSH rules, pools and file systems of Ceph.
# Runs on one node with Ceph, once all OSDs are there. What is there stays as it is.
# shellcheck disable=SC1003,SC1112,SC2016
set -euo pipefail

step() {
  printf '== %s\n' "$1"
}

await() {
  local what=$1 end=$((SECONDS + $2))
  shift 2
  printf 'waiting for %s\n' "$what"
  until timeout 10 "$@" >/dev/null 2>&1; do
    if [ "$SECONDS" -ge "$end" ]; then
      printf 'gave up waiting for %s\n' "$what" >&2
      exit 1
    fi
    sleep 2
  done
}

step OSDs
await '24 OSDs to be up' 300 bash -c '[ "$(ceph osd tree-from default up | grep --count '\''osd[.]'\'')" -ge 24 ]'

step 'memory of an OSD'
if ! bash -c 'ceph config get osd osd_memory_target | grep --quiet --extended-regexp '\''^6442450944$'\''' >/dev/null 2>&1; then
  ceph config set osd osd_memory_target 6442450944
else
  echo 'already there'
fi

step 'room north'
if ! ceph osd crush ls north >/dev/null 2>&1; then
  ceph osd crush add-bucket north room
else
  echo 'already there'
fi
if ! bash -c 'ceph osd crush ls default | grep --quiet --extended-regexp '\''^north$'\''' >/dev/null 2>&1; then
  ceph osd crush move north root=default
else
  echo 'already there'
fi

step 'room south'
if ! ceph osd crush ls south >/dev/null 2>&1; then
  ceph osd crush add-bucket south room
else
  echo 'already there'
fi
if ! bash -c 'ceph osd crush ls default | grep --quiet --extended-regexp '\''^south$'\''' >/dev/null 2>&1; then
  ceph osd crush move south root=default
else
  echo 'already there'
fi

step 'rack r1'
if ! ceph osd crush ls r1 >/dev/null 2>&1; then
  ceph osd crush add-bucket r1 rack
else
  echo 'already there'
fi
if ! bash -c 'ceph osd crush ls north | grep --quiet --extended-regexp '\''^r1$'\''' >/dev/null 2>&1; then
  ceph osd crush move r1 room=north
else
  echo 'already there'
fi

step 'rack r2'
if ! ceph osd crush ls r2 >/dev/null 2>&1; then
  ceph osd crush add-bucket r2 rack
else
  echo 'already there'
fi
if ! bash -c 'ceph osd crush ls south | grep --quiet --extended-regexp '\''^r2$'\''' >/dev/null 2>&1; then
  ceph osd crush move r2 room=south
else
  echo 'already there'
fi

step 'rack r3'
if ! ceph osd crush ls r3 >/dev/null 2>&1; then
  ceph osd crush add-bucket r3 rack
else
  echo 'already there'
fi
if ! bash -c 'ceph osd crush ls default | grep --quiet --extended-regexp '\''^r3$'\''' >/dev/null 2>&1; then
  ceph osd crush move r3 root=default
else
  echo 'already there'
fi

step 'node pve1'
if ! bash -c 'ceph osd crush ls r1 | grep --quiet --extended-regexp '\''^pve1$'\''' >/dev/null 2>&1; then
  ceph osd crush move pve1 rack=r1
else
  echo 'already there'
fi

step 'node pve2'
if ! bash -c 'ceph osd crush ls r1 | grep --quiet --extended-regexp '\''^pve2$'\''' >/dev/null 2>&1; then
  ceph osd crush move pve2 rack=r1
else
  echo 'already there'
fi

step 'node pve3'
if ! bash -c 'ceph osd crush ls r2 | grep --quiet --extended-regexp '\''^pve3$'\''' >/dev/null 2>&1; then
  ceph osd crush move pve3 rack=r2
else
  echo 'already there'
fi

step 'node pve4'
if ! bash -c 'ceph osd crush ls r2 | grep --quiet --extended-regexp '\''^pve4$'\''' >/dev/null 2>&1; then
  ceph osd crush move pve4 rack=r2
else
  echo 'already there'
fi

step 'node pve5'
if ! bash -c 'ceph osd crush ls r3 | grep --quiet --extended-regexp '\''^pve5$'\''' >/dev/null 2>&1; then
  ceph osd crush move pve5 rack=r3
else
  echo 'already there'
fi

step 'node pve6'
if ! bash -c 'ceph osd crush ls r3 | grep --quiet --extended-regexp '\''^pve6$'\''' >/dev/null 2>&1; then
  ceph osd crush move pve6 rack=r3
else
  echo 'already there'
fi

step 'CRUSH rule rack-nvme'
if ! ceph osd crush rule dump rack-nvme >/dev/null 2>&1; then
  ceph osd crush rule create-replicated rack-nvme default rack nvme
else
  echo 'already there'
fi

step 'CRUSH rule host-hdd'
if ! ceph osd crush rule dump host-hdd >/dev/null 2>&1; then
  ceph osd crush rule create-replicated host-hdd default host hdd
else
  echo 'already there'
fi

step 'pool vms'
if ! pveceph pool get vms >/dev/null 2>&1; then
  pveceph pool create vms \
    --size 3 \
    --min_size 2 \
    --crush_rule rack-nvme \
    --pg_num 256 \
    --pg_num_min 64 \
    --target_size 2T \
    --target_size_ratio 0.8 \
    --add_storages 1
else
  echo 'already there'
fi

step 'pool cold'
if ! pveceph pool get cold-metadata >/dev/null 2>&1; then
  pveceph pool create cold \
    --size 3 \
    --min_size 2 \
    --crush_rule host-hdd \
    --erasure-coding k=4,m=2,device-class=hdd,failure-domain=host \
    --pg_num 64 \
    --add_storages 1
else
  echo 'already there'
fi
if ! bash -c 'ceph osd pool get cold-data min_size | grep --quiet --extended-regexp '\''^min_size: 4$'\''' >/dev/null 2>&1; then
  ceph osd pool set cold-data min_size 4
else
  echo 'already there'
fi

step 'placement groups'
await 'all placement groups to be active and clean' 300 bash -c 'ceph pg stat | grep --quiet --extended-regexp '\''^([0-9]+) pgs: \1 active[+]clean[;,]'\'''

step 'file system files'
if ! ceph fs get files >/dev/null 2>&1; then
  bash -c 'ceph mds stat | grep --quiet '\''up:standby'\'''
  pveceph fs create --name files --pg_num 64 --add-storage 1
else
  echo 'already there'
fi
if ! bash -c 'ceph osd pool get files_data crush_rule | grep --quiet --extended-regexp '\''^crush_rule: host-hdd$'\''' >/dev/null 2>&1; then
  ceph osd pool set files_data crush_rule host-hdd
else
  echo 'already there'
fi
if ! bash -c 'ceph osd pool get files_metadata crush_rule | grep --quiet --extended-regexp '\''^crush_rule: host-hdd$'\''' >/dev/null 2>&1; then
  ceph osd pool set files_metadata crush_rule host-hdd
else
  echo 'already there'
fi
if ! bash -c 'ceph fs get files | grep --quiet --extended-regexp '\''^max_mds[[:space:]]+2$'\''' >/dev/null 2>&1; then
  ceph fs set files max_mds 2
else
  echo 'already there'
fi
await 'file system files to be served' 300 bash -c 'ceph mds stat | grep --quiet --extended-regexp '\''(^| )files:[0-9]+ .*up:active'\'''
