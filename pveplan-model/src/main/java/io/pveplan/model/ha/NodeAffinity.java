package io.pveplan.model.ha;

import io.pveplan.model.Declared;
import io.pveplan.model.NameFormat;
import io.pveplan.model.PlanPath;
import io.pveplan.model.guest.Vmid;
import io.pveplan.model.internal.Faults;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import org.immutables.value.Value;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonSerialize;

/**
 * A node affinity rule: on which nodes HA resources should, or with {@code strict} must, run.
 *
 * <pre>{@code
 * NodeAffinity.builder().name("db-home").addResources(Vmid.of(200))
 *     .addNodes(NodePriority.builder().node("pve1").priority(2).build()).build();
 * NodeAffinity.builder().name("db home").build(); // refused: is not the id of an HA rule
 * }</pre>
 *
 * @since 0.1
 */
@Value.Immutable
@JsonSerialize(as = ImmutableNodeAffinity.class)
@JsonDeserialize(as = ImmutableNodeAffinity.class)
public interface NodeAffinity extends Declared {

  /** Rule ID. */
  String name();

  /** The guests. */
  @Value.NaturalOrder
  SortedSet<Vmid> resources();

  /** The nodes. */
  List<NodePriority> nodes();

  /** Whether they run nowhere else. */
  @Value.Default
  default boolean strict() {
    return false;
  }

  /** Whether the rule is switched off; the HA manager then leaves it out as if it were not there. */
  @Value.Default
  default boolean disabled() {
    return false;
  }

  /** Comment, one line. */
  Optional<String> comment();

  /** The place of the rule in the plan. */
  default PlanPath path() {
    return PlanPath.of("ha", "rule", name());
  }

  /** A builder without anything set. */
  static Builder builder() {
    return new Builder();
  }

  /** Builds {@link NodeAffinity}; {@code build()} refuses IDs and comments of another form. */
  final class Builder extends ImmutableNodeAffinity.Builder {
    Builder() {}

    @Override
    public NodeAffinity build() {
      NodeAffinity built = super.build();
      new Faults()
          .check(() -> NameFormat.HA_RULE.require(built.name()))
          .check("comment", () -> built.comment().ifPresent(NameFormat.LINE::require))
          .end();
      return built;
    }
  }
}
