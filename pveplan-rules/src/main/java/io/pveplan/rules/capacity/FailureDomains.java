package io.pveplan.rules.capacity;

import io.pveplan.model.Origin;
import io.pveplan.model.PlanPath;
import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.hardware.Circuit;
import io.pveplan.model.hardware.PowerFeeds;
import io.pveplan.model.hardware.Rack;
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
  private final Map<String, List<Voter>> nodes = new HashMap<>();
  private final Map<String, List<Voter>> perhaps = new HashMap<>();
  private final List<Voter> anywhere = new ArrayList<>();
  private final Map<Voter, String> missingFacts = new HashMap<>();

  private FailureDomains(String kind, String word) {
    this.kind = kind;
    this.word = word;
  }

  static FailureDomains racks(ResolvedPlan plan) {
    FailureDomains racks = new FailureDomains("rack", "rack");
    for (Voter voter : Voter.all(plan)) {
      if (voter.rack().isPresent()) {
        racks.names.putIfAbsent(voter.rack().get(), voter.declaredAt());
        racks.add(racks.nodes, voter.rack().get(), voter);
      } else {
        racks.open(voter, voter.missingRack());
      }
    }
    return racks;
  }

  // A plan with one room says that all is in it, and not that it should be elsewhere.
  static FailureDomains rooms(ResolvedPlan plan) {
    FailureDomains rooms = new FailureDomains("room", "room");
    Map<String, String> byRack = new HashMap<>();
    for (Rack rack : plan.plan().racks()) {
      rack.room().ifPresent(room -> byRack.put(rack.name(), room));
      rack.room().ifPresent(room -> rooms.names.putIfAbsent(room, rack.declaredAt()));
    }
    if (rooms.names.size() < 2) {
      return new FailureDomains("room", "room");
    }
    for (Voter voter : Voter.all(plan)) {
      Optional<String> room = voter.rack().map(byRack::get);
      if (room.isPresent()) {
        rooms.add(rooms.nodes, room.get(), voter);
      } else {
        rooms.open(
            voter, voter.rack().map(rack -> "room of rack " + rack).orElse(voter.missingRack()));
      }
    }
    return rooms;
  }

  static FailureDomains circuits(ResolvedPlan plan) {
    FailureDomains circuits = new FailureDomains("circuit", "power circuit");
    for (Circuit circuit : plan.plan().circuits()) {
      circuits.names.put(circuit.name(), circuit.declaredAt());
    }
    for (Voter voter : Voter.all(plan)) {
      PowerFeeds feeds = voter.feeds();
      feeds.onlyCircuit().ifPresent(circuit -> circuits.add(circuits.nodes, circuit, voter));
      if (!feeds.known() && feeds.circuits().isEmpty()) {
        circuits.open(voter, voter.missingFeeds());
      } else if (!feeds.known() && feeds.circuits().size() == 1) {
        circuits.missingFacts.put(voter, voter.missingFeeds());
        circuits.add(circuits.perhaps, feeds.circuits().first(), voter);
      }
    }
    return circuits;
  }

  static FailureDomains upses(ResolvedPlan plan) {
    FailureDomains upses = new FailureDomains("ups", "UPS");
    for (Circuit circuit : plan.plan().circuits()) {
      circuit.ups().ifPresent(ups -> upses.names.putIfAbsent(ups, circuit.declaredAt()));
    }
    for (Voter voter : Voter.all(plan)) {
      PowerFeeds feeds = voter.feeds();
      feeds.onlyUps().ifPresent(ups -> upses.add(upses.nodes, ups, voter));
      if (feeds.known() || feeds.besidesUps()) {
        continue;
      }
      if (feeds.upses().isEmpty()) {
        upses.open(voter, voter.missingFeeds());
      } else if (feeds.upses().size() == 1) {
        upses.missingFacts.put(voter, voter.missingFeeds());
        upses.add(upses.perhaps, feeds.upses().first(), voter);
      }
    }
    return upses;
  }

  private void add(Map<String, List<Voter>> members, String name, Voter voter) {
    members.computeIfAbsent(name, key -> new ArrayList<>()).add(voter);
  }

  private void open(Voter voter, String missingFact) {
    anywhere.add(voter);
    missingFacts.put(voter, missingFact);
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

  /** Those that may be in any of them, named or not. */
  List<Voter> anywhere() {
    return anywhere;
  }

  /** Says what is missing about some of them. */
  void ask(List<Voter> about, Findings findings) {
    about.forEach(voter -> findings.undecided(voter.path(), missingFacts.get(voter)));
  }
}
