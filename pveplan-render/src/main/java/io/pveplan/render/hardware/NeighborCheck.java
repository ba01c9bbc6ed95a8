package io.pveplan.render.hardware;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.hardware.Cable;
import io.pveplan.model.hardware.Node;
import io.pveplan.render.text.Command;
import io.pveplan.render.text.ShellScript;

/** The script that compares the neighbors of a node with the plan. */
final class NeighborCheck {

  // The installer leaves all NICs but one down, and without a link there is no neighbor; LLDP tells
  // every 30 seconds (lldpd(8), -t). A switch may add its domain to its name, and name a port by
  // ifname, by a local ID or in the description (lldpcli(8), format keyvalue). A NIC may have
  // several neighbors, such as a BMC that shares it: lldpd tells one after another, each with its
  // chassis before its port.
  private static final String EXPECT = """
      wrong=0
      planned=()
      raised=()

      restore() {
        local nic
        for nic in "${raised[@]}"; do
          ip link set dev "$nic" down || true
        done
      }

      is_among() {
        local line key value name='' port=no
        while IFS= read -r line; do
          key=${line%%=*}
          value=${line#*=}
          case "${key#"lldp.$1."}" in
            chassis.*)
              if [ "$port" = yes ]; then
                name=''
                port=no
              fi
              if [ "$key" = "lldp.$1.chassis.name" ]; then
                name=$value
              fi
              ;;
            port.*)
              port=yes
              case "$key" in
                *.port.ifname | *.port.local | *.port.descr)
                  if [[ "$name" == "$2" || "$name" == "$2".* ]] && [ "$value" = "$3" ]; then
                    return 0
                  fi
                  ;;
              esac
              ;;
          esac
        done
        return 1
      }

      expect() {
        if ! ip link show dev "$1" >/dev/null 2>&1; then
          printf '%s: no such NIC; planned is port %s of %s\\n' "$1" "$3" "$2"
          wrong=1
          return
        fi
        if [ -z "$(ip link show dev "$1" up)" ]; then
          ip link set dev "$1" up
          raised+=("$1")
        fi
        planned+=("$1" "$2" "$3")
      }

      neighbor() {
        lldpctl -f keyvalue "$1" || true
      }

      all_seen() {
        local i
        for ((i = 0; i < ${#planned[@]}; i += 3)); do
          [ -n "$(neighbor "${planned[i]}")" ] || return 1
        done
      }

      compare() {
        local found
        found=$(neighbor "$1")
        if [ -z "$found" ]; then
          printf '%s: no neighbor; planned is port %s of %s\\n' "$1" "$3" "$2"
          wrong=1
        elif is_among "$@" <<<"$found"; then
          printf '%s: port %s of %s, as planned\\n' "$1" "$3" "$2"
        else
          printf '%s: planned is port %s of %s, but there is\\n' "$1" "$3" "$2"
          grep -E '\\.(chassis\\.name|port\\.(ifname|local|descr))=' <<<"$found" || true
          wrong=1
        fi
      }

      verdict() {
        local i tries=45
        until all_seen || [ "$tries" = 0 ]; do
          [ "$tries" -lt 45 ] || printf 'waiting for neighbors, 90 seconds at most\\n'
          tries=$((tries - 1))
          sleep 2
        done
        for ((i = 0; i < ${#planned[@]}; i += 3)); do
          compare "${planned[@]:i:3}"
        done
        restore
        exit "$wrong"
      }
      """;

  private ShellScript script;
  private boolean empty = true;

  private NeighborCheck(Node node, ResolvedPlan plan) {
    script = ShellScript.of(
            "The cables of " + node.name() + ", as their other ends tell by LLDP.",
            "Links that are down are up while it runs.")
        .define(EXPECT)
        .onlyOn(node.name())
        .require(Command.of("command", "-v", "lldpctl"), "lldpd is not installed: see step 3")
        .step("cables of " + node.name());
    plan.plan().cables().stream()
        .filter(cable -> cable.node().equals(node.name()) && cable.nic().isPresent())
        .forEach(this::add);
    script = script.run(Command.of("verdict"));
  }

  static NeighborCheck of(Node node, ResolvedPlan plan) {
    return new NeighborCheck(node, plan);
  }

  private void add(Cable cable) {
    empty = false;
    script = script.run(Command.of("expect")
        .arg(cable.nic().orElseThrow())
        .arg(cable.switchName())
        .arg(cable.port()));
  }

  boolean isEmpty() {
    return empty;
  }

  String text() {
    return script.text();
  }
}
