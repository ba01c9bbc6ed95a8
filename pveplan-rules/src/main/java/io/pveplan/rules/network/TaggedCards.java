package io.pveplan.rules.network;

import io.pveplan.model.PlanPath;
import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.guest.Guest;
import io.pveplan.model.guest.GuestNic;
import io.pveplan.model.hardware.Node;
import io.pveplan.model.network.Bridge;
import io.pveplan.model.network.VlanRange;
import io.pveplan.model.network.VlanTag;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Consumer;

/** The network cards of guests that have a VLAN tag on a bridge of the nodes. */
final class TaggedCards {

  /** Takes a network card and the nodes where it is at fault. */
  interface Report {
    void accept(GuestNic nic, PlanPath subject, List<String> nodes);
  }

  // A network card without what differs from guest to guest: most guests share a few of these.
  private record Attachment(String bridge, VlanTag tag) {}

  // A bridge without what differs from node to node: most nodes share a few of these.
  private record Kind(
      boolean openVswitch, boolean vlanAware, List<VlanRange> vids, List<String> ports) {

    static Kind of(Bridge bridge) {
      return new Kind(bridge.openVswitch(), bridge.vlanAware(), bridge.vids(), bridge.ports());
    }
  }

  private record KindOfBridge(Bridge first, Set<String> nodes) {}

  private final ResolvedPlan plan;
  private final BiPredicate<Bridge, VlanTag> faulty;
  private final Map<String, Map<Kind, KindOfBridge>> bridges = new HashMap<>();
  private final Map<Attachment, Set<String>> nodesByAttachment = new HashMap<>();

  private TaggedCards(ResolvedPlan plan, BiPredicate<Bridge, VlanTag> faulty) {
    this.plan = plan;
    this.faulty = faulty;
    for (Node node : plan.nodes()) {
      node.interfaces().stream()
          .filter(Bridge.class::isInstance)
          .map(Bridge.class::cast)
          .forEach(bridge -> bridges
              .computeIfAbsent(bridge.name(), key -> new HashMap<>())
              .computeIfAbsent(Kind.of(bridge), key -> new KindOfBridge(bridge, new HashSet<>()))
              .nodes()
              .add(node.name()));
    }
  }

  /**
   * The cards of a plan.
   *
   * @param faulty whether a tag is at fault on a bridge: by its name, kind, VLANs and ports, nothing else
   */
  static TaggedCards of(ResolvedPlan plan, BiPredicate<Bridge, VlanTag> faulty) {
    return new TaggedCards(plan, faulty);
  }

  /** Goes through the cards: each is looked at, and reported where the guest may run at fault. */
  void forEach(Consumer<PlanPath> looksAt, Report report) {
    for (Guest guest : plan.guests()) {
      for (int number = 0; number < guest.nics().size(); number++) {
        GuestNic nic = guest.nics().get(number);
        if (nic.tag().isEmpty() || !bridges.containsKey(nic.bridge())) {
          continue;
        }
        PlanPath subject = guest.path().child("net" + number);
        looksAt.accept(subject);
        List<String> nodes = faultyNodes(guest, nic);
        if (!nodes.isEmpty()) {
          report.accept(nic, subject, nodes);
        }
      }
    }
  }

  private List<String> faultyNodes(Guest guest, GuestNic nic) {
    Set<String> nodes = nodesByAttachment.computeIfAbsent(
        new Attachment(nic.bridge(), nic.tag().orElseThrow()), this::faultyNodes);
    return nodes.isEmpty()
        ? List.of()
        : plan.placement().eligibleNodes(guest).stream().filter(nodes::contains).toList();
  }

  private Set<String> faultyNodes(Attachment attachment) {
    Set<String> nodes = new HashSet<>();
    for (KindOfBridge each : bridges.get(attachment.bridge()).values()) {
      if (faulty.test(each.first(), attachment.tag())) {
        nodes.addAll(each.nodes());
      }
    }
    return nodes;
  }

  /** {@code node pve1}, {@code nodes pve1, pve2}. */
  static String text(List<String> nodes) {
    return (nodes.size() == 1 ? "node " : "nodes ") + String.join(", ", nodes);
  }
}
