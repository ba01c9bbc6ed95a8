#!/bin/bash
# Network of pve3.
# Runs on pve3, beside the folder etc of this node. It saves the present
# interfaces file, loads the planned one, and goes back to the saved one after 180 seconds
# (CONFIRM_WITHIN), or with a restart, unless it is run again with confirm. Run with
# rollback, it goes back at once.
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
readonly OWN=$LIVE.pveplan
readonly BEFORE=$OWN-before
readonly TURNED=$OWN-bridges
readonly STAGED=$LIVE.new
readonly RELOAD=pveplan-network-reload
readonly ROLLBACK=pveplan-network-rollback
readonly BACK="systemctl stop $RELOAD.service
cp --archive $BEFORE $OWN-back && mv --force $OWN-back $LIVE &&
  cmp --silent $STAGED $BEFORE && rm --force $STAGED
[ ! -e $TURNED ] || xargs --max-lines=1 ovs-vsctl --if-exists del-br <$TURNED
for try in 1 2 3; do ifreload --all && exec cmp $BEFORE $LIVE; sleep 5; done
exit 1"
readonly FORTH="[ ! -e $TURNED ] || xargs --max-lines=1 ip link delete dev <$TURNED
exec ifreload --all"

action=${1:-apply}
seconds=${CONFIRM_WITHIN:-180}
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
planned=$here/etc/network/interfaces
missing=0
turned=()

tell() {
  printf '%s\n' "$1"
}

refuse() {
  printf '%s\n' "$1" >&2
  exit 1
}

waits() {
  systemctl --quiet is-active "$ROLLBACK.timer" || systemctl --quiet is-active "$ROLLBACK.service"
}

nic() {
  if [ ! -e "/sys/class/net/$1" ]; then
    printf 'there is no NIC %s\n' "$1" >&2
    missing=1
  fi
}

openvswitch() {
  if [ -d "/sys/class/net/$1/bridge" ]; then
    turned+=("$1")
  fi
}

unstage() {
  if [ -e "$STAGED" ] && cmp --silent "$STAGED" "$1"; then
    rm --force "$STAGED"
  fi
}

clear_up() {
  rm --force "$OWN-old"
  unstage "$planned"
}

back() {
  systemctl stop "$ROLLBACK.timer" 2>/dev/null || true
  if systemd-run --quiet --wait --collect /bin/bash -c "$BACK"; then
    tell "the file of before is back: $BEFORE"
  elif cmp --silent "$BEFORE" "$LIVE"; then
    refuse "the file of before is back, $BEFORE, but ifreload finds faults with it"
  else
    refuse "the file of before is not back: copy $BEFORE to $LIVE by hand, then ifreload --all"
  fi
}

apply() {
  [[ "$seconds" =~ ^[1-9][0-9]{1,3}$ ]] || refuse 'CONFIRM_WITHIN is no number of seconds from 10 to 9999'
  [ -e "$planned" ] || refuse "there is no $planned: copy the whole folder of this node"
  [ "$missing" = 0 ] || refuse 'give the NICs the names of the plan first, and restart the node'
  waits && refuse 'the network is applied and waits: run this again with confirm or rollback'
  if cmp --silent "$planned" "$LIVE"; then
    tell 'already there'
    return
  fi
  if [ -e "$STAGED" ] && ! cmp --silent "$STAGED" "$planned"; then
    refuse "$STAGED holds changes of somebody else: apply or revert them first"
  fi
  trap clear_up EXIT
  install --mode 0644 "$planned" "$STAGED"
  ifup --all --syntax-check --interfaces "$STAGED" || refuse 'ifupdown2 refuses the file'
  diff --unified "$LIVE" "$STAGED" || true
  cp --archive "$LIVE" "$OWN-copy"
  mv --force "$OWN-copy" "$BEFORE"
  cp --archive "$BEFORE" "$OWN-old"
  rm --force "$TURNED"
  if [ "${#turned[@]}" -gt 0 ]; then
    printf '%s\n' "${turned[@]}" >"$TURNED"
  fi

  step "back in $seconds seconds unless confirmed"
  systemctl reset-failed "$ROLLBACK.timer" "$ROLLBACK.service" "$RELOAD.service" 2>/dev/null || true
  systemd-run --quiet --collect --unit="$ROLLBACK" --on-active="$seconds" \
    --timer-property=AccuracySec=1s /bin/bash -c "$BACK"
  trap '' HUP INT TERM PIPE
  mv --force "$STAGED" "$LIVE"
  mv --force "$OWN-old" "$STAGED"
  step 'reload'
  if ! systemd-run --quiet --wait --collect --unit="$RELOAD" /bin/bash -c "$FORTH"; then
    back
    refuse 'the reload failed: journalctl --unit pveplan-network-reload'
  fi
  ifquery --all --check || tell 'see what is marked as fail'
  tell "Now open a second session to this node, and run there: bash $here/05-network.sh confirm"
}

confirm() {
  if ! systemctl --quiet is-active "$ROLLBACK.timer"; then
    waits && refuse 'too late: the file of before is being put back'
    cmp --silent "$planned" "$LIVE" || refuse 'nothing to confirm: the planned file is not there'
    tell 'already confirmed'
    return
  fi
  cmp --silent "$planned" "$LIVE" || refuse "$LIVE is not the planned file"
  systemctl stop "$ROLLBACK.timer"
  waits && refuse 'too late: the file of before is being put back'
  unstage "$BEFORE"
  tell "confirmed; the file of before is $BEFORE"
}

rollback() {
  [ -e "$BEFORE" ] || refuse "there is no $BEFORE to go back to"
  trap '' HUP INT TERM PIPE
  back
}

network() {
  case "$action" in
    apply | confirm | rollback) "$action" ;;
    *) refuse 'run it with apply, confirm or rollback' ;;
  esac
}
on pve3

step NICs
nic eno1
nic eno2
nic enp65s0f0np0
nic enp66s0f0np0
nic enp65s0f1np1
nic enp66s0f1np1

step interfaces
network
