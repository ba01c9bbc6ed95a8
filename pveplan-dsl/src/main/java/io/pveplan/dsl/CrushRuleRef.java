package io.pveplan.dsl;

import io.pveplan.model.ceph.Ceph;
import java.util.Objects;

/**
 * A handle that says "that CRUSH rule".
 *
 * <p>Two handles to the same name are equal.
 *
 * @param name name of the rule
 * @since 0.1
 */
public record CrushRuleRef(String name) {

  /**
   * Refuses an absent name.
   *
   * @param name name of the rule
   */
  public CrushRuleRef {
    Objects.requireNonNull(name, "name");
  }

  /** The CRUSH rule with this name, to be declared somewhere in the plan. */
  public static CrushRuleRef named(String name) {
    return new CrushRuleRef(name);
  }

  /** The rule that Ceph makes itself: one copy on a node, on any OSD. */
  public static CrushRuleRef replicated() {
    return new CrushRuleRef(Ceph.DEFAULT_RULE);
  }

  /** The name. */
  @Override
  public String toString() {
    return name;
  }
}
