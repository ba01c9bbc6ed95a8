package io.pveplan.rules.ha;

import io.pveplan.model.ProductVersion;
import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.guest.Guest;
import io.pveplan.model.guest.Vmid;
import io.pveplan.model.ha.Affinity;
import io.pveplan.model.ha.ResourceAffinity;
import io.pveplan.model.hardware.Hardware;
import io.pveplan.model.hardware.HostMemory;
import io.pveplan.model.hardware.Node;
import io.pveplan.model.unit.DataSize;
import io.pveplan.rules.Findings;
import io.pveplan.rules.Rule;
import io.pveplan.rules.RuleInfo;
import io.pveplan.rules.Severity;
import io.pveplan.rules.failure.internal.ha.PlannedRules;
import java.math.BigInteger;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Reports guests that are to be together and fit into no node that is left when theirs is lost, beside
 * the host and the guests that are there. Guests that several rules bind together are one group,
 * reported at the first of these rules; rules that the HA manager drops are not looked at.
 */
@RuleInfo(
    id = "HA-019",
    severity = Severity.WARNING,
    summary = "Guests that are to stay together fit together into no other node",
    why = """
        HA restarts all of them on one node, whether they fit or not. There they take the memory of \
        the other guests, until the kernel kills one.""",
    remedy = "Take guests out of the rule, make them smaller, or use larger nodes.",
    sources = {"pve-docs: ha-manager.adoc, Resource Affinity Rules", "derived"},
    since = "0.1")
final class GroupLargerThanNode implements Rule {

  @Override
  public void check(ResolvedPlan plan, Findings findings) {
    if (plan.release() == ProductVersion.PVE_8_4) {
      return;
    }
    PlannedRules rules = PlannedRules.of(plan);
    Set<Vmid> seen = new HashSet<>();
    for (ResourceAffinity rule : plan.ha().enabledResourceAffinities()) {
      if (rule.affinity() == Affinity.POSITIVE && !rules.drops(rule.name())) {
        List<Guest> members = together(rule, plan).stream()
            .filter(guest -> plan.placement().startedByHa(guest.vmid()))
            .toList();
        if (members.size() > 1 && seen.add(members.get(0).vmid())) {
          members.forEach(guest -> seen.add(guest.vmid()));
          check(rule, members, plan, findings);
        }
      }
    }
  }

  // Those of other rules too that name one of its guests.
  private static SortedSet<Guest> together(ResourceAffinity rule, ResolvedPlan plan) {
    PlannedRules rules = PlannedRules.of(plan);
    SortedSet<Guest> together = new TreeSet<>(Comparator.comparing(Guest::vmid));
    for (Vmid vmid : rule.resources()) {
      Guest guest = plan.guest(vmid).orElseThrow();
      together.add(guest);
      rules.effective().together(PlannedRules.sid(guest)).stream()
          .map(rules::guest)
          .forEach(together::add);
    }
    return together;
  }

  private static void check(
      ResourceAffinity rule, List<Guest> members, ResolvedPlan plan, Findings findings) {
    BigInteger wanted = members.stream()
        .map(guest -> BigInteger.valueOf(HostMemory.atMost(guest).bytes()))
        .reduce(BigInteger.ZERO, BigInteger::add);
    List<String> others = otherNodes(members, plan);
    if (others.isEmpty()) {
      return;
    }
    findings.looksAt(rule.path());
    Optional<String> unknown = Optional.empty();
    for (String name : others) {
      Optional<DataSize> installed =
          plan.node(name).flatMap(Node::hardware).flatMap(Hardware::memory);
      if (installed.isEmpty()) {
        unknown = unknown.or(() -> Optional.of(name));
      } else if (free(name, installed.get(), members, plan).compareTo(wanted) >= 0) {
        return;
      }
    }
    if (unknown.isPresent()) {
      findings.undecided(rule.path(), "memory of " + unknown.get());
      return;
    }
    findings
        .on(rule.path())
        .says(
            "%s are to be together and want %d MiB; of %s none has that free",
            String.join(", ", members.stream().map(Guest::name).toList()),
            wanted.shiftRight(20),
            String.join(", ", others))
        .because("memoryBytes", wanted)
        .because("nodes", others)
        .declaredAt(rule.declaredAt());
  }

  // Those that all of them may run on, but for the one that all of them are on.
  private static List<String> otherNodes(List<Guest> members, ResolvedPlan plan) {
    Set<String> nodes = new HashSet<>(plan.placement().eligibleNodes(members.get(0)));
    Set<String> homes = new HashSet<>();
    for (Guest guest : members) {
      nodes.retainAll(Set.copyOf(plan.placement().eligibleNodes(guest)));
      guest.node().ifPresent(homes::add);
    }
    if (homes.size() == 1) {
      nodes.removeAll(homes);
    }
    return plan.nodes().stream().map(Node::name).filter(nodes::contains).toList();
  }

  private static BigInteger free(
      String node, DataSize installed, List<Guest> members, ResolvedPlan plan) {
    BigInteger free = BigInteger.valueOf(installed.bytes())
        .subtract(BigInteger.valueOf(plan.hostMemory().reserve(node).bytes()))
        .subtract(BigInteger.valueOf(plan.hostMemory().guestsAtMost(node).bytes()));
    for (Guest guest : plan.placement().guestsOn(node)) {
      if (members.contains(guest)) {
        free = free.add(BigInteger.valueOf(HostMemory.atMost(guest).bytes()));
      }
    }
    return free;
  }
}
