package io.pveplan.model.ha;

import io.pveplan.model.Declared;
import io.pveplan.model.NameFormat;
import io.pveplan.model.internal.Faults;
import io.pveplan.model.internal.Ranges;
import java.util.OptionalInt;
import org.immutables.value.Value;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonSerialize;

/**
 * A node of a node affinity rule.
 *
 * @since 0.1
 */
@Value.Immutable
@JsonSerialize(as = ImmutableNodePriority.class)
@JsonDeserialize(as = ImmutableNodePriority.class)
public interface NodePriority extends Declared {

  /** Name of the node. */
  String node();

  /**
   * Priority, 0 to 1000, the highest first; 0 when absent (pve-ha-manager, src/PVE/HA/Tools.pm,
   * which has no upper limit: that one is our own).
   */
  OptionalInt priority();

  /** A builder without anything set. */
  static Builder builder() {
    return new Builder();
  }

  /** Builds {@link NodePriority}; {@code build()} refuses names and numbers of another form. */
  final class Builder extends ImmutableNodePriority.Builder {
    Builder() {}

    @Override
    public NodePriority build() {
      NodePriority built = super.build();
      new Faults()
          .check("node", () -> NameFormat.NODE.require(built.node()))
          .check(
              "priority",
              () -> built
                  .priority()
                  .ifPresent(priority -> Ranges.require("node priority", priority, 0, 1000)))
          .end();
      return built;
    }
  }
}
