package io.pveplan.rules.migration;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.guest.Guest;
import io.pveplan.model.guest.GuestDevice;
import io.pveplan.model.guest.Vm;
import io.pveplan.model.guest.Vmid;
import io.pveplan.model.hardware.DeviceKind;
import io.pveplan.model.hardware.Node;
import io.pveplan.rules.failure.internal.ha.PlannedRules;
import io.pveplan.rules.internal.PciAllotment;
import io.pveplan.rules.internal.PciAllotment.Arrival;
import io.pveplan.rules.internal.PciAllotment.Lack;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Where a machine, with those that HA moves along, gets no PCI device beside the guests of the node.
 * A machine that runs does not start there, one that is off is moved and does not start later
 * (qemu-server, src/PVE/QemuServer/PCI.pm, reserve_pci_usage).
 */
final class TakenDeviceObstacles implements Obstacles {

  /** What a part of the machine does not get. */
  private record Taken(BlockerKind kind, String part, String what, String text) {}

  private final ResolvedPlan plan;
  private final List<String> nodes;
  private final Companions companions;
  private final PciAllotment allotment;

  TakenDeviceObstacles(ResolvedPlan plan) {
    this.plan = plan;
    this.nodes = plan.nodes().stream().map(Node::name).toList();
    this.companions = new Companions(plan);
    this.allotment = PciAllotment.of(plan);
  }

  @Override
  public void addTo(RowDraft row) {
    List<Vm> along = companions.of(row.guest()).stream()
        .filter(TakenDeviceObstacles::hasPci)
        .map(Vm.class::cast)
        .toList();
    if (!hasPci(row.guest()) && along.isEmpty()) {
      return;
    }
    Map<Taken, List<String>> all = new LinkedHashMap<>();
    for (String node : nodes) {
      if (row.guest().node().filter(node::equals).isEmpty()) {
        for (Taken taken : on(node, row.guest(), along)) {
          all.computeIfAbsent(taken, key -> new ArrayList<>()).add(node);
        }
      }
    }
    all.forEach(
        (taken, on) -> row.block(taken.kind(), taken.part(), taken.what(), taken.text(), on));
  }

  private static boolean hasPci(Guest guest) {
    return guest instanceof Vm vm
        && vm.devices().stream().anyMatch(device -> device.deviceKind() == DeviceKind.PCI);
  }

  private Set<Taken> on(String node, Guest guest, List<Vm> along) {
    Set<Taken> all = new LinkedHashSet<>();
    Arrival arrival = allotment.arrival(node);
    if (guest instanceof Vm vm) {
      for (Lack lack : arrival.lacking(vm)) {
        GuestDevice device = vm.devices().get(lack.index());
        // Only HA moves devices of a node: DeviceObstacles tells of the others.
        if (device.mapping().isPresent() || plan.placement().managedByHa(vm.vmid())) {
          String what = device.mapping().or(device::host).orElseThrow();
          all.add(new Taken(
              BlockerKind.DEVICE_TAKEN,
              vm.deviceSlot(lack.index()),
              what,
              text(vm.vmid(), device, lack)));
        }
      }
    }
    Map<String, Set<String>> others = new LinkedHashMap<>();
    for (Vm other : along) {
      // Those that are there have theirs.
      if (other.node().filter(node::equals).isEmpty()) {
        for (Lack lack : arrival.lacking(other)) {
          others
              .computeIfAbsent(
                  named(other.devices().get(lack.index())), key -> new LinkedHashSet<>())
              .add(PlannedRules.sid(other));
        }
      }
    }
    others.forEach((what, sids) -> {
      String who = Companions.named(sids.size(), sids.stream());
      all.add(new Taken(
          BlockerKind.TOGETHER,
          "",
          who,
          "HA moves " + who + " along: " + what + " is taken there"));
    });
    return all;
  }

  private static String text(Vmid own, GuestDevice device, Lack lack) {
    boolean alone = lack.holders().equals(Set.of(own));
    if (device.mapping().isEmpty()) {
      return named(device) + (alone ? " is there once" : " is " + lack.takenBy() + " there");
    }
    return named(device) + " has " + (alone ? "only " : "") + lack.devices()
        + (lack.devices() == 1 ? " device" : " devices") + " there"
        + (alone ? "" : ", " + lack.takenBy());
  }

  private static String named(GuestDevice device) {
    return device
        .mapping()
        .map(id -> "mapping " + id)
        .orElseGet(() -> "pci device " + device.host().orElseThrow());
  }
}
