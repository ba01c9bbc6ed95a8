package io.pveplan.render.automation;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.hardware.Node;
import io.pveplan.model.network.Bond;
import io.pveplan.model.network.Bridge;
import io.pveplan.model.network.HashPolicy;
import io.pveplan.model.network.Mtu;
import io.pveplan.model.network.NodeInterface;
import io.pveplan.model.network.Vlan;
import io.pveplan.model.network.VlanRange;
import io.pveplan.render.Step;
import io.pveplan.render.TerraformShare;
import io.pveplan.render.text.HclBlock;
import io.pveplan.render.text.HclReference;
import io.pveplan.render.text.HclValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The interfaces of nodes that Terraform makes, each after those it lies on. */
final class BpgNetwork {

  private final ResolvedPlan plan;
  private final BpgTypes types;
  private final TerraformShare share;

  BpgNetwork(ResolvedPlan plan, BpgTypes types, TerraformShare share) {
    this.plan = plan;
    this.types = types;
    this.share = share;
  }

  List<BpgResource> resources() {
    List<BpgResource> all = new ArrayList<>();
    for (Node node : plan.nodes()) {
      Map<String, BpgResource> ofNode = new LinkedHashMap<>();
      for (NodeInterface each : node.interfaces()) {
        if (share.takes(node.path().child(each.name()))) {
          ofNode.put(
              each.name(),
              BpgResource.of(
                  "network",
                  Step.NETWORK,
                  node.path().child(each.name()),
                  block(node, each),
                  node.name() + ":" + each.name()));
        }
      }
      ofNode.forEach((name, resource) -> all.add(after(node, name, resource, ofNode)));
    }
    return all;
  }

  private BpgResource after(
      Node node, String name, BpgResource resource, Map<String, BpgResource> ofNode) {
    List<HclReference> below = node.interfaces().stream()
        .filter(each -> each.name().equals(name))
        .flatMap(each -> lower(each).stream())
        .filter(ofNode::containsKey)
        .map(lower -> ofNode.get(lower).reference())
        .toList();
    return below.isEmpty()
        ? resource
        : resource.with(resource.block().blank().set("depends_on", HclValue.list(below)));
  }

  private static List<String> lower(NodeInterface each) {
    if (each instanceof Bridge bridge) {
      return bridge.ports();
    }
    if (each instanceof Bond bond) {
      return bond.slaves();
    }
    return each instanceof Vlan vlan ? List.of(vlan.parent()) : List.of();
  }

  private HclBlock block(Node node, NodeInterface each) {
    if (each instanceof Bridge bridge) {
      return bridge(named(types.of("network_linux_bridge"), node, each), bridge);
    }
    if (each instanceof Bond bond) {
      HclBlock block = named(BpgTypes.onlyShort("network_linux_bond"), node, each)
          .set("slaves", HclValue.texts(bond.slaves()))
          .set("bond_mode", bond.mode().text())
          .set("bond_primary", bond.primary())
          .set("bond_xmit_hash_policy", bond.hashPolicy().map(HashPolicy::text));
      return common(block, each);
    }
    Vlan vlan = (Vlan) each;
    HclBlock block = named(types.of("network_linux_vlan"), node, each);
    return common(
        vlan.dotted()
            ? block
            : block.set("interface", vlan.parent()).set("vlan", vlan.tag().value()),
        each);
  }

  private static HclBlock bridge(HclBlock head, Bridge bridge) {
    HclBlock block =
        head.set("ports", HclValue.texts(bridge.ports())).set("vlan_aware", bridge.vlanAware());
    if (bridge.vlanAware() && !bridge.vids().isEmpty()) {
      block = block.set(
          "vids", bridge.vids().stream().map(VlanRange::toString).collect(Collectors.joining(" ")));
    }
    return common(block, bridge);
  }

  private static HclBlock named(String type, Node node, NodeInterface each) {
    return HclBlock.of(
            "resource", type, Identifiers.of(node.name()) + "_" + Identifiers.of(each.name()))
        .set("node_name", node.name())
        .set("name", each.name());
  }

  private static HclBlock common(HclBlock head, NodeInterface each) {
    HclBlock block = head.set("comment", each.comment());
    return each.mtu().isPresent()
        ? block.set("mtu", each.mtu().map(Mtu::value).orElseThrow())
        : block;
  }
}
