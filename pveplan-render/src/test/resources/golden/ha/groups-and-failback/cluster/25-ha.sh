#!/bin/bash
# HA groups and resources.
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

step 'group stay'
if ! there groups 'group: stay' >/dev/null 2>&1; then
  ha-manager groupadd stay --nodes pve1 --nofailback 1
else
  echo 'already there'
fi
if ! as_planned groups 'group: stay' 'nodes pve1' 'nofailback 1' >/dev/null 2>&1; then
  ha-manager groupset stay --nodes pve1 --nofailback 1 --delete comment,restricted
else
  echo 'as planned'
fi

step 'resource vm:200'
if ! there resources 'vm: 200' >/dev/null 2>&1; then
  ha-manager add vm:200 --group stay --state started
else
  echo 'already there'
fi
if ! as_planned resources 'vm: 200' 'group stay' 'state started' >/dev/null 2>&1; then
  ha-manager set vm:200 --group stay --state started --delete comment,max_relocate,max_restart
else
  echo 'as planned'
fi

step 'resource vm:201'
if ! there resources 'vm: 201' >/dev/null 2>&1; then
  ha-manager add vm:201 --group stay --state started
else
  echo 'already there'
fi
if ! as_planned resources 'vm: 201' 'group stay' 'state started' >/dev/null 2>&1; then
  ha-manager set vm:201 --group stay --state started --delete comment,max_relocate,max_restart
else
  echo 'as planned'
fi

step 'resource vm:202'
if ! there resources 'vm: 202' >/dev/null 2>&1; then
  ha-manager add vm:202 --state started
else
  echo 'already there'
fi
if ! as_planned resources 'vm: 202' 'state started' >/dev/null 2>&1; then
  ha-manager set vm:202 --state started --delete comment,group,max_relocate,max_restart
else
  echo 'as planned'
fi
