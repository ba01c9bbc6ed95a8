#!/bin/bash
# HA resources and rules.
# Runs on one node. What is there otherwise than planned is set to the plan.
# shellcheck disable=SC1003,SC1112,SC2016
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

step 'resource vm:1000'
if ! there resources 'vm: 1000' >/dev/null 2>&1; then
  ha-manager add vm:1000 \
    --comment 'shop: 50% of sales, '\''really'\''' \
    --failback 0 \
    --max_relocate 0 \
    --max_restart 2 \
    --state started
else
  echo 'already there'
fi
if ! as_planned resources 'vm: 1000' 'comment shop: 50% of sales, '\''really'\''' 'failback 0' 'max_relocate 0' 'max_restart 2' 'state started' >/dev/null 2>&1; then
  ha-manager set vm:1000 \
    --comment 'shop: 50% of sales, '\''really'\''' \
    --failback 0 \
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
  ha-manager set vm:201 --state started --delete comment,failback,max_relocate,max_restart
else
  echo 'as planned'
fi

step 'resource vm:202'
if ! there resources 'vm: 202' >/dev/null 2>&1; then
  ha-manager add vm:202 --state stopped
else
  echo 'already there'
fi
if ! as_planned resources 'vm: 202' 'state stopped' >/dev/null 2>&1; then
  ha-manager set vm:202 --state stopped --delete comment,failback,max_relocate,max_restart
else
  echo 'as planned'
fi

step 'resource ct:300'
if ! there resources 'ct: 300' >/dev/null 2>&1; then
  ha-manager add ct:300 --comment 'über alles' --state ignored
else
  echo 'already there'
fi
if ! as_planned resources 'ct: 300' 'comment über alles' 'state ignored' >/dev/null 2>&1; then
  ha-manager set ct:300 \
    --comment 'über alles' \
    --state ignored \
    --delete failback,max_relocate,max_restart
else
  echo 'as planned'
fi

step manager
await 'the HA manager to know the nodes' 180 grep --quiet '"node_status":{"' /etc/pve/ha/manager_status

step 'rules that change'
if ! may_stay rules 'node-affinity: home' 'comment rack%3A 50%25 %C3%BCber "x"' 'nodes pve1:1,pve10,pve2:2' 'resources ct:300,vm:1000' 'strict 1' >/dev/null 2>&1; then
  ha-manager rules set node-affinity home --disable 1
else
  echo 'home may stay'
fi
if ! may_stay rules 'node-affinity: old' 'comment until may' disable 'nodes pve1' 'resources vm:202' >/dev/null 2>&1; then
  ha-manager rules set node-affinity old --disable 1
else
  echo 'old may stay'
fi
if ! may_stay rules 'node-affinity: second' 'nodes pve10' 'resources vm:202' >/dev/null 2>&1; then
  ha-manager rules set node-affinity second --disable 1
else
  echo 'second may stay'
fi
if ! may_stay rules 'resource-affinity: apart' 'comment $HOME' 'affinity negative' 'resources vm:201,vm:202' >/dev/null 2>&1; then
  ha-manager rules set resource-affinity apart --disable 1
else
  echo 'apart may stay'
fi
if ! may_stay rules 'resource-affinity: pair' disable 'affinity positive' 'resources ct:300,vm:201' >/dev/null 2>&1; then
  ha-manager rules set resource-affinity pair --disable 1
else
  echo 'pair may stay'
fi

step 'rule home'
if ! there rules 'node-affinity: home' >/dev/null 2>&1; then
  ha-manager rules add node-affinity home \
    --comment 'rack: 50% über "x"' \
    --nodes pve1:1,pve10,pve2:2 \
    --resources ct:300,vm:1000 \
    --strict 1
else
  echo 'already there'
fi
if ! as_planned rules 'node-affinity: home' 'comment rack%3A 50%25 %C3%BCber "x"' 'nodes pve1:1,pve10,pve2:2' 'resources ct:300,vm:1000' 'strict 1' >/dev/null 2>&1; then
  ha-manager rules set node-affinity home \
    --comment 'rack: 50% über "x"' \
    --nodes pve1:1,pve10,pve2:2 \
    --resources ct:300,vm:1000 \
    --strict 1 \
    --delete disable
else
  echo 'as planned'
fi

step 'rule old'
if ! there rules 'node-affinity: old' >/dev/null 2>&1; then
  ha-manager rules add node-affinity old \
    --comment 'until may' \
    --disable 1 \
    --nodes pve1 \
    --resources vm:202
else
  echo 'already there'
fi
if ! as_planned rules 'node-affinity: old' 'comment until may' disable 'nodes pve1' 'resources vm:202' >/dev/null 2>&1; then
  ha-manager rules set node-affinity old \
    --comment 'until may' \
    --disable 1 \
    --nodes pve1 \
    --resources vm:202 \
    --delete strict
else
  echo 'as planned'
fi

step 'rule second'
if ! there rules 'node-affinity: second' >/dev/null 2>&1; then
  ha-manager rules add node-affinity second --nodes pve10 --resources vm:202
else
  echo 'already there'
fi
if ! as_planned rules 'node-affinity: second' 'nodes pve10' 'resources vm:202' >/dev/null 2>&1; then
  ha-manager rules set node-affinity second \
    --nodes pve10 \
    --resources vm:202 \
    --delete comment,disable,strict
else
  echo 'as planned'
fi

step 'rule apart'
if ! there rules 'resource-affinity: apart' >/dev/null 2>&1; then
  ha-manager rules add resource-affinity apart \
    --comment '$HOME' \
    --affinity negative \
    --resources vm:201,vm:202
else
  echo 'already there'
fi
if ! as_planned rules 'resource-affinity: apart' 'comment $HOME' 'affinity negative' 'resources vm:201,vm:202' >/dev/null 2>&1; then
  ha-manager rules set resource-affinity apart \
    --comment '$HOME' \
    --affinity negative \
    --resources vm:201,vm:202 \
    --delete disable
else
  echo 'as planned'
fi

step 'rule pair'
if ! there rules 'resource-affinity: pair' >/dev/null 2>&1; then
  ha-manager rules add resource-affinity pair \
    --disable 1 \
    --affinity positive \
    --resources ct:300,vm:201
else
  echo 'already there'
fi
if ! as_planned rules 'resource-affinity: pair' disable 'affinity positive' 'resources ct:300,vm:201' >/dev/null 2>&1; then
  ha-manager rules set resource-affinity pair \
    --disable 1 \
    --affinity positive \
    --resources ct:300,vm:201 \
    --delete comment
else
  echo 'as planned'
fi
