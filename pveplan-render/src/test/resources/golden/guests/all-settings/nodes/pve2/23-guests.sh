#!/bin/bash
# Guests made on pve2.
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

on pve2

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

# Whether a container is there, or this node has what it is to mount.
can_mount() {
  there "$1" || [ -d "$2" ] || [ -b "$2" ]
}

step 'VMIDs that somebody else may have'
reserve 201 qemu-server blank
reserve 300 lxc dns01
reserve 301 lxc plain

step 'what containers mount of pve2'
can_mount 300 /tank/files >/dev/null 2>&1 ||
  fail '/tank/files is not there, and container 300 dns01 mounts it.'

step 'VM 201 blank'
if ! there 201 >/dev/null 2>&1; then
  qm create 201 \
    --name blank \
    --scsi0 tank:8 \
    --cores 1 \
    --sockets 1 \
    --cpu kvm64 \
    --memory 512 \
    --net0 virtio=BC:24:11:00:19:20,bridge=vmbr0
else
  echo 'already there'
fi
finished 201 blank >/dev/null 2>&1 ||
  fail '201 blank is not there.'

step 'container 300 dns01'
if ! there 300 >/dev/null 2>&1; then
  pct create 300 nas:vztmpl/debian-13.tar.zst \
    --hostname dns01 \
    --unprivileged 0 \
    --cores 1 \
    --memory 512 \
    --swap 256 \
    --rootfs tank:4 \
    --mp0 tank:8,mp=/var/lib/data,backup=1,replicate=0 \
    --mp1 /tank/files,mp=/srv/files,ro=1,shared=1 \
    --dev0 /dev/dri/renderD128,mode=0660,uid=0,gid=104,deny-write=1 \
    --dev1 /dev/ttyUSB0 \
    --features 'nesting=1,keyctl=1,fuse=1,mount=cifs;nfs' \
    --net0 name=eth0,hwaddr=BC:24:11:00:25:80,bridge=vmbr0,tag=5,firewall=1,mtu=1400,rate=10,type=veth \
    --net1 'name=eth1,hwaddr=BC:24:11:00:25:81,bridge=vmbr0,trunks=7;9,link_down=1,ip=dhcp,type=veth' \
    --nameserver 10.0.0.2 \
    --searchdomain example.net \
    --cpulimit 0.5 \
    --cpuunits 50 \
    --description resolver \
    --tags dns \
    --onboot 1 \
    --startup order=1 \
    --protection 1
else
  echo 'already there'
fi
finished 300 dns01 >/dev/null 2>&1 ||
  fail '300 dns01 is not there.'

step 'container 301 plain'
if ! there 301 >/dev/null 2>&1; then
  pct create 301 nas:vztmpl/debian-13.tar.zst \
    --hostname plain \
    --unprivileged 1 \
    --memory 512 \
    --rootfs tank:4
else
  echo 'already there'
fi
finished 301 plain >/dev/null 2>&1 ||
  fail '301 plain is not there.'
