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

# Whether a guest is there, or its template on this node.
cloneable() {
  there "$1" || {
    finished "$2" "$3" && [ "$(value_of "$2" template)" = 1 ] &&
      [ -e "/etc/pve/local/qemu-server/$2.conf" ]
  }
}

has() {
  finished "$1" "$2" || [ -n "$(value_of "$1" "$3")" ]
}

lies_on() {
  finished "$1" "$2" || [[ $(value_of "$1" "$3") == "$4":* ]]
}

volume_of() {
  value_of "$1" "$2" | sed 's/,.*//'
}

# Whether nothing is left to do for a guest on this node.
settled() {
  finished "$1" "$2" || [ ! -e "/etc/pve/local/qemu-server/$1.conf" ]
}

step 'VMIDs that somebody else may have'
reserve 900 qemu-server tpl-debian
reserve 901 qemu-server tpl-shared
reserve 902 qemu-server tpl-of-clone

step 'template 900 tpl-debian'
if ! there 900 >/dev/null 2>&1; then
  printf '%s\n' 'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJAn+zPPdk4Ze0Sj2F3kZ5s0cYfVxQzq1h6P2m0m3rYt' | qm create 900 \
    --name unfinished-900 \
    --scsi0 tank:0,import-from=nas:import/debian-13.qcow2,discard=on \
    --ide2 tank:cloudinit \
    --cores 2 \
    --sockets 1 \
    --cpu kvm64 \
    --memory 512 \
    --agent enabled=1 \
    --description 'from the image' \
    --tags tpl \
    --net0 virtio=BC:24:11:00:70:80,bridge=vmbr0 \
    --ciuser debian \
    --sshkeys /dev/stdin \
    --ipconfig0 ip=dhcp \
    --ciupgrade 0
else
  echo 'already there'
fi
if ! templated 900 tpl-debian >/dev/null 2>&1; then
  qm disk resize 900 scsi0 4G
  qm template 900
else
  echo 'already there'
fi
if ! turned 900 tpl-debian scsi0 >/dev/null 2>&1; then
  qm template 900 --disk scsi0
else
  echo 'already there'
fi
if ! finished 900 tpl-debian >/dev/null 2>&1; then
  qm set 900 --name tpl-debian
else
  echo 'already there'
fi
finished 900 tpl-debian >/dev/null 2>&1 ||
  fail '900 tpl-debian is not there.'

step 'template 901 tpl-shared'
if ! there 901 >/dev/null 2>&1; then
  qm create 901 \
    --name unfinished-901 \
    --scsi0 nas:0,import-from=nas:import/debian-13.qcow2 \
    --efidisk0 nas:1,efitype=4m,pre-enrolled-keys=0 \
    --bios ovmf \
    --cores 1 \
    --sockets 1 \
    --cpu kvm64 \
    --memory 512 \
    --net0 virtio=BC:24:11:00:70:A0,bridge=vmbr0
else
  echo 'already there'
fi
if ! templated 901 tpl-shared >/dev/null 2>&1; then
  qm disk resize 901 scsi0 4G
  qm template 901
else
  echo 'already there'
fi
if ! turned 901 tpl-shared scsi0 >/dev/null 2>&1; then
  qm template 901 --disk scsi0
else
  echo 'already there'
fi
if ! turned 901 tpl-shared efidisk0 >/dev/null 2>&1; then
  qm template 901 --disk efidisk0
else
  echo 'already there'
fi
if ! finished 901 tpl-shared >/dev/null 2>&1; then
  qm set 901 --name tpl-shared
else
  echo 'already there'
fi
finished 901 tpl-shared >/dev/null 2>&1 ||
  fail '901 tpl-shared is not there.'

step 'template 902 tpl-of-clone'
cloneable 902 900 tpl-debian >/dev/null 2>&1 ||
  fail 'Template 900 tpl-debian is not on this node.'
if ! there 902 >/dev/null 2>&1; then
  qm clone 900 902 --name unfinished-902 --full 1
else
  echo 'already there'
fi
if ! templated 902 tpl-of-clone >/dev/null 2>&1; then
  qm set 902 --scsi0 "$(volume_of 902 scsi0)"
  qm disk resize 902 scsi0 10G
  qm set 902 --delete description,tags
  qm set 902 \
    --cores 2 \
    --sockets 1 \
    --cpu kvm64 \
    --memory 512 \
    --agent enabled=1 \
    --net0 virtio=BC:24:11:00:70:C0,bridge=vmbr0
  qm template 902
else
  echo 'already there'
fi
if ! turned 902 tpl-of-clone scsi0 >/dev/null 2>&1; then
  qm template 902 --disk scsi0
else
  echo 'already there'
fi
if ! finished 902 tpl-of-clone >/dev/null 2>&1; then
  qm set 902 --name tpl-of-clone
else
  echo 'already there'
fi
finished 902 tpl-of-clone >/dev/null 2>&1 ||
  fail '902 tpl-of-clone is not there.'
