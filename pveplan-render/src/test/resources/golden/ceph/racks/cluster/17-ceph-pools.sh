#!/bin/bash
# CRUSH rules, pools and file systems of Ceph.
# Runs on one node with Ceph, once all OSDs are there. What is there is not made again; what
# is set otherwise than planned is set.
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

# Whether something is true of d, what Ceph answers to a command.
ceph_says() {
  local question=$1
  shift
  ceph "$@" --format json | /usr/bin/python3 -c 'import json, sys
d = json.load(sys.stdin)
sys.exit(not eval(sys.argv[1]))' "$question"
}
export -f ceph_says

step OSDs
await '24 OSDs to be up' 300 bash -c 'ceph_says "$@"' - 'sum(o.get("status") == "up" for o in d["nodes"]) >= 24' osd tree

step 'memory of an OSD'
if ! ceph_says 'int(d) == 6442450944' config get osd osd_memory_target >/dev/null 2>&1; then
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
if ! ceph_says '"north" in d' osd crush ls default >/dev/null 2>&1; then
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
if ! ceph_says '"south" in d' osd crush ls default >/dev/null 2>&1; then
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
if ! ceph_says '"r1" in d' osd crush ls north >/dev/null 2>&1; then
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
if ! ceph_says '"r2" in d' osd crush ls south >/dev/null 2>&1; then
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
if ! ceph_says '"r3" in d' osd crush ls default >/dev/null 2>&1; then
  ceph osd crush move r3 root=default
else
  echo 'already there'
fi

step 'node pve1'
if ! ceph_says '"pve1" in d' osd crush ls r1 >/dev/null 2>&1; then
  ceph osd crush move pve1 rack=r1
else
  echo 'already there'
fi

step 'node pve2'
if ! ceph_says '"pve2" in d' osd crush ls r1 >/dev/null 2>&1; then
  ceph osd crush move pve2 rack=r1
else
  echo 'already there'
fi

step 'node pve3'
if ! ceph_says '"pve3" in d' osd crush ls r2 >/dev/null 2>&1; then
  ceph osd crush move pve3 rack=r2
else
  echo 'already there'
fi

step 'node pve4'
if ! ceph_says '"pve4" in d' osd crush ls r2 >/dev/null 2>&1; then
  ceph osd crush move pve4 rack=r2
else
  echo 'already there'
fi

step 'node pve5'
if ! ceph_says '"pve5" in d' osd crush ls r3 >/dev/null 2>&1; then
  ceph osd crush move pve5 rack=r3
else
  echo 'already there'
fi

step 'node pve6'
if ! ceph_says '"pve6" in d' osd crush ls r3 >/dev/null 2>&1; then
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
if ! ceph osd pool get vms size >/dev/null 2>&1; then
  pveceph pool create vms \
    --size 3 \
    --min_size 2 \
    --crush_rule rack-nvme \
    --pg_num 256 \
    --pg_num_min 64 \
    --target_size 2T \
    --target_size_ratio 0.8 \
    --add_storages 0
else
  echo 'already there'
fi
if ! ceph_says 'd["size"] == 3 and d["min_size"] == 2 and d["crush_rule"] == "rack-nvme" and d["pg_autoscale_mode"] == "warn" and d["pg_num_min"] == 64 and d["target_size_bytes"] == 2199023255552 and d["target_size_ratio"] == 0.8' osd pool get vms all >/dev/null 2>&1; then
  pveceph pool set vms \
    --size 3 \
    --min_size 2 \
    --crush_rule rack-nvme \
    --pg_num_min 64 \
    --target_size 2T \
    --target_size_ratio 0.8 \
    --pg_autoscale_mode warn
else
  echo 'already there'
fi
if ! ceph_says '"rbd" in d' osd pool application get vms >/dev/null 2>&1; then
  pveceph pool set vms --application rbd
else
  echo 'already there'
fi
if ! pvesh get /storage/vms --output-format json >/dev/null 2>&1; then
  pvesm add rbd vms --pool vms --krbd 0 --content rootdir,images
else
  echo 'already there'
fi

step 'pool cold'
if ! ceph osd pool get cold-metadata size >/dev/null 2>&1; then
  pveceph pool create cold \
    --size 3 \
    --min_size 2 \
    --crush_rule host-hdd \
    --erasure-coding k=4,m=2,device-class=hdd,failure-domain=host \
    --pg_num 64 \
    --add_storages 0
else
  echo 'already there'
fi
if ! ceph_says 'd["size"] == 3 and d["min_size"] == 2 and d["crush_rule"] == "host-hdd" and d["pg_autoscale_mode"] == "warn"' osd pool get cold-metadata all >/dev/null 2>&1; then
  pveceph pool set cold-metadata \
    --size 3 \
    --min_size 2 \
    --crush_rule host-hdd \
    --pg_autoscale_mode warn
else
  echo 'already there'
fi
if ! ceph_says '"rbd" in d' osd pool application get cold-metadata >/dev/null 2>&1; then
  pveceph pool set cold-metadata --application rbd
else
  echo 'already there'
fi
if ! ceph_says 'd["pg_autoscale_mode"] == "warn"' osd pool get cold-data all >/dev/null 2>&1; then
  pveceph pool set cold-data --pg_autoscale_mode warn
else
  echo 'already there'
fi
if ! ceph_says '"rbd" in d' osd pool application get cold-data >/dev/null 2>&1; then
  pveceph pool set cold-data --application rbd
else
  echo 'already there'
fi
if ! ceph_says 'd["allow_ec_overwrites"]' osd pool get cold-data all >/dev/null 2>&1; then
  ceph osd pool set cold-data allow_ec_overwrites true
else
  echo 'already there'
fi
if ! ceph_says 'd["min_size"] == 4' osd pool get cold-data min_size >/dev/null 2>&1; then
  ceph osd pool set cold-data min_size 4
else
  echo 'already there'
fi
if ! pvesh get /storage/cold --output-format json >/dev/null 2>&1; then
  pvesm add rbd cold --pool cold-metadata --krbd 0 --content rootdir,images --data-pool cold-data
else
  echo 'already there'
fi

step 'placement groups'
await 'all placement groups to be active and clean' 300 bash -c 'ceph_says "$@"' - 'd["pgmap"]["num_pgs"] == sum(s["count"] for s in d["pgmap"]["pgs_by_state"] if {"active", "clean"} <= set(s["state_name"].split("+")))' status

step 'file system files'
if ! ceph fs get files >/dev/null 2>&1; then
  pveceph fs create --name files --pg_num 64 --add-storage 0
else
  echo 'already there'
fi
if ! ceph_says 'd["crush_rule"] == "host-hdd"' osd pool get files_data crush_rule >/dev/null 2>&1; then
  ceph osd pool set files_data crush_rule host-hdd
else
  echo 'already there'
fi
if ! ceph_says 'd["crush_rule"] == "host-hdd"' osd pool get files_metadata crush_rule >/dev/null 2>&1; then
  ceph osd pool set files_metadata crush_rule host-hdd
else
  echo 'already there'
fi
await 'file system files to be served' 300 bash -c 'ceph_says "$@"' - 'any(m["state"] == "up:active" for f in d["fsmap"]["filesystems"] if f["mdsmap"]["fs_name"] == "files" for m in f["mdsmap"]["info"].values())' mds stat
if ! pvesh get /storage/files --output-format json >/dev/null 2>&1; then
  pvesm add cephfs files --fs-name files --content backup,iso,vztmpl
else
  echo 'already there'
fi

step 'active metadata servers of files'
if ! ceph_says 'd["mdsmap"]["max_mds"] == 2' fs get files >/dev/null 2>&1; then
  ceph fs set files max_mds 2
else
  echo 'already there'
fi
