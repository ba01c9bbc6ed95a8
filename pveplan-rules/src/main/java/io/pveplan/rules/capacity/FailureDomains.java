package io.pveplan.rules.capacity;

import io.pveplan.model.Origin;
import io.pveplan.model.PlanPath;
import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.hardware.Circuit;
import io.pveplan.model.hardware.Hardware;
import io.pveplan.model.hardware.Node;
import io.pveplan.model.hardware.PowerFeeds;
import io.pveplan.rules.Findings;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The failure domains of one kind, and what the plan leaves open about them. */
final class FailureDomains {

  private final String kind;
  private final String word;
  private final Map<String, Optional<Origin>> names = new LinkedHashMap<>();
  private final Map<String, List<String>> nodes = new HashMap<>();
  private final Map<String, List<String>> perhaps = new HashMap<>();
  private final List<String> anywhere = new ArrayList<>();
  private final Map<String, String> missingFacts = new HashMap<>();

  private FailureDomains(String kind, String word) {
    this.kind = kind;
    this.word = word;
  }

  static FailureDomains racks(ResolvedPlan plan) {
    FailureDomains racks = new FailureDomains("rack", "rack");
    for (Node node : plan.nodes()) {
      Optional<String> rack = node.hardware().flatMap(Hardware::rack);
      if (rack.isPresent()) {
        racks.names.putIfAbsent(rack.get(), node.hardware().flatMap(Hardware::declaredAt));
        racks.add(racks.nodes, rack.get(), node);
      } else {
        racks.open(node, "rack of " + node.name());
      }
    }
    return racks;
  }

  static FailureDomains circuits(ResolvedPlan plan) {
    FailureDomains circuits = new FailureDomains("circuit", "power circuit");
    for (Circuit circuit : plan.plan().circuits()) {
      circuits.names.put(circuit.name(), circuit.declaredAt());
    }
    for (Node node : plan.nodes()) {
      PowerFeeds feeds = plan.powerFeeds(node);
      feeds.onlyCircuit().ifPresent(circuit -> circuits.add(circuits.nodes, circuit, node));
      if (!feeds.known() && feeds.circuits().isEmpty()) {
        circuits.open(node, missingFact(node, feeds));
      } else if (!feeds.known() && feeds.circuits().size() == 1) {
        circuits.missingFacts.put(node.name(), missingFact(node, feeds));
        circuits.add(circuits.perhaps, feeds.circuits().first(), node);
      }
    }
    return circuits;
  }

  static FailureDomains upses(ResolvedPlan plan) {
    FailureDomains upses = new FailureDomains("ups", "UPS");
    for (Circuit circuit : plan.plan().circuits()) {
      circuit.ups().ifPresent(ups -> upses.names.putIfAbsent(ups, circuit.declaredAt()));
    }
    for (Node node : plan.nodes()) {
      PowerFeeds feeds = plan.powerFeeds(node);
      feeds.onlyUps().ifPresent(ups -> upses.add(upses.nodes, ups, node));
      if (feeds.known() || feeds.besidesUps()) {
        continue;
      }
      if (feeds.upses().isEmpty()) {
        upses.open(node, missingFact(node, feeds));
      } else if (feeds.upses().size() == 1) {
        upses.missingFacts.put(node.name(), missingFact(node, feeds));
        upses.add(upses.perhaps, feeds.upses().first(), node);
      }
    }
    return upses;
  }

  private static String missingFact(Node node, PowerFeeds feeds) {
    String supplies = "power supplies of " + node.name();
    return feeds.supplies() == 0 ? supplies : "circuits of the " + supplies;
  }

  private void add(Map<String, List<String>> members, String name, Node node) {
    members.computeIfAbsent(name, key -> new ArrayList<>()).add(node.name());
  }

  private void open(Node node, String missingFact) {
    anywhere.add(node.name());
    missingFacts.put(node.name(), missingFact);
  }

  /** All that the plan names. */
  List<FailureDomain> all() {
    List<FailureDomain> all = new ArrayList<>();
    names.forEach((name, line) -> all.add(new FailureDomain(
        PlanPath.of(kind, name),
        "the failure of " + word + " " + name,
        nodes.getOrDefault(name, List.of()),
        perhaps.getOrDefault(name, List.of()),
        line)));
    return all;
  }

  /** Names of the nodes that may be in any of them, named or not. */
  List<String> anywhere() {
    return anywhere;
  }

  /** Says what is missing about nodes. */
  void ask(List<String> about, Findings findings) {
    about.forEach(node -> findings.undecided(PlanPath.of("node", node), missingFacts.get(node)));
  }
}
