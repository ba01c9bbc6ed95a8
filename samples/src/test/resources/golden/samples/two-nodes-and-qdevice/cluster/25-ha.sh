#!/bin/bash
# HA resources.
# Runs on one node. What is there otherwise than planned is set to the plan.
set -euo pipefail

step() {
  printf '== %s\n' "$1"
}

# Whether there is a section: its file, its first line.
there() {
  grep --quiet --line-regexp --fixed-strings "$2" "/etc/pve/ha/$1.cfg"
}

words() {
  sed '/^nodes /s/[ ,]/\n/g' | sort
}

section() {
  sed --quiet "/^$2\$/,/^\$/s/^\t//p" "/etc/pve/ha/$1.cfg"
}

# Whether a section is as planned: its file, its first line, its other lines.
as_planned() {
  local file=$1 first=$2 planned
  shift 2
  planned=$(printf '%s\n' "$@" | words)
  [ "$(section "$file" "$first" | words)" = "$planned" ] ||
    [ "$(section "$file" "$first" | iconv -f ISO-8859-1 -t UTF-8 | words)" = "$planned" ]
}

step 'resource vm:100'
if ! there resources 'vm: 100' >/dev/null 2>&1; then
  ha-manager add vm:100 --state started
else
  echo 'already there'
fi
if ! as_planned resources 'vm: 100' 'state started' >/dev/null 2>&1; then
  ha-manager set vm:100 --state started --delete comment,failback,max_relocate,max_restart
else
  echo 'as planned'
fi

step 'resource vm:101'
if ! there resources 'vm: 101' >/dev/null 2>&1; then
  ha-manager add vm:101 --state started
else
  echo 'already there'
fi
if ! as_planned resources 'vm: 101' 'state started' >/dev/null 2>&1; then
  ha-manager set vm:101 --state started --delete comment,failback,max_relocate,max_restart
else
  echo 'as planned'
fi

step 'resource vm:102'
if ! there resources 'vm: 102' >/dev/null 2>&1; then
  ha-manager add vm:102 --state started
else
  echo 'already there'
fi
if ! as_planned resources 'vm: 102' 'state started' >/dev/null 2>&1; then
  ha-manager set vm:102 --state started --delete comment,failback,max_relocate,max_restart
else
  echo 'as planned'
fi
