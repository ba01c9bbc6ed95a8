package io.pveplan.rules.hardware;

import io.pveplan.model.guest.Guest;
import io.pveplan.model.guest.Vm;
import io.pveplan.model.hardware.Cpu;
import io.pveplan.model.hardware.Hardware;
import io.pveplan.model.hardware.Node;
import io.pveplan.model.unit.DataSize;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * How the hardware of a node fits one of its roles.
 *
 * @param troubles what does not fit, as sentences without period
 * @param missingFacts what the plan would have to say
 */
record RoleFit(List<String> troubles, List<String> missingFacts) {

  // A node with declared hardware and without any disk has none for data: that is what the rule is
  // about. While the plan does not tell the disks of the system, it takes one of those declared.
  static RoleFit storage(Node node, ExportedStorage exported) {
    boolean stores = !node.osds().isEmpty() || !node.zfsPools().isEmpty() || exported.from(node);
    if (stores) {
      return new RoleFit(List.of(), List.of());
    }
    if (node.hardware().isEmpty()) {
      return new RoleFit(List.of(), List.of("disks of " + node.name()));
    }
    Hardware hardware = node.hardware().get();
    Set<String> spare = new HashSet<>();
    hardware.disks().forEach(disk -> spare.add(disk.device()));
    hardware
        .systemDisks()
        .ifPresent(system -> system.disks().forEach(disk -> spare.remove(disk.device())));
    if (spare.isEmpty()) {
      return new RoleFit(
          List.of("storage node " + node.name()
              + " has no OSD, ZFS pool, exported storage or data disk"),
          List.of());
    }
    boolean perhapsOfTheSystem = spare.size() == 1 && hardware.systemDisks().isEmpty();
    return new RoleFit(
        List.of(), perhapsOfTheSystem ? List.of("system disk of " + node.name()) : List.of());
  }

  static RoleFit compute(Node node, List<Guest> guests) {
    List<String> troubles = new ArrayList<>();
    List<String> missing = new ArrayList<>();
    Comparator<Guest> byMemory = Comparator.comparingLong(it -> memory(it).bytes());
    guests.stream().max(byMemory).ifPresent(largest -> {
      Optional<DataSize> memory = node.hardware().flatMap(Hardware::memory);
      if (memory.isEmpty()) {
        missing.add("memory of " + node.name());
      } else if (memory.get().compareTo(memory(largest)) < 0) {
        troubles.add("compute node %s has %s of memory, guest %s wants %s"
            .formatted(node.name(), memory.get(), largest.vmid(), memory(largest)));
      }
    });
    Comparator<Guest> byCpus = Comparator.comparingInt(RoleFit::cpus);
    guests.stream().max(byCpus).filter(it -> cpus(it) > 0).ifPresent(largest -> {
      OptionalInt threads =
          node.hardware().flatMap(Hardware::cpu).map(Cpu::threads).orElse(OptionalInt.empty());
      if (threads.isEmpty()) {
        missing.add("CPU threads of " + node.name());
      } else if (threads.getAsInt() < cpus(largest)) {
        troubles.add("compute node %s has %d CPU threads, guest %s wants %d"
            .formatted(node.name(), threads.getAsInt(), largest.vmid(), cpus(largest)));
      }
    });
    return new RoleFit(List.copyOf(troubles), List.copyOf(missing));
  }

  private static DataSize memory(Guest guest) {
    return guest.memory().orElse(DataSize.bytes(0));
  }

  // A container without a number of cores takes what there is.
  private static int cpus(Guest guest) {
    int sockets = guest instanceof Vm vm ? vm.sockets().orElse(1) : 1;
    return guest.cores().orElse(0) * sockets;
  }
}
