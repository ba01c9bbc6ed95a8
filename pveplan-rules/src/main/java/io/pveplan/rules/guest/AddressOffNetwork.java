package io.pveplan.rules.guest;

import io.pveplan.model.Origin;
import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.guest.CloudInit;
import io.pveplan.model.guest.Guest;
import io.pveplan.model.guest.GuestNic;
import io.pveplan.model.guest.IpConfig;
import io.pveplan.model.guest.Vm;
import io.pveplan.model.network.HostAddress;
import io.pveplan.model.network.InterfaceAddress;
import io.pveplan.model.network.IpAddress;
import io.pveplan.model.network.Subnet;
import io.pveplan.model.sdn.SdnSubnet;
import io.pveplan.rules.Findings;
import io.pveplan.rules.Rule;
import io.pveplan.rules.RuleInfo;
import io.pveplan.rules.Severity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Reports a static address of a guest in no subnet of the VNet that its card is on, an address
 * of a network that the bridge and VLAN of its card do not carry, and a gateway that is not in the
 * subnet of the address. A clone is looked at with what it takes over of its
 * template.
 *
 * <p>NET-019 tells addresses that are given out twice, NET-043 those in a DHCP range. A bridge has no
 * subnet of its own: there the networks count that it carries for guests ({@code carries}), that
 * the node has an address on, and the VLANs of the network. A bridge of which the plan tells none
 * of that may carry any network; an address of no network of the plan is undecided without a
 * gateway.
 */
@RuleInfo(
    id = "CI-006",
    severity = Severity.WARNING,
    summary = "A static address does not fit the network of its card",
    why = """
        A guest sets the address it is told, by cloud-init or as a container. An address of another subnet reaches nobody, and a \
        gateway outside of the subnet can not be reached, so that the route is not set.""",
    remedy = """
        Take address and gateway from the subnet that the card is in, or give the card the bridge \
        and the VLAN of the network of its address.""",
    sources = {
      "linux: net/ipv4/fib_semantics.c, fib_check_nh_v4_gw",
      "pve-network: src/PVE/Network/SDN/SubnetPlugin.pm"
    },
    since = "0.1")
final class AddressOffNetwork implements Rule {

  @Override
  public void check(ResolvedPlan plan, Findings findings) {
    Map<String, List<Subnet>> ofVnets = ofVnets(plan);
    CardNetworks networks = new CardNetworks(plan);
    for (Guest guest : plan.guests()) {
      Map<Integer, List<String>> faults = new LinkedHashMap<>();
      for (IpConfig config : plan.placement().ipConfigs(guest)) {
        if (config.address().isPresent()) {
          findings.looksAt(guest.path().child("net" + config.nic()));
          check(ofVnets, networks, guest, config, faults, findings);
        }
      }
      faults.forEach((nic, said) -> findings
          .on(guest.path().child("net" + nic))
          .says("net%s of %s: %s", nic, guest.name(), String.join("; ", said))
          .declaredAt(line(guest)));
    }
  }

  // A container says its addresses by itself.
  private static Optional<Origin> line(Guest guest) {
    return guest instanceof Vm vm
        ? vm.cloudInit().flatMap(CloudInit::declaredAt).or(vm::declaredAt)
        : guest.declaredAt();
  }

  private static void check(
      Map<String, List<Subnet>> ofVnets,
      CardNetworks networks,
      Guest guest,
      IpConfig config,
      Map<Integer, List<String>> faults,
      Findings findings) {
    InterfaceAddress assigned = config.address().get();
    HostAddress address = assigned.address();
    GuestNic nic = guest.nics().get(config.nic());
    List<Subnet> subnets = subnets(ofVnets, nic, address.address());
    if (!subnets.isEmpty() && subnets.stream().noneMatch(it -> it.contains(address.address()))) {
      faults
          .computeIfAbsent(config.nic(), key -> new ArrayList<>())
          .add("%s is in no subnet of VNet %s: %s".formatted(address, nic.bridge(), subnets));
    }
    if (subnets.isEmpty()) {
      networks
          .networkOf(assigned)
          .flatMap(network -> networks.apart(guest, nic, network))
          .ifPresent(apart -> faults
              .computeIfAbsent(config.nic(), key -> new ArrayList<>())
              .add(address + " is of another network: " + apart));
    }
    // A router of IPv6 has a link-local address, which is there on every link (RFC 4861).
    Optional<IpAddress> outside = config
        .gateway()
        .filter(gateway -> !address.subnet().contains(gateway))
        .filter(gateway -> gateway.isV4() || !gateway.isLinkLocal());
    outside.ifPresent(gateway -> faults
        .computeIfAbsent(config.nic(), key -> new ArrayList<>())
        .add("gateway %s is not in %s".formatted(gateway, address.subnet())));
    if (subnets.isEmpty() && config.gateway().isEmpty() && assigned.network().isEmpty()) {
      findings.undecided(
          guest.path().child("net" + config.nic()),
          "network of " + address + " of " + guest.name());
    }
  }

  private static List<Subnet> subnets(
      Map<String, List<Subnet>> ofVnets, GuestNic nic, IpAddress address) {
    return ofVnets.getOrDefault(nic.bridge(), List.of()).stream()
        .filter(it -> it.isV4() == address.isV4())
        .toList();
  }

  private static Map<String, List<Subnet>> ofVnets(ResolvedPlan plan) {
    return plan.sdn().subnets().stream()
        .collect(Collectors.groupingBy(
            SdnSubnet::vnet, Collectors.mapping(SdnSubnet::subnet, Collectors.toList())));
  }
}
