#!/bin/bash
# HA resources and rules.
# Runs on one node. What is there otherwise than planned is set to the plan.
set -euo pipefail

step() {
  printf '== %s\n' "$1"
}

await() {
  local what=$1 end=$((SECONDS + $2))
  shift 2
  printf 'waiting for %s\n' "$what"
  until timeout 10 "$@" >/dev/null 2>&1; do
    if [ "$SECONDS" -ge "$end" ]; then
      printf 'gave up waiting for %s\n' "$what" >&2
      exit 1
    fi
    sleep 2
  done
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

step 'resource vm:110'
if ! there resources 'vm: 110' >/dev/null 2>&1; then
  ha-manager add vm:110 --state started
else
  echo 'already there'
fi
if ! as_planned resources 'vm: 110' 'state started' >/dev/null 2>&1; then
  ha-manager set vm:110 --state started --delete comment,failback,max_relocate,max_restart
else
  echo 'as planned'
fi

step manager
await 'the HA manager to know the nodes' 180 grep --quiet '"node_status":{"' /etc/pve/ha/manager_status

step 'rule webs-apart'
if ! there rules 'resource-affinity: webs-apart' >/dev/null 2>&1; then
  ha-manager rules add resource-affinity webs-apart --affinity negative --resources vm:101,vm:102
else
  echo 'already there'
fi
if ! as_planned rules 'resource-affinity: webs-apart' 'affinity negative' 'resources vm:101,vm:102' >/dev/null 2>&1; then
  ha-manager rules set resource-affinity webs-apart \
    --affinity negative \
    --resources vm:101,vm:102 \
    --delete comment,disable
else
  echo 'as planned'
fi
