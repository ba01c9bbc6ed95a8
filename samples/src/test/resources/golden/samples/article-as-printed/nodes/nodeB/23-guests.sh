#!/bin/bash
# Guests made on nodeB.
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

on nodeB

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
reserve 210 qemu-server web01

step 'VM 210 web01'
cloneable 210 9000 template-ubuntu >/dev/null 2>&1 ||
  fail 'Template 9000 template-ubuntu is not on this node.'
if ! there 210 >/dev/null 2>&1; then
  qm clone 9000 210 --name unfinished-210 --full 1
else
  echo 'already there'
fi
if ! settled 210 web01 >/dev/null 2>&1; then
  qm disk resize 210 scsi0 32G
  qm set 210 \
    --cores 4 \
    --sockets 1 \
    --cpu kvm64 \
    --memory 4096 \
    --tags article \
    --net0 virtio=BC:24:11:00:1A:40,bridge=vmbr2
  qm migrate 210 nodeA
else
  echo 'already there'
fi
if ! finished 210 web01 >/dev/null 2>&1; then
  pvesh set /nodes/nodeA/qemu/210/config --name web01
else
  echo 'already there'
fi
finished 210 web01 >/dev/null 2>&1 ||
  fail '210 web01 is not there.'
