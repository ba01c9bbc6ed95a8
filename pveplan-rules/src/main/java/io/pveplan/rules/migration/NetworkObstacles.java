package io.pveplan.rules.migration;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.guest.Guest;
import io.pveplan.model.guest.GuestNic;
import io.pveplan.model.guest.Vm;
import io.pveplan.model.hardware.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What bridges and VNets a guest does not find on nodes: it does not start there (pve-common,
 * src/PVE/Network.pm, tap_plug; pve-network, src/PVE/Network/SDN/Zones.pm; qemu-server,
 * src/PVE/QemuServer.pm, print_netdevice_full; pve-container, src/PVE/LXC.pm). A template never starts.
 */
final class NetworkObstacles implements Obstacles {

  private record Lack(List<String> missing, List<String> unknown) {}

  private record Frames(String bridge, int mtu) {}

  private final ResolvedPlan plan;
  private final List<String> nodes;
  private final GuestBridges bridges;
  private final Map<String, Lack> lacks = new ConcurrentHashMap<>();
  private final Map<Frames, Lack> tooSmall = new ConcurrentHashMap<>();

  NetworkObstacles(ResolvedPlan plan) {
    this.plan = plan;
    this.bridges = GuestBridges.of(plan);
    this.nodes = plan.nodes().stream().map(Node::name).toList();
  }

  @Override
  public void addTo(RowDraft row) {
    Guest guest = row.guest();
    if (guest instanceof Vm vm && vm.template()) {
      return;
    }
    for (int number = 0; number < guest.nics().size(); number++) {
      GuestNic nic = guest.nics().get(number);
      String part = "net" + number;
      Lack lack = lacks.computeIfAbsent(nic.bridge(), this::lack);
      String what = plan.vnet(nic.bridge()).isPresent() ? "VNet " : "bridge ";
      row.block(
          BlockerKind.BRIDGE,
          part,
          nic.bridge(),
          what + nic.bridge() + " is not there",
          lack.missing());
      for (String node : lack.unknown()) {
        row.open(BlockerKind.BRIDGE, "interfaces of " + node, List.of(node));
      }
      addMtu(row, part, nic);
    }
  }

  private void addMtu(RowDraft row, String part, GuestNic nic) {
    OptionalInt mtu = nic.mtu();
    if (mtu.isPresent()) {
      Lack lack =
          tooSmall.computeIfAbsent(new Frames(nic.bridge(), mtu.getAsInt()), this::tooSmall);
      row.block(
          BlockerKind.MTU,
          part,
          nic.bridge(),
          part + " has MTU " + mtu.getAsInt() + ", more than " + nic.bridge() + " has there",
          lack.missing());
      bridges
          .zone(nic.bridge())
          .ifPresent(zone -> row.open(BlockerKind.MTU, "MTU of zone " + zone.id(), lack.unknown()));
    }
  }

  private Lack lack(String bridge) {
    List<String> missing = new ArrayList<>();
    List<String> unknown = new ArrayList<>();
    for (String node : nodes) {
      if (!bridges.nodes(bridge).contains(node)) {
        (bridges.isTold(bridge, node) ? missing : unknown).add(node);
      }
    }
    return new Lack(missing, unknown);
  }

  private Lack tooSmall(Frames frames) {
    List<String> smaller = new ArrayList<>();
    List<String> unknown = new ArrayList<>();
    for (String node : nodes) {
      OptionalInt limit = bridges.mtu(frames.bridge(), node);
      if (limit.isPresent() && limit.getAsInt() < frames.mtu()) {
        smaller.add(node);
      } else if (limit.isEmpty() && bridges.nodes(frames.bridge()).contains(node)) {
        unknown.add(node);
      }
    }
    return new Lack(smaller, unknown);
  }
}
