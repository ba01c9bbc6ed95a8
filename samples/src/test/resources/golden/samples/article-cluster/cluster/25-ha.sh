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

step manager
await 'the HA manager to know the nodes' 180 grep --quiet '"node_status":{"' /etc/pve/ha/manager_status

step 'rules that change'
if ! may_stay rules 'node-affinity: app-home' 'nodes nodeA,nodeB' 'resources vm:200' 'strict 1' >/dev/null 2>&1; then
  ha-manager rules set node-affinity app-home --disable 1
else
  echo 'app-home may stay'
fi
if ! may_stay rules 'resource-affinity: app-apart' 'affinity negative' 'resources vm:200,vm:201' >/dev/null 2>&1; then
  ha-manager rules set resource-affinity app-apart --disable 1
else
  echo 'app-apart may stay'
fi

step 'rule app-home'
if ! there rules 'node-affinity: app-home' >/dev/null 2>&1; then
  ha-manager rules add node-affinity app-home --nodes nodeA,nodeB --resources vm:200 --strict 1
else
  echo 'already there'
fi
if ! as_planned rules 'node-affinity: app-home' 'nodes nodeA,nodeB' 'resources vm:200' 'strict 1' >/dev/null 2>&1; then
  ha-manager rules set node-affinity app-home \
    --nodes nodeA,nodeB \
    --resources vm:200 \
    --strict 1 \
    --delete comment,disable
else
  echo 'as planned'
fi

step 'rule app-apart'
if ! there rules 'resource-affinity: app-apart' >/dev/null 2>&1; then
  ha-manager rules add resource-affinity app-apart --affinity negative --resources vm:200,vm:201
else
  echo 'already there'
fi
if ! as_planned rules 'resource-affinity: app-apart' 'affinity negative' 'resources vm:200,vm:201' >/dev/null 2>&1; then
  ha-manager rules set resource-affinity app-apart \
    --affinity negative \
    --resources vm:200,vm:201 \
    --delete comment,disable
else
  echo 'as planned'
fi
