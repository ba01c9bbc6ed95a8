package io.pveplan.samples.assertions;

import io.pveplan.model.ClusterPlan;
import io.pveplan.model.guest.Guest;
import io.pveplan.model.hardware.Node;
import io.pveplan.rules.RuleBook;
import java.util.List;
import org.assertj.core.api.AbstractAssert;

/** What a test demands of a plan. */
public final class PlanAssert extends AbstractAssert<PlanAssert, ClusterPlan> {

  PlanAssert(ClusterPlan plan) {
    super(plan, PlanAssert.class);
  }

  /** The plan has a node of this name. */
  public PlanAssert hasNode(String name) {
    isNotNull();
    List<String> names = actual.nodes().stream().map(Node::name).toList();
    if (!names.contains(name)) {
      failWithMessage("expected a node %s, got %s", name, names);
    }
    return this;
  }

  /** The plan has a guest of this VMID. */
  public PlanAssert hasGuest(int vmid) {
    isNotNull();
    List<Integer> vmids =
        actual.guests().stream().map(Guest::vmid).map(it -> it.value()).toList();
    if (!vmids.contains(vmid)) {
      failWithMessage("expected a guest %s, got %s", vmid, vmids);
    }
    return this;
  }

  /** No rule of this book has anything to say against the plan. */
  public PlanAssert hasNoFindingsUnder(RuleBook book) {
    isNotNull();
    new ReportAssert(book.check(actual)).hasNoFindings();
    return this;
  }
}
