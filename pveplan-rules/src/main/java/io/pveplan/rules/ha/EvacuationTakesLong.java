package io.pveplan.rules.ha;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.cluster.Datacenter;
import io.pveplan.model.guest.Guest;
import io.pveplan.model.guest.Vm;
import io.pveplan.model.hardware.HostMemory;
import io.pveplan.model.hardware.Node;
import io.pveplan.model.unit.DataRate;
import io.pveplan.rules.Findings;
import io.pveplan.rules.Rule;
import io.pveplan.rules.RuleInfo;
import io.pveplan.rules.RuleParameter;
import io.pveplan.rules.Severity;
import io.pveplan.rules.migration.MigrationLink;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Reports a node whose machines under HA take long to leave it over the migration network: all their
 * memory travels once at least. Containers are restarted elsewhere instead.
 */
@RuleInfo(
    id = "HA-025",
    severity = Severity.WARNING,
    summary = "Emptying a node of its machines takes long, or crowds a slow link",
    why = """
        Before maintenance HA moves all machines of a node, by default four at a time. They share the \
        link, and one that changes its memory faster than it is copied does not arrive.""",
    remedy = "Use a faster migration network, spread the machines, or move fewer at a time.",
    sources = {"pve-docs: ha-manager.adoc, Maximum Concurrent Worker Tasks", "derived"},
    since = "0.1")
final class EvacuationTakesLong implements Rule {

  static final RuleParameter<Duration> LONGEST_EVACUATION = RuleParameter.duration(
      "longestEvacuation",
      Duration.ofMinutes(30),
      "time that the memory of all machines under HA of a node may travel",
      "own judgement");

  static final RuleParameter<DataRate> SLOWEST_LINK = RuleParameter.of(
      "slowestLink",
      DataRate.gbit(10),
      "speed that a link needs for several machines at a time",
      "pve-docs: qm.adoc, Migration; own judgement",
      "a speed such as 10Gbit/s",
      DataRate::parse);

  private static final int USUAL_WORKERS = 4;

  @Override
  public void check(ResolvedPlan plan, Findings findings) {
    if (plan.nodes().size() < 2) {
      return;
    }
    int workers = plan.plan()
        .datacenter()
        .map(Datacenter::maxWorkers)
        .flatMap(it -> it.isPresent() ? Optional.of(it.getAsInt()) : Optional.empty())
        .orElse(USUAL_WORKERS);
    for (Node node : plan.nodes()) {
      List<Guest> machines = plan.placement().guestsOn(node.name()).stream()
          .filter(guest -> guest instanceof Vm && plan.placement().startedByHa(guest.vmid()))
          .toList();
      if (!machines.isEmpty()) {
        check(node, machines, workers, plan, findings);
      }
    }
  }

  private static void check(
      Node node, List<Guest> machines, int workers, ResolvedPlan plan, Findings findings) {
    findings.looksAt(node.path());
    Optional<DataRate> speed = MigrationLink.speed(plan, node.name());
    if (speed.isEmpty()) {
      findings.undecided(node.path(), "speed of the migration network of " + node.name());
      return;
    }
    int atOnce = Math.min(workers, machines.size());
    // A move is one connection, which gets one leg of a bond.
    double one = MigrationLink.speedOfOne(plan, node.name()).orElse(speed.get()).bitsPerSecond();
    double together = Math.min(speed.get().bitsPerSecond(), one * atOnce);
    double bits = 0;
    double largest = 0;
    for (Guest guest : machines) {
      double size = 8.0 * HostMemory.atMost(guest).bytes();
      bits += size;
      largest = Math.max(largest, size);
    }
    long seconds = (long) Math.ceil(Math.max(bits / together, largest / one));
    boolean crowded = atOnce > 1 && speed.get().compareTo(findings.parameter(SLOWEST_LINK)) < 0;
    if (crowded || seconds > findings.parameter(LONGEST_EVACUATION).toSeconds()) {
      findings
          .on(node.path())
          .says(
              "%d machines under HA leave %s over %s, up to %d at a time, which takes %d minutes"
                  + " or more",
              machines.size(), node.name(), speed.get(), atOnce, (seconds + 59) / 60)
          .because("machines", machines.stream().map(Guest::vmid).toList())
          .because("speed", speed.get().toString())
          .because("seconds", seconds)
          .because("atOnce", atOnce)
          .declaredAt(node.declaredAt());
    }
  }

  @Override
  public List<RuleParameter<?>> parameters() {
    return List.of(LONGEST_EVACUATION, SLOWEST_LINK);
  }
}
