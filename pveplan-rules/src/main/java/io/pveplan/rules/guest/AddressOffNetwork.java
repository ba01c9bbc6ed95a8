package io.pveplan.rules.guest;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.guest.CloudInit;
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
 * Reports a static address of a guest in no subnet of the VNet that its card is on, and a gateway
 * that is not in the subnet of the address. A clone is looked at with what it takes over of its
 * template.
 *
 * <p>NET-019 tells addresses that are given out twice, NET-043 those in a DHCP range. A bridge has no
 * subnet of its own; there the gateway alone is looked at, and without one the address is undecided
 * unless it belongs to a network of the plan.
 */
@RuleInfo(
    id = "CI-006",
    severity = Severity.WARNING,
    summary = "A static address does not fit the network of its card",
    why = """
        cloud-init sets what it is told. An address of another subnet reaches nobody, and a \
        gateway outside of the subnet can not be reached, so that the route is not set.""",
    remedy = "Take address and gateway from the subnet that the card is in.",
    sources = {
      "linux: net/ipv4/fib_semantics.c, fib_check_nh_v4_gw",
      "pve-network: src/PVE/Network/SDN/SubnetPlugin.pm"
    },
    since = "0.1")
final class AddressOffNetwork implements Rule {

  @Override
  public void check(ResolvedPlan plan, Findings findings) {
    Map<String, List<Subnet>> ofVnets = ofVnets(plan);
    for (Vm vm : plan.vms()) {
      Map<Integer, List<String>> faults = new LinkedHashMap<>();
      for (IpConfig config : plan.placement().ipConfigs(vm)) {
        if (config.address().isPresent()) {
          findings.looksAt(vm.path().child("net" + config.nic()));
          check(ofVnets, vm, config, faults, findings);
        }
      }
      faults.forEach((nic, said) -> findings
          .on(vm.path().child("net" + nic))
          .says("net%s of %s: %s", nic, vm.name(), String.join("; ", said))
          .declaredAt(vm.cloudInit().flatMap(CloudInit::declaredAt).or(vm::declaredAt)));
    }
  }

  private static void check(
      Map<String, List<Subnet>> ofVnets,
      Vm vm,
      IpConfig config,
      Map<Integer, List<String>> faults,
      Findings findings) {
    InterfaceAddress assigned = config.address().get();
    HostAddress address = assigned.address();
    GuestNic nic = vm.nics().get(config.nic());
    List<Subnet> subnets = subnets(ofVnets, nic, address.address());
    if (!subnets.isEmpty() && subnets.stream().noneMatch(it -> it.contains(address.address()))) {
      faults
          .computeIfAbsent(config.nic(), key -> new ArrayList<>())
          .add("%s is in no subnet of VNet %s: %s".formatted(address, nic.bridge(), subnets));
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
          vm.path().child("net" + config.nic()), "network of " + address + " of " + vm.name());
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
