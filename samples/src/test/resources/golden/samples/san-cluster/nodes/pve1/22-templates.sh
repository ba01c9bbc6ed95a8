#!/bin/bash
# Templates on pve1.
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

on pve1

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

templated() {
  finished "$1" "$2" || [ "$(value_of "$1" template)" = 1 ]
}

# Proxmox VE says that it is a template before it turns the first disk into one.
turned() {
  finished "$1" "$2" || [[ $(value_of "$1" "$3") == *[:/]"base-$1-"* ]]
}

step 'VMIDs that somebody else may have'
reserve 9000 qemu-server debian13

step 'template 9000 debian13'
if ! there 9000 >/dev/null 2>&1; then
  printf '%s\n' 'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJAn+zPPdk4Ze0Sj2F3kZ5s0cYfVxQzq1h6P2m0m3rYt ops@example.net' | qm create 9000 \
    --name unfinished-9000 \
    --scsi0 san-vms:0,import-from=nas:import/debian-13-genericcloud-amd64.qcow2 \
    --ide2 san-vms:cloudinit \
    --cores 2 \
    --sockets 1 \
    --cpu x86-64-v4 \
    --memory 2048 \
    --scsihw virtio-scsi-single \
    --vga serial0 \
    --serial0 socket \
    --agent enabled=1 \
    --boot order=scsi0 \
    --tags erp \
    --net0 virtio=BC:24:11:04:65:00,bridge=vmbr0,tag=100 \
    --ciuser ops \
    --sshkeys /dev/stdin \
    --ipconfig0 ip=dhcp \
    --ciupgrade 0
else
  echo 'already there'
fi
if ! templated 9000 debian13 >/dev/null 2>&1; then
  qm disk resize 9000 scsi0 8G
  qm template 9000
else
  echo 'already there'
fi
if ! finished 9000 debian13 >/dev/null 2>&1; then
  qm set 9000 --name debian13
else
  echo 'already there'
fi
finished 9000 debian13 >/dev/null 2>&1 ||
  fail '9000 debian13 is not there.'
