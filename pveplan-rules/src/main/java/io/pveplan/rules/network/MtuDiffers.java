package io.pveplan.rules.network;

import io.pveplan.model.Origin;
import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.hardware.Node;
import io.pveplan.model.network.Bridge;
import io.pveplan.model.network.InterfaceAddress;
import io.pveplan.model.network.Mtu;
import io.pveplan.model.network.Network;
import io.pveplan.model.network.NodeInterface;
import io.pveplan.model.network.OvsIntPort;
import io.pveplan.model.storage.StorageServer;
import io.pveplan.rules.Findings;
import io.pveplan.rules.Rule;
import io.pveplan.rules.RuleInfo;
import io.pveplan.rules.Severity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Reports a network in which interfaces of nodes, storage servers, or what the network itself asks
 * for, have different MTUs. Bridges without uplink are networks of their own and left out.
 *
 * <p>The MTU of a storage server is missed where the nodes do not have the usual 1500.
 */
@RuleInfo(
    id = "NET-030",
    severity = Severity.WARNING,
    summary = "The MTUs in one network differ",
    why = """
        Small packets pass, large ones are lost without a word: logins and pings work, while \
        storage, migration and Ceph stall.""",
    remedy = "Give all interfaces of the network, and the servers on it, one MTU.",
    sources = {"cv4pve-diag: WN0009", "pve-docs: pveceph.adoc, Network Changes"},
    since = "0.1")
final class MtuDiffers implements Rule {

  private static final int USUAL = 1500;

  private record Member(int mtu, String name, Optional<Origin> declaredAt) {}

  @Override
  public void check(ResolvedPlan plan, Findings findings) {
    Map<String, List<Member>> members = new LinkedHashMap<>();
    for (Node node : plan.nodes()) {
      Set<String> addressed = new LinkedHashSet<>();
      List<NodeInterface> all = plan.topology().interfaces(node.name()).stream()
          .filter(
              each -> !plan.topology().physicalNics(node.name(), each.name()).isEmpty())
          .toList();
      for (NodeInterface each : all) {
        each.addresses().stream()
            .map(InterfaceAddress::network)
            .flatMap(Optional::stream)
            .distinct()
            .forEach(network -> {
              addressed.add(network);
              add(members, network, node, each, all);
            });
      }
      for (NodeInterface each : all) {
        if (each instanceof Bridge bridge) {
          bridge.networks().stream()
              .filter(network -> !addressed.contains(network))
              .forEach(network -> add(members, network, node, each, all));
        }
      }
    }
    for (Network network : plan.networks()) {
      check(network, members.getOrDefault(network.name(), List.of()), plan, findings);
    }
  }

  private static void add(
      Map<String, List<Member>> members,
      String network,
      Node node,
      NodeInterface each,
      List<NodeInterface> all) {
    members
        .computeIfAbsent(network, key -> new ArrayList<>())
        .add(new Member(
            each.mtu().map(Mtu::value).orElse(USUAL),
            node.name() + " (" + each.name() + largerPort(each, all) + ")",
            each.declaredAt()));
  }

  // An internal port makes the bridge of Open vSwitch it is on as large as itself.
  private static String largerPort(NodeInterface each, List<NodeInterface> all) {
    if (!(each instanceof Bridge bridge) || each.mtu().isEmpty()) {
      return "";
    }
    return all.stream()
        .filter(it -> it instanceof OvsIntPort port && port.bridge().equals(bridge.name()))
        .filter(it -> it.mtu().equals(each.mtu()))
        .findFirst()
        .map(port -> ", as large as its port " + port.name())
        .orElse("");
  }

  private static void check(
      Network network, List<Member> interfaces, ResolvedPlan plan, Findings findings) {
    if (interfaces.isEmpty()) {
      return;
    }
    findings.looksAt(network.path());
    List<Member> all = new ArrayList<>(interfaces);
    network
        .mtu()
        .ifPresent(mtu ->
            all.add(new Member(mtu.value(), "what the network asks for", network.declaredAt())));
    boolean usual = interfaces.stream().allMatch(each -> each.mtu() == USUAL);
    for (StorageServer server : beside(network, plan)) {
      if (server.mtu().isPresent()) {
        all.add(
            new Member(server.mtu().get().value(), "server " + server.name(), server.declaredAt()));
      } else if (!usual) {
        findings.undecided(network.path(), "MTU of storage server " + server.name());
      }
    }
    SortedMap<Integer, List<String>> byMtu = new TreeMap<>();
    all.forEach(
        each -> byMtu.computeIfAbsent(each.mtu(), key -> new ArrayList<>()).add(each.name()));
    if (byMtu.size() > 1) {
      report(network, all, byMtu, findings);
    }
  }

  private static List<StorageServer> beside(Network network, ResolvedPlan plan) {
    return network.subnet().stream()
        .flatMap(subnet -> plan.plan().storageServers().stream()
            .filter(server -> server.addresses().stream().anyMatch(subnet::contains)))
        .toList();
  }

  private static void report(
      Network network,
      List<Member> all,
      SortedMap<Integer, List<String>> byMtu,
      Findings findings) {
    List<String> texts = new ArrayList<>();
    byMtu.forEach((mtu, names) -> texts.add(mtu + " for " + String.join(", ", names)));
    findings
        .on(network.path())
        .says(
            "network %s%s has different MTUs: %s",
            network.name(),
            network.declaredAt().map(line -> " (" + line + ")").orElse(""),
            String.join("; ", texts))
        .because("membersByMtu", byMtu)
        .declaredAt(odd(network, all, byMtu).or(network::declaredAt));
  }

  // The first that has not what the network asks for, else not what most have.
  private static Optional<Origin> odd(
      Network network, List<Member> all, SortedMap<Integer, List<String>> byMtu) {
    int usual = network
        .mtu()
        .map(Mtu::value)
        .orElseGet(() -> byMtu.entrySet().stream()
            .max(Comparator.comparingInt(each -> each.getValue().size()))
            .orElseThrow()
            .getKey());
    return all.stream().filter(each -> each.mtu() != usual).findFirst().flatMap(Member::declaredAt);
  }
}
