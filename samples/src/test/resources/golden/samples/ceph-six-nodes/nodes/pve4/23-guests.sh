#!/bin/bash
# Guests made on pve4.
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

on pve4

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
reserve 120 lxc mirror

step 'container 120 mirror'
if ! there 120 >/dev/null 2>&1; then
  pct create 120 nas:vztmpl/debian-13-standard_13.1-2_amd64.tar.zst \
    --hostname mirror \
    --unprivileged 1 \
    --cores 2 \
    --memory 4096 \
    --rootfs vm-disks:500 \
    --net0 name=eth0,hwaddr=02:30:00:00:0F:00,bridge=vmbr0,tag=120,type=veth \
    --tags infra \
    --onboot 1
else
  echo 'already there'
fi
finished 120 mirror >/dev/null 2>&1 ||
  fail '120 mirror is not there.'
