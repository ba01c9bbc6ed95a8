#!/bin/bash
# Guests made on pve6.
# A guest that is there stays as it is. None is started.
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

on pve6

# The configuration of a guest, on whichever node it is now.
file_of() {
  local file
  for file in /etc/pve/nodes/*/{qemu-server,lxc}/"$1".conf; do
    if [ -e "$file" ]; then
      printf '%s\n' "$file"
    fi
  done
}

# A setting of a guest.
value_of() {
  local file
  file=$(file_of "$1")
  if [ -n "$file" ]; then
    sed -nE "/^\\[/q; s/^($2): //p" "$file"
  fi
}

# Ends the script where somebody else has the VMID.
reserve() {
  local file name
  file=$(file_of "$1")
  if [ -n "$file" ]; then
    name=$(value_of "$1" 'name|hostname')
    case "$file $name" in
      */"$2/$1.conf $3" | */"$2/$1.conf unfinished-$1") ;;
      *)
        printf 'VMID %s is to be %s, and %s has it, called %s\n' \
          "$1" "$3" "$file" "${name:-nothing}" >&2
        exit 1
        ;;
    esac
  fi
}

there() {
  [ -n "$(file_of "$1")" ]
}

# What takes several steps has its name once the last one is done.
finished() {
  [ "$(value_of "$1" 'name|hostname')" = "$2" ]
}

step 'VMIDs that somebody else may have'
reserve 130 qemu-server reports

step 'VM 130 reports'
if ! there 130 >/dev/null 2>&1; then
  qm create 130 \
    --name reports \
    --scsi0 vm-disks:128,discard=on,iothread=1 \
    --efidisk0 vm-disks:1,efitype=4m,pre-enrolled-keys=1 \
    --tpmstate0 vm-disks:1,version=v2.0 \
    --ide0 nas:iso/windows-server-2025.iso,media=cdrom \
    --ostype win11 \
    --machine q35 \
    --bios ovmf \
    --cores 4 \
    --sockets 1 \
    --cpu x86-64-v4 \
    --memory 16384 \
    --scsihw virtio-scsi-single \
    --agent enabled=1 \
    --tags shop \
    --onboot 1 \
    --net0 virtio=02:30:00:00:10:40,bridge=vmbr0,tag=110
else
  echo 'already there'
fi
finished 130 reports >/dev/null 2>&1 ||
  fail '130 reports is not there.'
