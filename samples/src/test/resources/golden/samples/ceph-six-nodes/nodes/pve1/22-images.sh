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

step nas:import/debian-13-genericcloud-amd64.qcow2
if ! is_there nas:import/debian-13-genericcloud-amd64.qcow2 >/dev/null 2>&1; then
  pvesh create /nodes/pve1/storage/nas/download-url \
    --content import \
    --filename debian-13-genericcloud-amd64.qcow2 \
    --url https://cloud.debian.org/images/cloud/trixie/20260101-2340/debian-13-genericcloud-amd64.qcow2 \
    --checksum-algorithm sha512 \
    --checksum 0f8a1c5be2d3947606f7b8a9c0d1e2f30415263748596a7b8c9dadbecfd0e1f20f8a1c5be2d3947606f7b8a9c0d1e2f30415263748596a7b8c9dadbecfd0e1f2
else
  echo 'already there'
fi
is_right nas:import/debian-13-genericcloud-amd64.qcow2 sha512 0f8a1c5be2d3947606f7b8a9c0d1e2f30415263748596a7b8c9dadbecfd0e1f20f8a1c5be2d3947606f7b8a9c0d1e2f30415263748596a7b8c9dadbecfd0e1f2 >/dev/null 2>&1 ||
  fail 'nas:import/debian-13-genericcloud-amd64.qcow2 is not there, or not what its checksum says. The task log of pve1 says more; pvesm free takes away a wrong one.'

step nas:vztmpl/debian-13-standard_13.1-2_amd64.tar.zst
if ! is_there nas:vztmpl/debian-13-standard_13.1-2_amd64.tar.zst >/dev/null 2>&1; then
  pvesh create /nodes/pve1/storage/nas/download-url \
    --content vztmpl \
    --filename debian-13-standard_13.1-2_amd64.tar.zst \
    --url http://download.proxmox.com/images/system/debian-13-standard_13.1-2_amd64.tar.zst \
    --checksum-algorithm sha512 \
    --checksum 0f8a1c5be2d3947606f7b8a9c0d1e2f30415263748596a7b8c9dadbecfd0e1f20f8a1c5be2d3947606f7b8a9c0d1e2f30415263748596a7b8c9dadbecfd0e1f2
else
  echo 'already there'
fi
is_right nas:vztmpl/debian-13-standard_13.1-2_amd64.tar.zst sha512 0f8a1c5be2d3947606f7b8a9c0d1e2f30415263748596a7b8c9dadbecfd0e1f20f8a1c5be2d3947606f7b8a9c0d1e2f30415263748596a7b8c9dadbecfd0e1f2 >/dev/null 2>&1 ||
  fail 'nas:vztmpl/debian-13-standard_13.1-2_amd64.tar.zst is not there, or not what its checksum says. The task log of pve1 says more; pvesm free takes away a wrong one.'

step nas:iso/windows-server-2025.iso
if ! is_there nas:iso/windows-server-2025.iso >/dev/null 2>&1; then
  pvesh create /nodes/pve1/storage/nas/download-url \
    --content iso \
    --filename windows-server-2025.iso \
    --url https://mirror.example.com/iso/windows-server-2025-virtio.iso \
    --checksum-algorithm sha512 \
    --checksum 0f8a1c5be2d3947606f7b8a9c0d1e2f30415263748596a7b8c9dadbecfd0e1f20f8a1c5be2d3947606f7b8a9c0d1e2f30415263748596a7b8c9dadbecfd0e1f2
else
  echo 'already there'
fi
is_right nas:iso/windows-server-2025.iso sha512 0f8a1c5be2d3947606f7b8a9c0d1e2f30415263748596a7b8c9dadbecfd0e1f20f8a1c5be2d3947606f7b8a9c0d1e2f30415263748596a7b8c9dadbecfd0e1f2 >/dev/null 2>&1 ||
  fail 'nas:iso/windows-server-2025.iso is not there, or not what its checksum says. The task log of pve1 says more; pvesm free takes away a wrong one.'
