package io.pveplan.render.network;

import io.pveplan.model.NameFormat;
import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.hardware.Node;
import io.pveplan.model.network.Bridge;
import io.pveplan.model.network.InterfaceAddress;
import io.pveplan.model.network.NodeInterface;
import io.pveplan.render.Gap;
import io.pveplan.render.Procedure;
import io.pveplan.render.Step;
import io.pveplan.render.TerraformShare;
import io.pveplan.render.text.InterfacesFile;
import io.pveplan.render.text.Stanza;
import io.pveplan.render.text.Stanza.Family;
import io.pveplan.render.text.Stanza.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The stanzas of one node.
 *
 * <p>Proxmox VE reads one address of each family from an interface and drops further {@code address}
 * lines when it writes the file. A further address therefore is an alias, {@code vmbr0:1}, which
 * ifupdown2 puts on {@code vmbr0} and Proxmox VE keeps.
 */
final class NodeStanzas {

  private final Node node;
  private final Gateways gateways;
  private final OpenVswitch ovs;
  private final StanzaOrder order;
  private final List<Gap> gaps = new ArrayList<>();

  private NodeStanzas(ResolvedPlan plan, Node node) {
    this.node = node;
    this.gateways = Gateways.of(plan, node);
    this.ovs = OpenVswitch.of(node);
    this.order = new StanzaOrder(node.interfaces());
    gaps.addAll(gateways.gaps());
    order.add("lo", List.of(Stanza.of("lo", Family.INET, Method.LOOPBACK).auto()));
    TerraformShare share = TerraformShare.of(plan);
    node.interfaces().stream()
        .filter(each -> !share.takes(node.path().child(each.name())))
        .forEach(this::add);
  }

  static NodeStanzas of(ResolvedPlan plan, Node node) {
    return new NodeStanzas(plan, node);
  }

  /** Names of the interfaces of a node that Terraform makes later on. */
  static List<String> later(ResolvedPlan plan, Node node) {
    TerraformShare share = TerraformShare.of(plan);
    return node.interfaces().stream()
        .map(NodeInterface::name)
        .filter(name -> share.takes(node.path().child(name)))
        .toList();
  }

  /** A procedure that puts the file of a node in force, with what to heed about these. */
  static Procedure heeding(Procedure procedure, ResolvedPlan plan, Node node) {
    List<String> later = later(plan, node);
    return later.isEmpty()
        ? procedure
        : procedure.needs(procedure.needs().orElseThrow() + "; not again once Terraform has made "
            + String.join(", ", later) + ", which are not in the file");
  }

  InterfacesFile file() {
    return InterfacesFile.of(order.sorted()).source("/etc/network/interfaces.d/*");
  }

  List<Gap> gaps() {
    return gaps;
  }

  private void add(NodeInterface each) {
    List<InterfaceAddress> further = new ArrayList<>(each.addresses());
    Optional<InterfaceAddress> v4 = principal(each, Family.INET);
    Optional<InterfaceAddress> v6 = principal(each, Family.INET6);
    v4.ifPresent(further::remove);
    v6.ifPresent(further::remove);

    Stanza bare = v4.or(() -> v6)
        .map(address -> addressed(each, address))
        .orElseGet(() -> Stanza.of(each.name(), Family.INET, Method.MANUAL));
    Stanza first = InterfaceOptions.add(bare.auto(), each, ovs);
    Stanza commented = first;
    List<String> comment = each.comment().stream().flatMap(String::lines).toList();
    for (String line : comment) {
      commented = commented.comment(line);
    }
    boolean both = v4.isPresent() && v6.isPresent();
    order.add(
        each.name(), both ? List.of(commented, addressed(each, v6.get())) : List.of(commented));
    for (String line : comment) {
      if (!Stanza.commentText(line).equals(line)) {
        gap(
            each,
            "Its comment is written as \"" + Stanza.commentText(line)
                + "\": ifupdown2 would read a percent sign as a template and join lines at a"
                + " backslash, and superfluous blanks go.");
      }
    }
    addAliases(each, further);
    if (each instanceof Bridge bridge && !bridge.vlanAware() && !bridge.vids().isEmpty()) {
      gap(each, "Its VLAN tags are left out: the bridge is not VLAN-aware.");
    }
  }

  // The gateway must be reachable when the interface comes up, before any alias does.
  private Optional<InterfaceAddress> principal(NodeInterface each, Family family) {
    List<InterfaceAddress> candidates =
        each.addresses().stream().filter(address -> family(address) == family).toList();
    return candidates.stream()
        .filter(address -> gateways.with(each, address).isPresent())
        .findFirst()
        .or(() -> candidates.stream().findFirst());
  }

  private Stanza addressed(NodeInterface each, InterfaceAddress address) {
    return addressed(each.name(), address)
        .option("gateway", gateways.with(each, address).map(Object::toString));
  }

  private static Stanza addressed(String name, InterfaceAddress address) {
    return Stanza.of(name, family(address), Method.STATIC)
        .option("address", address.address().toString());
  }

  private void addAliases(NodeInterface each, List<InterfaceAddress> further) {
    int number = 1;
    for (InterfaceAddress address : further) {
      String alias = each.name() + ":" + number++;
      if (NameFormat.INTERFACE.matches(alias)) {
        order.add(alias, List.of(addressed(alias, address).auto()));
      } else {
        gap(
            each,
            "Address "
                + address.address()
                + " is left out: an interface has one of a family, further ones need an alias, and"
                + " Proxmox VE takes no interface name "
                + alias
                + ".");
      }
    }
  }

  private void gap(NodeInterface each, String sentence) {
    gaps.add(Gap.of(node.path().child(each.name()), Step.NETWORK, sentence));
  }

  private static Family family(InterfaceAddress address) {
    return address.address().address().isV4() ? Family.INET : Family.INET6;
  }
}
