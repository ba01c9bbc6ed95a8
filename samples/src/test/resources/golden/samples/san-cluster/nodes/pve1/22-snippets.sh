#!/bin/bash
# Documents of cloud-init, as snippets that pve1 puts on storages.
# Runs from its place in the bundle, which has them in the folder cloud-init.
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

here=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
directory=

takes_snippets() {
  pvesm status --storage "$1" --content snippets --enabled 1 |
    grep -E "^$1 +[a-z]+ +active " >/dev/null
}

snippets_of() {
  directory=$(dirname "$(pvesm path "$1:snippets/document.yaml")")
  mkdir --parents "$directory"
}

# A document of a guest, under the name that the guest knows it by.
place() {
  local from=$here/cloud-init/$1/$2 to=$directory/$1-$2.yaml
  if ! cmp --silent "$from" "$to"; then
    install --mode=0644 "$from" "$to.new"
    mv --force "$to.new" "$to"
    printf 'wrote %s\n' "$to"
  fi
}

is_there() {
  [ -f "$directory/$1" ]
}

step 'storage nas'
takes_snippets nas >/dev/null 2>&1 ||
  fail 'nas is not there on pve1, or does not take snippets: pvesm set adds them to its content.'
snippets_of nas
place 101-app1 user-data
place 101-app1 network-config
place 101-app1 meta-data
place 102-app2 user-data
place 102-app2 network-config
place 102-app2 meta-data
