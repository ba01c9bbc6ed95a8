#!/bin/bash
# HA resources and rules.
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

# Whether a rule contradicts none that is planned.
may_stay() {
  ! there "$1" "$2" || as_planned "$@"
}

step 'resource vm:200'
if ! there resources 'vm: 200' >/dev/null 2>&1; then
  ha-manager add vm:200 --state started
else
  echo 'already there'
fi
if ! as_planned resources 'vm: 200' 'state started' >/dev/null 2>&1; then
  ha-manager set vm:200 --state started --delete comment,failback,max_relocate,max_restart
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
  ha-manager set vm:201 --state started --delete comment,failback,max_relocate,max_restart
else
  echo 'as planned'
fi

step 'rules that change'
if ! may_stay rules 'node-affinity: home' 'nodes pve1,pve2' 'resources vm:200' >/dev/null 2>&1; then
  ha-manager rules set node-affinity home --disable 1
else
  echo 'home may stay'
fi
if ! may_stay rules 'resource-affinity: pair' 'affinity positive' 'resources vm:200,vm:201' >/dev/null 2>&1; then
  ha-manager rules set resource-affinity pair --disable 1
else
  echo 'pair may stay'
fi
if ! may_stay rules 'resource-affinity: apart' disable 'affinity negative' 'resources vm:200,vm:201' >/dev/null 2>&1; then
  ha-manager rules set resource-affinity apart --disable 1
else
  echo 'apart may stay'
fi

step 'rule home'
if ! there rules 'node-affinity: home' >/dev/null 2>&1; then
  ha-manager rules add node-affinity home --nodes pve1,pve2 --resources vm:200
else
  echo 'already there'
fi
if ! as_planned rules 'node-affinity: home' 'nodes pve1,pve2' 'resources vm:200' >/dev/null 2>&1; then
  ha-manager rules set node-affinity home \
    --nodes pve1,pve2 \
    --resources vm:200 \
    --delete comment,disable,strict
else
  echo 'as planned'
fi

step 'rule pair'
if ! there rules 'resource-affinity: pair' >/dev/null 2>&1; then
  ha-manager rules add resource-affinity pair --affinity positive --resources vm:200,vm:201
else
  echo 'already there'
fi
if ! as_planned rules 'resource-affinity: pair' 'affinity positive' 'resources vm:200,vm:201' >/dev/null 2>&1; then
  ha-manager rules set resource-affinity pair \
    --affinity positive \
    --resources vm:200,vm:201 \
    --delete comment,disable
else
  echo 'as planned'
fi

step 'rule apart'
if ! there rules 'resource-affinity: apart' >/dev/null 2>&1; then
  ha-manager rules add resource-affinity apart \
    --disable 1 \
    --affinity negative \
    --resources vm:200,vm:201
else
  echo 'already there'
fi
if ! as_planned rules 'resource-affinity: apart' disable 'affinity negative' 'resources vm:200,vm:201' >/dev/null 2>&1; then
  ha-manager rules set resource-affinity apart \
    --disable 1 \
    --affinity negative \
    --resources vm:200,vm:201 \
    --delete comment
else
  echo 'as planned'
fi
