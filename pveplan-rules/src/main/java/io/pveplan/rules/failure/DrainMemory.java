package io.pveplan.rules.failure;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.guest.Guest;
import io.pveplan.model.hardware.Node;
import io.pveplan.model.unit.DataSize;
import io.pveplan.rules.failure.internal.ha.HaSimulation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The memory of nodes while guests move. What a node has is not always known; it then fits all. */
final class DrainMemory {

  private final ResolvedPlan plan;
  private final HostMemory host;
  private final Map<String, Long> needed;

  private DrainMemory(ResolvedPlan plan, HostMemory host, Map<String, Long> needed) {
    this.plan = plan;
    this.host = host;
    this.needed = needed;
  }

  /** With all guests where they are before anything happens. */
  static DrainMemory of(Outlook outlook) {
    ResolvedPlan plan = outlook.plan();
    HostMemory host = new HostMemory(plan);
    DrainMemory memory = new DrainMemory(plan, host, new HashMap<>());
    for (Node node : plan.nodes()) {
      String name = node.name();
      memory.needed.put(name, host.host(name));
      outlook.othersOn(name).forEach(guest -> memory.add(guest, name));
      outlook.servicesOn(name).forEach(service -> memory.add(outlook.guest(service), name));
    }
    return memory;
  }

  DrainMemory copy() {
    return new DrainMemory(plan, host, new HashMap<>(needed));
  }

  // What Proxmox VE gives a guest that says nothing (qemu-server, pve-container: memory).
  static long size(Guest guest) {
    return guest.memory().orElse(DataSize.mib(512)).bytes();
  }

  void add(Guest guest, String node) {
    needed.merge(node, size(guest), Long::sum);
  }

  void remove(Guest guest, String node) {
    needed.merge(node, -size(guest), Long::sum);
  }

  /** Counts what HA runs on other nodes than before. */
  void follow(HaSimulation before, HaSimulation after, Outlook outlook) {
    for (String service : after.differingFrom(before)) {
      Guest guest = outlook.guest(service);
      if (!after.nodeOf(service).equals(before.nodeOf(service))) {
        remove(guest, before.nodeOf(service));
        add(guest, after.nodeOf(service));
      }
    }
  }

  boolean fits(Guest guest, String node) {
    return host.installed(node)
        .filter(installed -> needed.get(node) + size(guest) > installed.bytes())
        .isEmpty();
  }

  /** Bytes that are left; of a node that is not known, less than of any that is. */
  long free(String node) {
    return host.installed(node)
        .map(installed -> installed.bytes() - needed.get(node))
        .orElse(Long.MIN_VALUE);
  }

  boolean known(String node) {
    return host.installed(node).isPresent();
  }

  DataSize needed(String node) {
    return DataSize.bytes(needed.get(node));
  }

  Optional<DataSize> installed(String node) {
    return host.installed(node);
  }

  /** The nodes that need more than they have, in the order of the plan. */
  List<FullNode> full() {
    List<FullNode> full = new ArrayList<>();
    for (Node node : plan.nodes()) {
      host.installed(node.name())
          .filter(installed -> needed.get(node.name()) > installed.bytes())
          .ifPresent(
              installed -> full.add(new FullNode(node.name(), needed(node.name()), installed)));
    }
    return full;
  }
}
