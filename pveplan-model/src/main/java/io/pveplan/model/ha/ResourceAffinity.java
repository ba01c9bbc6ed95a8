package io.pveplan.model.ha;

import io.pveplan.model.Declared;
import io.pveplan.model.NameFormat;
import io.pveplan.model.PlanPath;
import io.pveplan.model.guest.Vmid;
import io.pveplan.model.internal.Faults;
import java.util.Optional;
import java.util.SortedSet;
import org.immutables.value.Value;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonSerialize;

/**
 * A resource affinity rule: HA resources that must run together, or apart.
 *
 * <pre>{@code
 * ResourceAffinity.builder().name("webs-apart").affinity(Affinity.NEGATIVE)
 *     .addResources(Vmid.of(200), Vmid.of(201)).build();
 * ResourceAffinity.builder().name("1").build(); // refused: is not the id of an HA rule
 * }</pre>
 *
 * @since 0.1
 */
@Value.Immutable
@JsonSerialize(as = ImmutableResourceAffinity.class)
@JsonDeserialize(as = ImmutableResourceAffinity.class)
public interface ResourceAffinity extends Declared {

  /** Rule ID. */
  String name();

  /** Together or apart. */
  Affinity affinity();

  /** The guests. */
  @Value.NaturalOrder
  SortedSet<Vmid> resources();

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

  /** Builds {@link ResourceAffinity}; {@code build()} refuses IDs and comments of another form. */
  final class Builder extends ImmutableResourceAffinity.Builder {
    Builder() {}

    @Override
    public ResourceAffinity build() {
      ResourceAffinity built = super.build();
      new Faults()
          .check(() -> NameFormat.HA_RULE.require(built.name()))
          .check("comment", () -> built.comment().ifPresent(NameFormat.LINE::require))
          .end();
      return built;
    }
  }
}
