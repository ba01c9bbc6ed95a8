#!/bin/bash
# Fills the hash of the password of root into the answers of each node.
# Reads the hash from the variable ROOT_HASH.
# Writes one file for each node to the folder that it is given.
set -euo pipefail

step() {
  printf '== %s\n' "$1"
}

need() {
  if [ -z "${!1:-}" ]; then
    printf '%s is not set: %s\n' "$1" "$2" >&2
    exit 1
  fi
}

here=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd -P)
target=${1:-}
hash=

refuse() {
  printf '%s\n' "$1" >&2
  exit 1
}

prepare() {
  [ -n "$target" ] || refuse 'name the folder to write to, outside of the bundle'
  target=$(realpath --canonicalize-missing "$target")
  [[ "$target/" != "$here"/* ]] || refuse "$target is in the bundle: the hash does not belong there"
  umask 077
  mkdir -p "$target"
}

read_hash() {
  IFS= read -r hash || [ -n "$hash" ]
}

ask_hash() {
  IFS= read -rsp 'hash of the password of root: ' hash
  printf '\n'
}

check_hash() {
  [[ "$hash" =~ ^\$(y|gy|7|2[abxy]|6|5)\$[./0-9A-Za-z$,=-]{20,}$ ]] ||
    refuse 'that is no hash as mkpasswd prints it: the password itself does not belong here'
}

answers() {
  local text line
  text=$(<"$here/nodes/$1/answer.toml")
  line=$'\nroot-password-hashed = "@ROOT_PASSWORD_HASH@"\n'
  printf '%s\n' "${text/"$line"/"${line/@ROOT_PASSWORD_HASH@/"$hash"}"}" >"$target/$1.toml"
  printf 'written: %s\n' "$target/$1.toml"
  if command -v proxmox-auto-install-assistant >/dev/null; then
    proxmox-auto-install-assistant validate-answer "$target/$1.toml"
  else
    printf 'not validated: there is no proxmox-auto-install-assistant here\n'
  fi
}
need ROOT_HASH 'the hash of the password of root'
prepare
read_hash <<<"${ROOT_HASH:?}"
check_hash

step 'answers of pve1'
answers pve1

step 'answers of pve2'
answers pve2

step 'answers of pve3'
answers pve3

step 'answers of pve4'
answers pve4
