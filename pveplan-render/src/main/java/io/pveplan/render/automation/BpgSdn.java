package io.pveplan.render.automation;

import io.pveplan.model.PlanPath;
import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.network.AddressRange;
import io.pveplan.model.network.HostAddress;
import io.pveplan.model.network.IpAddress;
import io.pveplan.model.sdn.EvpnController;
import io.pveplan.model.sdn.EvpnZone;
import io.pveplan.model.sdn.QinqZone;
import io.pveplan.model.sdn.SdnSubnet;
import io.pveplan.model.sdn.VlanZone;
import io.pveplan.model.sdn.Vnet;
import io.pveplan.model.sdn.VxlanZone;
import io.pveplan.model.sdn.Zone;
import io.pveplan.render.Step;
import io.pveplan.render.TerraformShare;
import io.pveplan.render.text.HclBlock;
import io.pveplan.render.text.HclReference;
import io.pveplan.render.text.HclValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The SDN that Terraform makes. Nothing of it lives before it is applied: one resource does that
 * after every change, and another, on which all depend, when everything is gone.
 */
final class BpgSdn {

  private static final String TOPIC = "sdn";

  private final ResolvedPlan plan;
  private final BpgTypes types;
  private final TerraformShare share;
  private final List<BpgResource> network;
  private final List<BpgResource> all = new ArrayList<>();

  /** With the interfaces that the same module makes: zones lie on bridges. */
  BpgSdn(ResolvedPlan plan, BpgTypes types, TerraformShare share, List<BpgResource> network) {
    this.plan = plan;
    this.types = types;
    this.share = share;
    this.network = network;
  }

  List<BpgResource> resources() {
    plan.sdn().controllers().forEach(it -> add(it.path(), controller(it), it.id()));
    plan.sdn().zones().forEach(it -> add(it.path(), zone(it), it.id()));
    plan.sdn().vnets().forEach(it -> add(it.path(), vnet(it), it.id()));
    plan.sdn().subnets().forEach(it -> add(it.path(), subnet(it), importId(it)));
    if (all.isEmpty()) {
      return List.of();
    }
    HclValue made = HclValue.list(all.stream().map(BpgResource::reference).toList());
    all.add(new BpgResource(
        TOPIC,
        Step.SDN,
        List.of(PlanPath.of("sdn", "apply")),
        applier("changes")
            .block(HclBlock.of("lifecycle").set("replace_triggered_by", made))
            .blank()
            .set("depends_on", made),
        Optional.empty()));
    all.add(new BpgResource(TOPIC, Step.SDN, List.of(), applier("finalizer"), Optional.empty()));
    return all;
  }

  private HclBlock applier(String label) {
    return HclBlock.of("resource", types.of("sdn_applier"), label);
  }

  private void add(PlanPath at, HclBlock block, String importId) {
    if (share.takes(at)) {
      all.add(BpgResource.of(TOPIC, Step.SDN, at, block, importId));
    }
  }

  private HclBlock controller(EvpnController controller) {
    return HclBlock.of(
            "resource", BpgTypes.onlyShort("sdn_controller_evpn"), Identifiers.of(controller.id()))
        .set("id", controller.id())
        .set("asn", controller.asn())
        .set("peers", peers(controller.network()))
        .blank()
        .set("depends_on", HclValue.list(finalizer()));
  }

  private HclBlock zone(Zone zone) {
    HclBlock block = HclBlock.of(
            "resource", types.of("sdn_zone_" + zone.type()), Identifiers.of(zone.id()))
        .set("id", zone.id());
    List<HclReference> after = new ArrayList<>(List.of(finalizer()));
    if (zone instanceof VlanZone vlan) {
      block = block.set("bridge", vlan.bridge());
      after.addAll(bridges(vlan.bridge()));
    } else if (zone instanceof QinqZone qinq) {
      block = block.set("bridge", qinq.bridge()).set("service_vlan", qinq.tag().value());
      after.addAll(bridges(qinq.bridge()));
    } else if (zone instanceof VxlanZone vxlan) {
      block = block.set("peers", peers(vxlan.network()));
    } else if (zone instanceof EvpnZone evpn) {
      block = evpn(block, evpn);
    }
    if (zone.dhcp()) {
      block = block.set("dhcp", "dnsmasq");
    }
    block = block.set("ipam", zone.ipam());
    if (zone.mtu().isPresent()) {
      block = block.set("mtu", zone.mtu().getAsInt());
    }
    if (!zone.nodes().isEmpty()) {
      block = block.set("nodes", HclValue.texts(List.copyOf(zone.nodes())));
    }
    return block.blank().set("depends_on", HclValue.list(after));
  }

  private static HclBlock evpn(HclBlock head, EvpnZone zone) {
    HclReference controller = HclValue.reference(
        BpgTypes.onlyShort("sdn_controller_evpn"), Identifiers.of(zone.controller()));
    HclBlock block =
        head.set("controller", controller.attribute("id")).set("vrf_vxlan", zone.vrfVxlan());
    if (!zone.exitNodes().isEmpty()) {
      block = block.set("exit_nodes", HclValue.texts(List.copyOf(zone.exitNodes())));
    }
    return block.set("primary_exit_node", zone.primaryExitNode());
  }

  private HclBlock vnet(Vnet vnet) {
    HclBlock block = HclBlock.of("resource", types.of("sdn_vnet"), Identifiers.of(vnet.id()))
        .set("id", vnet.id())
        .set("zone", zoneOf(vnet));
    if (vnet.tag().isPresent()) {
      block = block.set("tag", vnet.tag().getAsInt());
    }
    block = block.set("alias", vnet.alias());
    return vnet.vlanAware() ? block.set("vlan_aware", true) : block;
  }

  private HclValue zoneOf(Vnet vnet) {
    return plan.zone(vnet.zone())
        .<HclValue>map(zone -> HclValue.reference(
                types.of("sdn_zone_" + zone.type()), Identifiers.of(zone.id()))
            .attribute("id"))
        .orElseGet(() -> HclValue.text(vnet.zone()));
  }

  private HclBlock subnet(SdnSubnet subnet) {
    HclBlock block = HclBlock.of(
            "resource",
            types.of("sdn_subnet"),
            Identifiers.of(subnet.vnet()) + "_" + dashes(subnet))
        .set(
            "vnet",
            HclValue.reference(types.of("sdn_vnet"), Identifiers.of(subnet.vnet()))
                .attribute("id"))
        .set("cidr", subnet.subnet().toString())
        .set("gateway", subnet.gateway().map(IpAddress::toString));
    if (subnet.snat()) {
      block = block.set("snat", true);
    }
    if (subnet.dhcpRanges().isEmpty()) {
      return block;
    }
    AddressRange range = subnet.dhcpRanges().get(0);
    return block.set(
        "dhcp_range",
        HclValue.object()
            .with("start_address", range.start().toString())
            .with("end_address", range.end().toString()));
  }

  private static String dashes(SdnSubnet subnet) {
    return subnet.subnet().toString().replaceAll("[./:]", "-");
  }

  // As the product names a subnet: zone, network and prefix length.
  private String importId(SdnSubnet subnet) {
    String zone = plan.vnet(subnet.vnet()).map(Vnet::zone).orElse("");
    return subnet.vnet() + "/" + zone + "-" + subnet.subnet().toString().replace('/', '-');
  }

  private HclValue peers(String network) {
    return HclValue.texts(plan.nodes().stream()
        .flatMap(node -> plan.topology().address(node.name(), network).stream())
        .map(HostAddress::address)
        .map(IpAddress::toString)
        .toList());
  }

  private List<HclReference> bridges(String name) {
    return network.stream()
        .filter(it -> it.importId().filter(id -> id.endsWith(":" + name)).isPresent())
        .map(BpgResource::reference)
        .toList();
  }

  private HclReference finalizer() {
    return HclValue.reference(types.of("sdn_applier"), "finalizer");
  }
}
