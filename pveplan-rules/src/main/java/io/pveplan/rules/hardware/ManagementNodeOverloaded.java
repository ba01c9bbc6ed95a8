package io.pveplan.rules.hardware;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.guest.Guest;
import io.pveplan.model.hardware.Hardware;
import io.pveplan.model.hardware.Node;
import io.pveplan.model.hardware.NodeRole;
import io.pveplan.model.unit.DataSize;
import io.pveplan.rules.Findings;
import io.pveplan.rules.Rule;
import io.pveplan.rules.RuleInfo;
import io.pveplan.rules.RuleParameter;
import io.pveplan.rules.Severity;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * Reports a management node whose guests take more of its memory than a management node should give
 * away. A node that is also a compute node may be full.
 */
@RuleInfo(
    id = "NODE-023",
    severity = Severity.INFO,
    summary = "The guests of a management node take a large share of its memory",
    why = """
        Interface, API and cluster services run beside the guests. On a node that is full of guests \
        they become slow just when they are needed.""",
    remedy = "Move guests to compute nodes.",
    sources = {"article Proxmox-Cluster planen", "own judgement"},
    since = "0.1")
final class ManagementNodeOverloaded implements Rule {

  static final RuleParameter<Integer> LARGEST_SHARE = RuleParameter.wholeNumber(
          "largestShare",
          50,
          "memory of the guests on a management node, in percent of its memory",
          "own judgement")
      .must(percent -> percent >= 0 && percent <= 100, "be from 0 to 100");

  @Override
  public void check(ResolvedPlan plan, Findings findings) {
    plan.nodes().stream()
        .filter(node -> node.roles().contains(NodeRole.MANAGEMENT))
        .filter(node -> !node.roles().contains(NodeRole.COMPUTE))
        .forEach(node -> check(node, plan, findings));
  }

  private static void check(Node node, ResolvedPlan plan, Findings findings) {
    findings.looksAt(node.path());
    List<Guest> guests = PlannedGuests.on(node, plan);
    Optional<DataSize> memory = node.hardware().flatMap(Hardware::memory);
    if (guests.isEmpty()) {
      return;
    }
    if (memory.isEmpty()) {
      findings.undecided(node.path(), "memory of " + node.name());
      return;
    }
    int share = findings.parameter(LARGEST_SHARE);
    DataSize taken = PlannedGuests.memory(guests);
    if (percent(taken, 100).compareTo(percent(memory.get(), share)) > 0) {
      findings
          .on(node.path())
          .says(
              "%s of %s are planned for the guests of management node %s; %d %% is the limit",
              taken, memory.get(), node.name(), share)
          .because("guests", guests.stream().map(Guest::vmid).toList())
          .because("guestMemoryBytes", taken.bytes())
          .because("memoryBytes", memory.get().bytes())
          .declaredAt(node.declaredAt());
    }
  }

  private static BigDecimal percent(DataSize size, int share) {
    return BigDecimal.valueOf(size.bytes()).multiply(BigDecimal.valueOf(share)).movePointLeft(2);
  }

  @Override
  public List<RuleParameter<?>> parameters() {
    return List.of(LARGEST_SHARE);
  }
}
