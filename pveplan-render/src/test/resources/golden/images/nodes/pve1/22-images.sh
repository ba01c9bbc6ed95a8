#!/bin/bash
# Images, ISO images and container templates that pve1 fetches.
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

on pve1

is_there() {
  [ -f "$(pvesm path "$1")" ]
}

# Whether a file is what its checksum says: volume, algorithm, digits.
is_right() {
  printf '%s  %s\n' "$3" "$(pvesm path "$1")" | "$2sum" --check --status -
}

step nas:import/debian-13.qcow2
if ! is_there nas:import/debian-13.qcow2 >/dev/null 2>&1; then
  pvesh create /nodes/pve1/storage/nas/download-url \
    --content import \
    --filename debian-13.qcow2 \
    --url 'https://cloud.example.org/d~1/debian%2013.qcow2' \
    --checksum-algorithm sha512 \
    --checksum eb31d04da633dc9f49dfbd66cdb92fbb9b4f9c9be67914c0209b5dd31cc65a136e1cdce7d0db88112e3a759131b9d970cfaac7ee77ccd620c3dd49043f88958e
else
  echo 'already there'
fi
is_right nas:import/debian-13.qcow2 sha512 eb31d04da633dc9f49dfbd66cdb92fbb9b4f9c9be67914c0209b5dd31cc65a136e1cdce7d0db88112e3a759131b9d970cfaac7ee77ccd620c3dd49043f88958e >/dev/null 2>&1 ||
  fail 'nas:import/debian-13.qcow2 is not there, or not what its checksum says. The task log of pve1 says more; pvesm free takes away a wrong one.'

step nas:iso/debian-13.iso
if ! is_there nas:iso/debian-13.iso >/dev/null 2>&1; then
  pvesh create /nodes/pve1/storage/nas/download-url \
    --content iso \
    --filename debian-13.iso \
    --url https://cloud.example.org/debian-13.iso \
    --checksum-algorithm sha256 \
    --checksum 6105d6cc76af400325e94d588ce511be5bfdbb73b437dc51eca43917d7a43e3d
else
  echo 'already there'
fi
is_right nas:iso/debian-13.iso sha256 6105d6cc76af400325e94d588ce511be5bfdbb73b437dc51eca43917d7a43e3d >/dev/null 2>&1 ||
  fail 'nas:iso/debian-13.iso is not there, or not what its checksum says. The task log of pve1 says more; pvesm free takes away a wrong one.'

step nas:vztmpl/debian-13.tar.zst
if ! is_there nas:vztmpl/debian-13.tar.zst >/dev/null 2>&1; then
  pvesh create /nodes/pve1/storage/nas/download-url \
    --content vztmpl \
    --filename debian-13.tar.zst \
    --url https://cloud.example.org/debian-13.tar.zst \
    --checksum-algorithm sha256 \
    --checksum 6105d6cc76af400325e94d588ce511be5bfdbb73b437dc51eca43917d7a43e3d
else
  echo 'already there'
fi
is_right nas:vztmpl/debian-13.tar.zst sha256 6105d6cc76af400325e94d588ce511be5bfdbb73b437dc51eca43917d7a43e3d >/dev/null 2>&1 ||
  fail 'nas:vztmpl/debian-13.tar.zst is not there, or not what its checksum says. The task log of pve1 says more; pvesm free takes away a wrong one.'

step here:import/spare.qcow2
if ! is_there here:import/spare.qcow2 >/dev/null 2>&1; then
  pvesh create /nodes/pve1/storage/here/download-url \
    --content import \
    --filename spare.qcow2 \
    --url https://cloud.example.org/spare.qcow2 \
    --checksum-algorithm sha256 \
    --checksum 6105d6cc76af400325e94d588ce511be5bfdbb73b437dc51eca43917d7a43e3d
else
  echo 'already there'
fi
is_right here:import/spare.qcow2 sha256 6105d6cc76af400325e94d588ce511be5bfdbb73b437dc51eca43917d7a43e3d >/dev/null 2>&1 ||
  fail 'here:import/spare.qcow2 is not there, or not what its checksum says. The task log of pve1 says more; pvesm free takes away a wrong one.'
