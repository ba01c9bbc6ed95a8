package io.pveplan.render.network;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.hardware.Node;
import io.pveplan.model.network.Bridge;
import io.pveplan.model.network.Nic;
import io.pveplan.model.network.NodeInterface;
import io.pveplan.render.text.Command;
import io.pveplan.render.text.ShellScript;

/**
 * The script that puts the interfaces file of a node in force, and takes it back unless somebody who
 * still gets in confirms it.
 *
 * <p>While it is not confirmed, the old file is staged as {@code interfaces.new}: a restart puts it
 * back, since pvenetcommit does that before the network comes up, and so does who applies the
 * changes in the web interface (pve-manager, services/pvenetcommit.service, PVE/API2/Network.pm).
 */
final class ApplyScript {

  // The reload runs as a unit of its own, since the session may end with the network. ifupdown2
  // lets
  // only one of its programs run, and fails where another one does: so a reload that hangs is
  // stopped
  // before the old file is loaded. A timer is a minute late unless told otherwise
  // (systemd.timer(5),
  // AccuracySec). Names of its own, since somebody may keep an interfaces.old or .before; what is
  // staged is removed only where it is what the script staged.
  //
  // A bridge of the kernel that becomes one of Open vSwitch, such as the one of the installer, is
  // taken down first: ifreload takes down only what is gone from the file, and Open vSwitch makes
  // no
  // bridge of a name there is.
  private static final String APPLY = """
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
        printf '%s\\n' "$1"
      }

      refuse() {
        printf '%s\\n' "$1" >&2
        exit 1
      }

      waits() {
        systemctl --quiet is-active "$ROLLBACK.timer" || systemctl --quiet is-active "$ROLLBACK.service"
      }

      nic() {
        if [ ! -e "/sys/class/net/$1" ]; then
          printf 'there is no NIC %s\\n' "$1" >&2
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
          printf '%s\\n' "${turned[@]}" >"$TURNED"
        fi

        step "back in $seconds seconds unless confirmed"
        systemctl reset-failed "$ROLLBACK.timer" "$ROLLBACK.service" "$RELOAD.service" 2>/dev/null || true
        systemd-run --quiet --collect --unit="$ROLLBACK" --on-active="$seconds" \\
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
      """;

  // The planned file would take away what guests are attached to.
  private static final String LATER = """
      later() {
        if [ "$action" = apply ] && grep --quiet --extended-regexp "^iface $1( |\\$)" "$LIVE"; then
          refuse "Terraform has made $1, which is not in the planned file"
        fi
      }
      """;

  private ApplyScript() {}

  static String of(ResolvedPlan plan, Node node) {
    ShellScript script = ShellScript.of(
            "Network of " + node.name() + ".",
            "Runs on " + node.name() + ", beside the folder etc of this node. It saves the present",
            "interfaces file, loads the planned one, and goes back to the saved one after 180 seconds",
            "(CONFIRM_WITHIN), or with a restart, unless it is run again with confirm. Run with",
            "rollback, it goes back at once.")
        .define(NodeStanzas.later(plan, node).isEmpty() ? APPLY : APPLY + "\n" + LATER)
        .onlyOn(node.name())
        .step("NICs");
    for (NodeInterface each : plan.topology().interfaces(node.name())) {
      if (each instanceof Nic) {
        script = script.run(Command.of("nic").arg(each.name()));
      } else if (each instanceof Bridge bridge && bridge.openVswitch()) {
        script = script.run(Command.of("openvswitch").arg(bridge.name()));
      }
    }
    for (String later : NodeStanzas.later(plan, node)) {
      script = script.run(Command.of("later").arg(later));
    }
    return script.step("interfaces").run(Command.of("network")).text();
  }
}
