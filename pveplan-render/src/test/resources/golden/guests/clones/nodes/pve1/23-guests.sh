#!/bin/bash
# Guests made on pve1.
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
reserve 210 qemu-server full
reserve 211 qemu-server linked
reserve 212 qemu-server split
reserve 213 qemu-server moved
reserve 214 qemu-server moved-linked

step 'VM 210 full'
cloneable 210 900 tpl-debian >/dev/null 2>&1 ||
  fail 'Template 900 tpl-debian is not on this node.'
if ! there 210 >/dev/null 2>&1; then
  qm clone 900 210 --name unfinished-210 --full 1 --storage fast
else
  echo 'already there'
fi
if ! has 210 full scsi1 >/dev/null 2>&1; then
  qm set 210 --scsi1 nas:1
else
  echo 'already there'
fi
if ! finished 210 full >/dev/null 2>&1; then
  qm set 210 --scsi0 "$(volume_of 210 scsi0),iothread=1"
  qm disk resize 210 scsi0 20G
  qm set 210 --delete description,tags,sshkeys
  qm set 210 \
    --name full \
    --cores 2 \
    --sockets 1 \
    --cpu kvm64 \
    --memory 512 \
    --agent enabled=1 \
    --net0 virtio=BC:24:11:00:1A:40,bridge=vmbr0 \
    --ciuser ops \
    --ipconfig0 ip=10.0.0.50/24 \
    --ciupgrade 0
else
  echo 'already there'
fi
finished 210 full >/dev/null 2>&1 ||
  fail '210 full is not there.'

step 'VM 211 linked'
cloneable 211 900 tpl-debian >/dev/null 2>&1 ||
  fail 'Template 900 tpl-debian is not on this node.'
if ! there 211 >/dev/null 2>&1; then
  qm clone 900 211 --name unfinished-211 --full 0
else
  echo 'already there'
fi
if ! finished 211 linked >/dev/null 2>&1; then
  qm set 211 --delete description,tags
  qm set 211 \
    --name linked \
    --cores 2 \
    --sockets 1 \
    --cpu kvm64 \
    --memory 512 \
    --agent enabled=1 \
    --net0 virtio=BC:24:11:00:1A:60,bridge=vmbr0
else
  echo 'already there'
fi
finished 211 linked >/dev/null 2>&1 ||
  fail '211 linked is not there.'

step 'VM 212 split'
cloneable 212 901 tpl-shared >/dev/null 2>&1 ||
  fail 'Template 901 tpl-shared is not on this node.'
if ! there 212 >/dev/null 2>&1; then
  qm clone 901 212 --name unfinished-212 --full 1
else
  echo 'already there'
fi
if ! lies_on 212 split scsi0 tank >/dev/null 2>&1; then
  qm disk move 212 scsi0 tank --delete 1
else
  echo 'already there'
fi
if ! has 212 split ide2 >/dev/null 2>&1; then
  qm set 212 --ide2 tank:cloudinit
else
  echo 'already there'
fi
if ! finished 212 split >/dev/null 2>&1; then
  qm set 212 \
    --name split \
    --bios ovmf \
    --cores 1 \
    --sockets 1 \
    --cpu kvm64 \
    --memory 512 \
    --net0 virtio=BC:24:11:00:1A:80,bridge=vmbr0 \
    --ipconfig0 ip=dhcp \
    --ciupgrade 0
else
  echo 'already there'
fi
finished 212 split >/dev/null 2>&1 ||
  fail '212 split is not there.'

step 'VM 213 moved'
cloneable 213 900 tpl-debian >/dev/null 2>&1 ||
  fail 'Template 900 tpl-debian is not on this node.'
if ! there 213 >/dev/null 2>&1; then
  qm clone 900 213 --name unfinished-213 --full 1
else
  echo 'already there'
fi
if ! settled 213 moved >/dev/null 2>&1; then
  qm set 213 --delete description,tags
  qm set 213 \
    --cores 2 \
    --sockets 1 \
    --cpu kvm64 \
    --memory 512 \
    --agent enabled=1 \
    --net0 virtio=BC:24:11:00:1A:A0,bridge=vmbr0
  qm migrate 213 pve2
else
  echo 'already there'
fi
if ! finished 213 moved >/dev/null 2>&1; then
  pvesh set /nodes/pve2/qemu/213/config --name moved
else
  echo 'already there'
fi
finished 213 moved >/dev/null 2>&1 ||
  fail '213 moved is not there.'

step 'VM 214 moved-linked'
cloneable 214 901 tpl-shared >/dev/null 2>&1 ||
  fail 'Template 901 tpl-shared is not on this node.'
if ! there 214 >/dev/null 2>&1; then
  qm clone 901 214 --name unfinished-214 --full 0
else
  echo 'already there'
fi
if ! settled 214 moved-linked >/dev/null 2>&1; then
  qm set 214 \
    --bios ovmf \
    --cores 1 \
    --sockets 1 \
    --cpu kvm64 \
    --memory 512 \
    --net0 virtio=BC:24:11:00:1A:C0,bridge=vmbr0
  qm migrate 214 pve2
else
  echo 'already there'
fi
if ! finished 214 moved-linked >/dev/null 2>&1; then
  pvesh set /nodes/pve2/qemu/214/config --name moved-linked
else
  echo 'already there'
fi
finished 214 moved-linked >/dev/null 2>&1 ||
  fail '214 moved-linked is not there.'
