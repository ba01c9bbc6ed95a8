package io.pveplan.rules.failure.internal.ha;

/** Why the HA manager leaves a rule out. */
public enum DropReason {
  /** A resource is in two node affinity rules. */
  SEVERAL_NODE_RULES_FOR_A_RESOURCE("HA-007"),
  /** A resource affinity rule with fewer than two resources. */
  FEWER_THAN_TWO_RESOURCES("HA-008"),
  /** More resources to keep apart than the cluster has nodes. */
  MORE_RESOURCES_THAN_NODES("HA-009"),
  /** Two resources are to be together and apart. */
  TOGETHER_AND_APART("HA-010"),
  /** A resource affinity rule meets a node affinity rule with more than one priority. */
  SEVERAL_PRIORITIES("HA-011"),
  /** Resources that are to be together are in different node affinity rules. */
  SEVERAL_NODE_RULES_FOR_A_SET("HA-012"),
  /** Resources that are to be apart have too few nodes by their node affinity rules. */
  TOO_FEW_NODES_TO_SEPARATE("HA-013");

  private final String rule;

  DropReason(String rule) {
    this.rule = rule;
  }

  /** The rule of pveplan that speaks of it. */
  public String rule() {
    return rule;
  }
}
