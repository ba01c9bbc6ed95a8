#!/bin/bash
# Names of the cards of pve1.
# Runs on pve1, beside the folders of this node. The names are there after the next start,
# and so is the interfaces file of now with these names. Nothing changes before.
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

readonly LIVE=/etc/network/interfaces
readonly BEFORE=$LIVE.before-names
readonly STAGED=$LIVE.new
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
renames=()
changed=0

refuse() {
  printf '%s\n' "$1" >&2
  exit 1
}

address() {
  cat "/sys/class/net/$1/bonding_slave/perm_hwaddr" 2>/dev/null ||
    cat "/sys/class/net/$1/address"
}

pin() {
  local card old=
  for card in /sys/class/net/*; do
    card=${card##*/}
    if [ -e "/sys/class/net/$card/device" ] && [ "$(address "$card")" = "$1" ]; then
      old=$card
    fi
  done
  [ -n "$old" ] || refuse "no card has the MAC address $1, planned for $2"
  renames+=("$old" "$2")
  for card in $(ip link show dev "$old" | sed -n 's/^ *altname //p'); do
    renames+=("$card" "$2")
  done
}

free() {
  local i
  [ -e "/sys/class/net/$1" ] || return 0
  for ((i = 0; i < ${#renames[@]}; i += 2)); do
    [ "${renames[i]}" != "$1" ] || return 0
  done
  refuse "$1 is the name of another card, which the plan does not pin"
}

put() {
  if ! cmp --silent "$here$1" "$1"; then
    mkdir --parents "$(dirname "$1")"
    install --mode 0644 "$here$1" "$1"
    changed=1
  fi
}

renamed() {
  awk -v names="${renames[*]}" '
    BEGIN {
      n = split(names, pair, " ")
      for (i = 1; i < n; i += 2) name[pair[i]] = pair[i + 1]
    }
    {
      line = ""
      while (match($0, /[^ \t]+/)) {
        word = substr($0, RSTART, RLENGTH)
        before = substr($0, 1, RSTART - 1)
        $0 = substr($0, RSTART + RLENGTH)
        tail = match(word, /[.:][0-9.]+$/) ? substr(word, RSTART) : ""
        base = substr(word, 1, length(word) - length(tail))
        if (word in name) word = name[word]
        else if (base in name) word = name[base] tail
        line = line before word
      }
      print line $0
    }' "$LIVE"
}

stage() {
  if renamed | cmp --silent - "$LIVE"; then
    return
  fi
  if [ -e "$STAGED" ] && ! renamed | cmp --silent - "$STAGED"; then
    refuse "$STAGED holds changes of somebody else: apply or revert them first"
  fi
  [ -e "$BEFORE" ] || cp --archive "$LIVE" "$BEFORE"
  renamed >"$STAGED.copy"
  mv --force "$STAGED.copy" "$STAGED"
  diff --unified "$LIVE" "$STAGED" || true
  changed=1
}

verdict() {
  if [ "$changed" = 0 ]; then
    printf 'already there\n'
  else
    printf 'Now start this node again: its cards get their names, and %s takes effect.\n' "$STAGED"
  fi
}

initramfs() {
  [ "$changed" = 0 ] || update-initramfs -u -k all
}
on pve1

step cards
pin 02:00:5e:00:53:0b enlan1
pin 02:00:5e:00:53:0a nic0
free enlan1
free nic0

step interfaces
stage

step names
put /usr/local/lib/systemd/network/50-pmx-enlan1.link
put /usr/local/lib/systemd/network/50-pmx-nic0.link
verdict
