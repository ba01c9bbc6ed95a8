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

step 'VMIDs that somebody else may have'
reserve 220 qemu-server web
reserve 221 lxc box

step 'resource pool infra'
if ! pvesh get /pools --poolid infra >/dev/null 2>&1; then
  pvesh create /pools --poolid infra
else
  echo 'already there'
fi

step 'resource pool prod'
if ! pvesh get /pools --poolid prod >/dev/null 2>&1; then
  pvesh create /pools --poolid prod
else
  echo 'already there'
fi

step 'resource pool prod/web'
if ! pvesh get /pools --poolid prod/web >/dev/null 2>&1; then
  pvesh create /pools --poolid prod/web
else
  echo 'already there'
fi

step 'resource pool prod/web/inner'
if ! pvesh get /pools --poolid prod/web/inner >/dev/null 2>&1; then
  pvesh create /pools --poolid prod/web/inner
else
  echo 'already there'
fi

step 'VM 220 web'
if ! there 220 >/dev/null 2>&1; then
  qm create 220 \
    --name web \
    --scsi0 tank:1 \
    --cores 1 \
    --sockets 1 \
    --cpu kvm64 \
    --memory 512 \
    --pool prod/web/inner
else
  echo 'already there'
fi
finished 220 web >/dev/null 2>&1 ||
  fail '220 web is not there.'

step 'container 221 box'
if ! there 221 >/dev/null 2>&1; then
  pct create 221 nas:vztmpl/debian-13.tar.zst \
    --hostname box \
    --unprivileged 1 \
    --memory 512 \
    --rootfs tank:4 \
    --pool infra
else
  echo 'already there'
fi
finished 221 box >/dev/null 2>&1 ||
  fail '221 box is not there.'
