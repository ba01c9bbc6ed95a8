package io.pveplan.render.network;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.guest.Guest;
import io.pveplan.model.guest.Vmid;
import io.pveplan.model.network.AddressKind;
import io.pveplan.model.network.AddressUse;
import io.pveplan.model.network.InterfaceAddress;
import io.pveplan.model.network.IpAddress;
import io.pveplan.model.network.Network;
import io.pveplan.model.network.NodeInterface;
import io.pveplan.model.network.Subnet;
import io.pveplan.model.sdn.SdnSubnet;
import io.pveplan.render.text.Csv;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Every address and every range of a plan, rising. */
final class AddressPlan {

  private final ResolvedPlan plan;
  private final Map<Subnet, List<String>> networks = new HashMap<>();
  private final List<PlannedAddress> rows = new ArrayList<>();

  private AddressPlan(ResolvedPlan plan) {
    this.plan = plan;
    for (Network network : plan.networks()) {
      network
          .subnet()
          .ifPresent(subnet ->
              networks.computeIfAbsent(subnet, key -> new ArrayList<>()).add(network.name()));
    }
    PlannedRange.of(plan).forEach(this::add);
    plan.addresses().all().forEach(this::add);
    rows.sort(Comparator.comparing(PlannedAddress::first));
  }

  static AddressPlan of(ResolvedPlan plan) {
    return new AddressPlan(plan);
  }

  List<PlannedAddress> rows() {
    return rows;
  }

  String text() {
    return Csv.columns("address", "prefix", "network", "kind", "owner", "interface", "comment")
        .rows(rows.stream().map(PlannedAddress::cells).toList())
        .text();
  }

  private void add(PlannedRange range) {
    rows.add(new PlannedAddress(
        range.range().start(),
        range.range().toString(),
        Optional.of(range.subnet()),
        range.network(),
        range.dhcp() ? "dhcp-range" : "reserved-range",
        "",
        "",
        range.purpose()));
  }

  private void add(AddressUse use) {
    switch (use.kind()) {
      case GATEWAY, VIP -> {
        // A router may have a link-local address, which is of no subnet.
        Optional<Subnet> subnet = plan.network(use.owner())
            .flatMap(Network::subnet)
            .filter(it -> it.contains(use.address()));
        rows.add(PlannedAddress.of(use, subnet, use.owner(), "", use.part()));
      }
      case SDN_GATEWAY ->
        rows.add(PlannedAddress.of(use, vnetSubnet(use), use.owner(), "", "on each node"));
      default -> {
        Optional<Subnet> subnet =
            use.assigned().map(it -> it.address().subnet()).or(() -> surrounding(use.address()));
        String network =
            use.assigned().flatMap(InterfaceAddress::network).orElseGet(() -> onlyNetwork(subnet));
        rows.add(PlannedAddress.of(use, subnet, network, use.part(), comment(use)));
      }
    }
  }

  private Optional<Subnet> vnetSubnet(AddressUse use) {
    return plan.sdn().subnets().stream()
        .filter(it -> it.vnet().equals(use.owner()) && it.subnet().contains(use.address()))
        .map(SdnSubnet::subnet)
        .findFirst();
  }

  private Optional<Subnet> surrounding(IpAddress address) {
    return networks.keySet().stream()
        .filter(subnet -> subnet.contains(address))
        .max(Comparator.comparingInt(Subnet::prefixLength));
  }

  private String onlyNetwork(Optional<Subnet> subnet) {
    List<String> names = subnet.map(it -> networks.getOrDefault(it, List.of())).orElse(List.of());
    return names.size() == 1 ? names.get(0) : "";
  }

  private String comment(AddressUse use) {
    if (use.kind() == AddressKind.NODE) {
      return plan.topology()
          .named(use.owner(), use.part())
          .flatMap(NodeInterface::comment)
          .orElse("");
    }
    return use.kind() == AddressKind.GUEST
        ? plan.guest(Vmid.of(Integer.parseInt(use.owner()))).map(Guest::name).orElse("")
        : "";
  }
}
