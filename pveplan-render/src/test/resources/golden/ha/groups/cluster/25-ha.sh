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

step 'group home'
if ! there groups 'group: home' >/dev/null 2>&1; then
  ha-manager groupadd home --comment 'rack: 50% über "x"' --nodes pve1:1,pve10,pve2:2 --restricted 1
else
  echo 'already there'
fi
if ! as_planned groups 'group: home' 'comment rack: 50% über "x"' 'nodes pve1:1,pve10,pve2:2' 'restricted 1' >/dev/null 2>&1; then
  ha-manager groupset home \
    --comment 'rack: 50% über "x"' \
    --nodes pve1:1,pve10,pve2:2 \
    --restricted 1 \
    --delete nofailback
else
  echo 'as planned'
fi

step 'group second'
if ! there groups 'group: second' >/dev/null 2>&1; then
  ha-manager groupadd second --nodes pve10
else
  echo 'already there'
fi
if ! as_planned groups 'group: second' 'nodes pve10' >/dev/null 2>&1; then
  ha-manager groupset second --nodes pve10 --delete comment,nofailback,restricted
else
  echo 'as planned'
fi

step 'resource vm:1000'
if ! there resources 'vm: 1000' >/dev/null 2>&1; then
  ha-manager add vm:1000 \
    --comment 'shop: 50% of sales, '\''really'\''' \
    --group home \
    --max_relocate 0 \
    --max_restart 2 \
    --state started
else
  echo 'already there'
fi
if ! as_planned resources 'vm: 1000' 'comment shop: 50% of sales, '\''really'\''' 'group home' 'max_relocate 0' 'max_restart 2' 'state started' >/dev/null 2>&1; then
  ha-manager set vm:1000 \
    --comment 'shop: 50% of sales, '\''really'\''' \
    --group home \
    --max_relocate 0 \
    --max_restart 2 \
    --state started
else
  echo 'as planned'
fi

step 'resource vm:201'
if ! there resources 'vm: 201' >/dev/null 2>&1; then
  ha-manager add vm:201 --state started
else
  echo 'already there'
fi
if ! as_planned resources 'vm: 201' 'state started' >/dev/null 2>&1; then
  ha-manager set vm:201 --state started --delete comment,group,max_relocate,max_restart
else
  echo 'as planned'
fi

step 'resource vm:202'
if ! there resources 'vm: 202' >/dev/null 2>&1; then
  ha-manager add vm:202 --group second --state stopped
else
  echo 'already there'
fi
if ! as_planned resources 'vm: 202' 'group second' 'state stopped' >/dev/null 2>&1; then
  ha-manager set vm:202 --group second --state stopped --delete comment,max_relocate,max_restart
else
  echo 'as planned'
fi

step 'resource ct:300'
if ! there resources 'ct: 300' >/dev/null 2>&1; then
  ha-manager add ct:300 --comment 'über alles' --group home --state ignored
else
  echo 'already there'
fi
if ! as_planned resources 'ct: 300' 'comment über alles' 'group home' 'state ignored' >/dev/null 2>&1; then
  ha-manager set ct:300 \
    --comment 'über alles' \
    --group home \
    --state ignored \
    --delete max_relocate,max_restart
else
  echo 'as planned'
fi
