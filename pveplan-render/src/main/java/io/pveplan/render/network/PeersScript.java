package io.pveplan.render.network;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.hardware.Node;
import io.pveplan.model.network.InterfaceAddress;
import io.pveplan.model.network.IpAddress;
import io.pveplan.model.network.Mtu;
import io.pveplan.model.network.Network;
import io.pveplan.model.network.NodeInterface;
import io.pveplan.render.text.Command;
import io.pveplan.render.text.ShellScript;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The script that reaches the other nodes on each network with packets of the full MTU. It is one
 * for all nodes: one for each would name every node in every script.
 */
final class PeersScript {

  private static final int USUAL_MTU = 1500;

  // All three replies within five seconds (ping(8), -c with -w); the source address keeps a packet
  // from leaving through another network. Of each network, a node asks from its first address.
  private static final String REACH = """
      self=$(uname -n)
      self=${self%%.*}
      wrong=0
      declare -A own=()
      peers=()

      on_network() {
        if [ "$2" = "$self" ]; then
          own[$1]=${own[$1]:-$3}
        else
          peers+=("$1" "$2" "$3" "$4" "$5")
        fi
      }

      answers() {
        ping -q -c 3 -i 0.2 -w 5 -M 'do' -s "$1" -I "$2" "$3" >/dev/null 2>&1
      }

      reach() {
        local network=$1 node=$2 address=$3 mtu=$4 size=$5
        local from=${own[$network]:-}
        if [ -z "$from" ]; then
          return
        elif answers "$size" "$from" "$address"; then
          printf '%s: %s (%s) answers to packets of %s bytes\\n' "$network" "$node" "$address" "$mtu"
        elif answers 56 "$from" "$address"; then
          printf '%s: %s (%s) answers, but not to packets of %s bytes: see the MTU of the way\\n' \\
            "$network" "$node" "$address" "$mtu"
          wrong=1
        else
          printf '%s: %s (%s) does not answer to %s\\n' "$network" "$node" "$address" "$from"
          wrong=1
        fi
      }

      verdict() {
        if [ "${#own[@]}" = 0 ]; then
          printf 'the plan has no node %s\\n' "$self" >&2
          exit 1
        fi
        while [ "${#peers[@]}" -gt 0 ]; do
          reach "${peers[@]:0:5}"
          peers=("${peers[@]:5}")
        done
        exit "$wrong"
      }
      """;

  private static final String ALONE = """
      alone() {
        if [ "$1" = "$self" ]; then
          printf '%s shares no network of the plan with another node\\n' "$self"
          exit 0
        fi
      }
      """;

  private PeersScript() {}

  /** The script; none where no two nodes share a network. */
  static Optional<String> of(ResolvedPlan plan) {
    Map<String, Network> shared = shared(plan);
    if (shared.isEmpty()) {
      return Optional.empty();
    }
    ShellScript script = ShellScript.of(
            "Reaches the other nodes on each network with packets of its full MTU.",
            "Runs on each node.")
        .define(REACH);
    List<Node> alone = plan.nodes().stream()
        .filter(node -> lines(plan, node, shared).isEmpty())
        .toList();
    if (!alone.isEmpty()) {
      script = script.define(ALONE);
    }
    script = script.step("the other nodes");
    for (Node node : alone) {
      script = script.run(Command.of("alone").arg(node.name()));
    }
    for (Node node : plan.nodes()) {
      for (Command line : lines(plan, node, shared)) {
        script = script.run(line);
      }
    }
    return Optional.of(script.run(Command.of("verdict")).text());
  }

  private static List<Command> lines(ResolvedPlan plan, Node node, Map<String, Network> shared) {
    List<Command> lines = new ArrayList<>();
    for (NodeInterface each : plan.topology().interfaces(node.name())) {
      for (InterfaceAddress address : each.addresses()) {
        address
            .network()
            .map(shared::get)
            .ifPresent(
                network -> lines.add(line(network, node, address.address().address())));
      }
    }
    return lines;
  }

  private static Map<String, Network> shared(ResolvedPlan plan) {
    Map<String, Network> shared = new LinkedHashMap<>();
    for (Network network : plan.networks()) {
      List<Node> there = plan.nodes().stream()
          .filter(node -> plan.topology().address(node.name(), network.name()).isPresent())
          .limit(2)
          .toList();
      if (there.size() == 2) {
        shared.put(network.name(), network);
      }
    }
    return shared;
  }

  private static Command line(Network network, Node node, IpAddress address) {
    int mtu = network.mtu().map(Mtu::value).orElse(USUAL_MTU);
    return Command.of("on_network")
        .arg(network.name())
        .arg(node.name())
        .arg(address.toString())
        .arg(Integer.toString(mtu))
        .arg(Integer.toString(mtu - headers(address)));
  }

  // ICMP takes 8 bytes, the header of IPv4 20 and that of IPv6 40.
  private static int headers(IpAddress address) {
    return address.isV6() ? 48 : 28;
  }
}
