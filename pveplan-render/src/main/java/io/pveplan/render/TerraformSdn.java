package io.pveplan.render;

import io.pveplan.model.PlanPath;
import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.sdn.EvpnController;
import io.pveplan.model.sdn.EvpnZone;
import io.pveplan.model.sdn.SdnSubnet;
import io.pveplan.model.sdn.SimpleZone;
import io.pveplan.model.sdn.Vnet;
import io.pveplan.model.sdn.VxlanZone;
import io.pveplan.model.sdn.Zone;
import java.util.Optional;

/** The SDN as far as bpg/proxmox has it: what lies on something it can not make is not made, either. */
final class TerraformSdn {

  private static final int LONGEST_ID = 8;
  private static final int LONGEST_ALIAS = 256;

  private final ResolvedPlan plan;
  private final TerraformShare share;

  TerraformSdn(ResolvedPlan plan, TerraformShare share) {
    this.plan = plan;
    this.share = share;
  }

  void add() {
    plan.sdn().controllers().forEach(it -> add(it.path(), refusal(it)));
    plan.sdn().zones().forEach(it -> add(it.path(), refusal(it)));
    plan.sdn().vnets().forEach(it -> add(it.path(), refusal(it)));
    plan.sdn().subnets().forEach(it -> add(it.path(), refusal(it)));
    if (plan.sdn().zones().stream().anyMatch(zone -> share.takes(zone.path()))) {
      share.take(PlanPath.of("sdn", "apply"), Step.SDN);
    }
  }

  private void add(PlanPath at, Optional<String> refusal) {
    refusal.ifPresentOrElse(
        reason -> share.refuse(at, Step.SDN, TerraformShare.CLUSTER, reason),
        () -> share.take(at, Step.SDN));
  }

  private Optional<String> refusal(EvpnController controller) {
    if (!share.version().atLeast(105)) {
      return Optional.of(share.since(105, "EVPN controllers"));
    }
    if (!controller.id().matches("[A-Za-z][A-Za-z0-9]+") || controller.id().length() > LONGEST_ID) {
      return Optional.of(
          "the provider takes IDs of 2 to " + LONGEST_ID + " letters and digits, a letter first");
    }
    return withoutPeers(controller.network());
  }

  private Optional<String> refusal(Zone zone) {
    if (zone.dhcp() && !(zone instanceof SimpleZone)) {
      return Optional.of("only simple zones have DHCP");
    }
    if (zone instanceof EvpnZone evpn) {
      return plan.sdn().controllers().stream()
          .filter(it -> it.id().equals(evpn.controller()) && !share.takes(it.path()))
          .findFirst()
          .map(it -> "its controller " + it.id() + " is not, either");
    }
    return zone instanceof VxlanZone vxlan ? withoutPeers(vxlan.network()) : Optional.empty();
  }

  private Optional<String> withoutPeers(String network) {
    return plan.nodes().stream()
            .anyMatch(node -> plan.topology().address(node.name(), network).isPresent())
        ? Optional.empty()
        : Optional.of("no node has an address in network " + network);
  }

  private Optional<String> refusal(Vnet vnet) {
    if (!plan.zone(vnet.zone()).map(it -> share.takes(it.path())).orElse(true)) {
      return Optional.of("its zone " + vnet.zone() + " is not, either");
    }
    return vnet.alias()
        .filter(alias -> alias.length() > LONGEST_ALIAS || !alias.matches("[()._a-zA-Z0-9\\s-]+"))
        .map(alias -> "the provider takes letters, digits, blanks and any of ()._- in an alias, "
            + LONGEST_ALIAS + " characters at most");
  }

  private Optional<String> refusal(SdnSubnet subnet) {
    if (!plan.vnet(subnet.vnet()).map(it -> share.takes(it.path())).orElse(true)) {
      return Optional.of("its VNet " + subnet.vnet() + " is not, either");
    }
    return subnet.dhcpRanges().size() > 1
        ? Optional.of("the provider takes one DHCP range for a subnet, and it has "
            + subnet.dhcpRanges().size())
        : Optional.empty();
  }
}
