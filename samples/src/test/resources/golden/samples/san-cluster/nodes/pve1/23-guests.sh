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
reserve 101 qemu-server app1
reserve 102 qemu-server app2

step 'VM 101 app1'
cloneable 101 9000 debian13 >/dev/null 2>&1 ||
  fail 'Template 9000 debian13 is not on this node.'
if ! there 101 >/dev/null 2>&1; then
  qm clone 9000 101 --name unfinished-101 --full 1
else
  echo 'already there'
fi
if ! finished 101 app1 >/dev/null 2>&1; then
  qm disk resize 101 scsi0 64G
  printf '%s\n' 'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJAn+zPPdk4Ze0Sj2F3kZ5s0cYfVxQzq1h6P2m0m3rYt ops@example.net' | qm set 101 \
    --name app1 \
    --cores 4 \
    --sockets 1 \
    --cpu x86-64-v4 \
    --memory 16384 \
    --scsihw virtio-scsi-single \
    --vga serial0 \
    --serial0 socket \
    --agent enabled=1 \
    --boot order=scsi0 \
    --tags erp \
    --net0 virtio=BC:24:11:00:0C:A0,bridge=vmbr0,tag=100 \
    --ciuser ops \
    --sshkeys /dev/stdin \
    --ipconfig0 ip=10.70.100.21/24,gw=10.70.100.1 \
    --ciupgrade 0 \
    --cicustom user=nas:snippets/101-app1-user-data.yaml,network=nas:snippets/101-app1-network-config.yaml,meta=nas:snippets/101-app1-meta-data.yaml
else
  echo 'already there'
fi
finished 101 app1 >/dev/null 2>&1 ||
  fail '101 app1 is not there.'

step 'VM 102 app2'
cloneable 102 9000 debian13 >/dev/null 2>&1 ||
  fail 'Template 9000 debian13 is not on this node.'
if ! there 102 >/dev/null 2>&1; then
  qm clone 9000 102 --name unfinished-102 --full 1
else
  echo 'already there'
fi
if ! settled 102 app2 >/dev/null 2>&1; then
  qm disk resize 102 scsi0 64G
  printf '%s\n' 'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJAn+zPPdk4Ze0Sj2F3kZ5s0cYfVxQzq1h6P2m0m3rYt ops@example.net' | qm set 102 \
    --cores 4 \
    --sockets 1 \
    --cpu x86-64-v4 \
    --memory 16384 \
    --scsihw virtio-scsi-single \
    --vga serial0 \
    --serial0 socket \
    --agent enabled=1 \
    --boot order=scsi0 \
    --tags erp \
    --net0 virtio=BC:24:11:00:0C:C0,bridge=vmbr0,tag=100 \
    --ciuser ops \
    --sshkeys /dev/stdin \
    --ipconfig0 ip=10.70.100.22/24,gw=10.70.100.1 \
    --ciupgrade 0 \
    --cicustom user=nas:snippets/102-app2-user-data.yaml,network=nas:snippets/102-app2-network-config.yaml,meta=nas:snippets/102-app2-meta-data.yaml
  qm migrate 102 pve2
else
  echo 'already there'
fi
if ! finished 102 app2 >/dev/null 2>&1; then
  pvesh set /nodes/pve2/qemu/102/config --name app2
else
  echo 'already there'
fi
finished 102 app2 >/dev/null 2>&1 ||
  fail '102 app2 is not there.'
