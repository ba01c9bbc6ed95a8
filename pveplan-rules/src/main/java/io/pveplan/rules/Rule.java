package io.pveplan.rules;

import io.pveplan.model.ResolvedPlan;
import java.util.List;

/**
 * One statement about plans, with an id of its own. Meant to be implemented.
 *
 * <pre>{@code
 * @RuleInfo(
 *     id = "ACME-001",
 *     severity = Severity.WARNING,
 *     summary = "A node has no rack",
 *     remedy = "Name the rack it stands in.")
 * final class NodeWithoutRack implements Rule {
 *
 *   public void check(ResolvedPlan plan, Findings findings) {
 *     for (Node node : plan.nodes()) {
 *       findings.looksAt(node.path());
 *       if (node.hardware().flatMap(Hardware::rack).isEmpty()) {
 *         findings
 *             .on(node.path())
 *             .says("node %s has no rack", node.name())
 *             .declaredAt(node.declaredAt());
 *       }
 *     }
 *   }
 * }
 * }</pre>
 *
 * <p>A rule reads the plan and nothing else: no clock, no files, no network, no output. It keeps no
 * state, so that one instance serves any number of checks. An exception thrown by a rule is a
 * defect of the rule and ends the check with a {@link RuleFailedException}.
 *
 * @since 0.1
 */
public interface Rule {

  /**
   * Looks at a plan and tells what it found.
   *
   * @param plan the plan with defaults filled in and lookups over it
   * @param findings takes what was looked at, what is wrong and what can not be decided
   */
  void check(ResolvedPlan plan, Findings findings);

  /**
   * What the rule is about. A class rule is described by its {@link RuleInfo}; a rule that is
   * composed at run time overrides this.
   *
   * @return what the rule is about
   * @throws IllegalArgumentException if the class has no annotation, or its texts are refused by
   *     {@link RuleDescription}
   */
  default RuleDescription description() {
    return RuleDescription.of(getClass());
  }

  /**
   * The numbers and choices of this rule that a user may change; only these can be read in {@link
   * #check}. Empty unless overridden.
   *
   * @return the parameters, in the order they shall be listed
   */
  default List<RuleParameter<?>> parameters() {
    return List.of();
  }
}
