package io.pveplan.rules.failure;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.guest.Guest;
import io.pveplan.model.guest.Vm;
import io.pveplan.model.hardware.Node;
import io.pveplan.model.unit.DataSize;
import io.pveplan.rules.failure.internal.ha.HaSimulation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The memory of nodes while guests move, and their PCI devices of mappings. What memory a node has is
 * not always known; it then fits all.
 */
final class DrainMemory {

  private final ResolvedPlan plan;
  private final HostMemory host;
  private final MappedPci pci;
  private final Map<String, Long> needed;
  // By node, the machines with such devices.
  private final Map<String, List<Vm>> holders;

  private DrainMemory(
      ResolvedPlan plan,
      HostMemory host,
      MappedPci pci,
      Map<String, Long> needed,
      Map<String, List<Vm>> holders) {
    this.plan = plan;
    this.host = host;
    this.pci = pci;
    this.needed = needed;
    this.holders = holders;
  }

  /** With all guests where they are before anything happens. */
  static DrainMemory of(Outlook outlook) {
    ResolvedPlan plan = outlook.plan();
    HostMemory host = new HostMemory(plan);
    DrainMemory memory =
        new DrainMemory(plan, host, outlook.pci(), new HashMap<>(), new HashMap<>());
    for (Node node : plan.nodes()) {
      String name = node.name();
      memory.needed.put(name, host.host(name));
      outlook.othersOn(name).forEach(guest -> memory.add(guest, name));
      outlook.servicesOn(name).forEach(service -> memory.add(outlook.guest(service), name));
    }
    return memory;
  }

  DrainMemory copy() {
    Map<String, List<Vm>> held = new HashMap<>();
    holders.forEach((node, machines) -> held.put(node, new ArrayList<>(machines)));
    return new DrainMemory(plan, host, pci, new HashMap<>(needed), held);
  }

  // What Proxmox VE gives a guest that says nothing (qemu-server, pve-container: memory).
  static long size(Guest guest) {
    return guest.memory().orElse(DataSize.mib(512)).bytes();
  }

  void add(Guest guest, String node) {
    needed.merge(node, size(guest), Long::sum);
    if (guest instanceof Vm vm && pci.takes(vm)) {
      holders.computeIfAbsent(node, key -> new ArrayList<>()).add(vm);
    }
  }

  void remove(Guest guest, String node) {
    needed.merge(node, -size(guest), Long::sum);
    holders.computeIfPresent(node, (key, machines) -> {
      machines.removeIf(machine -> machine.vmid().equals(guest.vmid()));
      return machines;
    });
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

  /** Whether a node has the memory and the devices for a guest. */
  boolean fits(Guest guest, String node) {
    return hasMemory(guest, node) && lackingDevice(guest, node).isEmpty();
  }

  /** Why a guest gets no device of a mapping on a node. */
  Optional<String> lackingDevice(Guest guest, String node) {
    return pci.lacking(guest, node, holders.getOrDefault(node, List.of()));
  }

  boolean hasMemory(Guest guest, String node) {
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
