package io.pveplan.rules.migration;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.guest.Guest;
import io.pveplan.model.guest.GuestNic;
import io.pveplan.model.guest.NicModel;
import io.pveplan.model.guest.Vm;
import io.pveplan.model.hardware.Node;
import io.pveplan.model.network.Mtu;
import io.pveplan.model.sdn.Vnet;
import io.pveplan.model.sdn.Zone;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What bridges and VNets a guest does not find on nodes: it does not start there (pve-common,
 * src/PVE/Network.pm, tap_plug; pve-network, src/PVE/Network/SDN/Zones.pm; qemu-server,
 * src/PVE/QemuServer.pm, print_netdevice_full).
 */
final class NetworkObstacles implements Obstacles {

  private record Lack(List<String> missing, List<String> unknown) {}

  private record Frames(String bridge, int mtu) {}

  private static final int USUAL_MTU = 1500;

  private final ResolvedPlan plan;
  private final List<String> nodes;
  private final Map<String, Lack> bridges = new ConcurrentHashMap<>();
  private final Map<Frames, List<String>> tooSmall = new ConcurrentHashMap<>();

  NetworkObstacles(ResolvedPlan plan) {
    this.plan = plan;
    this.nodes = plan.nodes().stream().map(Node::name).toList();
  }

  @Override
  public void addTo(RowDraft row) {
    Guest guest = row.guest();
    for (int number = 0; number < guest.nics().size(); number++) {
      GuestNic nic = guest.nics().get(number);
      String part = "net" + number;
      Lack lack = bridges.computeIfAbsent(nic.bridge(), this::lack);
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
      if (guest instanceof Vm && nic.model() == NicModel.VIRTIO) {
        addMtu(row, part, nic);
      }
    }
  }

  private void addMtu(RowDraft row, String part, GuestNic nic) {
    OptionalInt mtu = nic.mtu();
    if (mtu.isPresent()) {
      row.block(
          BlockerKind.MTU,
          part,
          nic.bridge(),
          part + " has MTU " + mtu.getAsInt() + ", more than " + nic.bridge() + " has there",
          tooSmall.computeIfAbsent(new Frames(nic.bridge(), mtu.getAsInt()), this::tooSmall));
    }
  }

  private Lack lack(String bridge) {
    Optional<Zone> zone = plan.vnet(bridge).map(Vnet::zone).flatMap(plan::zone);
    if (zone.isPresent()) {
      boolean everywhere = zone.get().nodes().isEmpty();
      return new Lack(
          nodes.stream()
              .filter(node -> !everywhere && !zone.get().nodes().contains(node))
              .toList(),
          List.of());
    }
    List<String> missing = new ArrayList<>();
    List<String> unknown = new ArrayList<>();
    for (Node node : plan.nodes()) {
      if (node.interfaces().isEmpty()) {
        unknown.add(node.name());
      } else if (plan.topology().named(node.name(), bridge).isEmpty()) {
        missing.add(node.name());
      }
    }
    return new Lack(missing, unknown);
  }

  private List<String> tooSmall(Frames frames) {
    return nodes.stream()
        .filter(node -> plan.topology()
            .named(node, frames.bridge())
            .map(bridge -> bridge.mtu().map(Mtu::value).orElse(USUAL_MTU))
            .filter(limit -> limit < frames.mtu())
            .isPresent())
        .toList();
  }
}
