package io.pveplan.model.ceph;

import io.pveplan.model.Declared;
import io.pveplan.model.NameFormat;
import io.pveplan.model.PlanPath;
import io.pveplan.model.internal.Faults;
import java.util.Optional;
import org.immutables.value.Value;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonSerialize;

/**
 * A CRUSH rule for replicated pools: which OSDs copies go to, and what no two of them share.
 *
 * @since 0.1
 */
@Value.Immutable
@JsonSerialize(as = ImmutableCrushRule.class)
@JsonDeserialize(as = ImmutableCrushRule.class)
public interface CrushRule extends Declared {

  /** Name. */
  String name();

  /** What no two copies share. */
  FailureDomain failureDomain();

  /** Device class the OSDs have; all OSDs when absent. */
  Optional<String> deviceClass();

  /** The place of it in the plan. */
  default PlanPath path() {
    return PlanPath.of("ceph", "rule", name());
  }

  /** A builder without anything set. */
  static Builder builder() {
    return new Builder();
  }

  /** Builds {@link CrushRule}; {@code build()} refuses what the product refuses. */
  final class Builder extends ImmutableCrushRule.Builder {
    Builder() {}

    @Override
    public CrushRule build() {
      CrushRule built = super.build();
      new Faults()
          .check(() -> NameFormat.LABEL.require(built.name()))
          .check("deviceClass", () -> built.deviceClass().ifPresent(NameFormat.LABEL::require))
          .end();
      return built;
    }
  }
}
