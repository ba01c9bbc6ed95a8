#!/bin/bash
# Guests made on pve1.
# A guest that is there stays as it is. None is started.
# shellcheck disable=SC1003,SC1112,SC2016
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
reserve 200 qemu-server web01

step 'VM 200 web01'
if ! there 200 >/dev/null 2>&1; then
  printf '%s\n' 'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJAn+zPPdk4Ze0Sj2F3kZ5s0cYfVxQzq1h6P2m0m3rYt it'\''s me' 'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJAn+zPPdk4Ze0Sj2F3kZ5s0cYfVxQzq1h6P2m0m3rYt' | qm create 200 \
    --name web01 \
    --scsi0 tank:32,discard=on,iothread=1,ssd=1 \
    --virtio1 nas:1.5,format=qcow2,cache=writeback,aio=threads,backup=0,replicate=0 \
    --efidisk0 tank:1,efitype=4m,pre-enrolled-keys=1 \
    --tpmstate0 tank:1,version=v2.0 \
    --ide2 tank:cloudinit \
    --ide0 nas:iso/debian-13.iso,media=cdrom \
    --ostype l26 \
    --machine q35 \
    --bios ovmf \
    --cores 4 \
    --sockets 2 \
    --cpu 'x86-64-v3,flags=+aes;-pcid' \
    --numa 1 \
    --memory 8192 \
    --balloon 2048 \
    --scsihw virtio-scsi-single \
    --vga serial0 \
    --serial0 socket \
    --agent enabled=1 \
    --boot 'order=scsi0;net0' \
    --cpulimit 1.5 \
    --cpuunits 200 \
    --description 'it'\''s the $first "server"; ü' \
    --tags 'prod;web' \
    --onboot 1 \
    --startup order=2,up=30,down=300 \
    --protection 1 \
    --net0 'e1000=BC:24:11:00:00:01,bridge=vmbr0,tag=110,trunks=120-129;300,firewall=1' \
    --net1 virtio=BC:24:11:00:19:01,bridge=vmbr0,mtu=1400,rate=100,link_down=1,queues=4 \
    --hostpci0 mapping=gpu,mdev=nvidia-63 \
    --usb0 mapping=dongle \
    --virtiofs0 dirid=share \
    --ciuser ops \
    --sshkeys /dev/stdin \
    --ipconfig0 ip=dhcp \
    --ipconfig1 ip=dhcp \
    --nameserver '10.0.0.2 2001:db8::2' \
    --searchdomain example.net \
    --ciupgrade 1
else
  echo 'already there'
fi
finished 200 web01 >/dev/null 2>&1 ||
  fail '200 web01 is not there.'
