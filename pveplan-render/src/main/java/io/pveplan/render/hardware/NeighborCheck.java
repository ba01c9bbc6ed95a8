package io.pveplan.render.hardware;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.hardware.Cable;
import io.pveplan.model.hardware.Node;
import io.pveplan.render.text.Command;
import io.pveplan.render.text.ShellScript;

/** The script that compares the neighbors of a node with the plan. */
final class NeighborCheck {

  // A switch may add its domain to its name, and name a port by ifname, by a local ID or in the
  // description (lldpcli(8), format keyvalue).
  private static final String EXPECT = """
      wrong=0

      expect() {
        local found name
        found=$(lldpctl -f keyvalue "$1" || true)
        name=$(sed -n '/^lldp\\.[^=]*\\.chassis\\.name=/{s///p;q}' <<<"$found")
        if [ -z "$found" ]; then
          printf '%s: no neighbor; planned is port %s of %s\\n' "$1" "$3" "$2"
          wrong=1
        elif [[ "$name" == "$2" || "$name" == "$2".* ]] \\
          && grep -qFx -e "lldp.$1.port.ifname=$3" -e "lldp.$1.port.local=$3" \\
            -e "lldp.$1.port.descr=$3" <<<"$found"; then
          printf '%s: port %s of %s, as planned\\n' "$1" "$3" "$2"
        else
          printf '%s: planned is port %s of %s, but there is\\n' "$1" "$3" "$2"
          grep -E '\\.(chassis\\.name|port\\.(ifname|local|descr))=' <<<"$found" || true
          wrong=1
        fi
      }

      verdict() {
        exit "$wrong"
      }
      """;

  private ShellScript script;
  private boolean empty = true;

  private NeighborCheck(Node node, ResolvedPlan plan) {
    script = ShellScript.of("The cables of " + node.name() + ", as their other ends tell by LLDP")
        .define(EXPECT)
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
