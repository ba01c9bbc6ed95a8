#!/bin/bash
# Images, ISO images and container templates that pve2 fetches.
# A file that is there stays, and has to be what its checksum says.
set -euo pipefail

step() {
  printf '== %s\n' "$1"
}

on() {
  local name
  name=$(uname -n)
  if [ "${name%%.*}" != "$1" ]; then
    printf 'this is %s, not %s\n' "$name" "$1" >&2
    exit 1
  fi
}

fail() {
  printf '%s\n' "$1" >&2
  exit 1
}

on pve2

is_there() {
  [ -f "$(pvesm path "$1")" ]
}

# Whether a file is what its checksum says: volume, algorithm, digits.
is_right() {
  printf '%s  %s\n' "$3" "$(pvesm path "$1")" | "$2sum" --check --status -
}

step here:import/used.qcow2
if ! is_there here:import/used.qcow2 >/dev/null 2>&1; then
  pvesh create /nodes/pve2/storage/here/download-url \
    --content import \
    --filename used.qcow2 \
    --url https://cloud.example.org/used.qcow2 \
    --checksum-algorithm sha256 \
    --checksum 6105d6cc76af400325e94d588ce511be5bfdbb73b437dc51eca43917d7a43e3d
else
  echo 'already there'
fi
is_right here:import/used.qcow2 sha256 6105d6cc76af400325e94d588ce511be5bfdbb73b437dc51eca43917d7a43e3d >/dev/null 2>&1 ||
  fail 'here:import/used.qcow2 is not there, or not what its checksum says. The task log of pve2 says more; pvesm free takes away a wrong one.'

step here:import/spare.qcow2
if ! is_there here:import/spare.qcow2 >/dev/null 2>&1; then
  pvesh create /nodes/pve2/storage/here/download-url \
    --content import \
    --filename spare.qcow2 \
    --url https://cloud.example.org/spare.qcow2 \
    --checksum-algorithm sha256 \
    --checksum 6105d6cc76af400325e94d588ce511be5bfdbb73b437dc51eca43917d7a43e3d
else
  echo 'already there'
fi
is_right here:import/spare.qcow2 sha256 6105d6cc76af400325e94d588ce511be5bfdbb73b437dc51eca43917d7a43e3d >/dev/null 2>&1 ||
  fail 'here:import/spare.qcow2 is not there, or not what its checksum says. The task log of pve2 says more; pvesm free takes away a wrong one.'
