package io.pveplan.model.guest;

import io.pveplan.model.Declared;
import io.pveplan.model.NameFormat;
import io.pveplan.model.PlanPath;
import io.pveplan.model.internal.Faults;
import java.util.Optional;
import org.immutables.value.Value;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonSerialize;

/**
 * A planned move of a guest to another node.
 *
 * @since 0.1
 */
@Value.Immutable
@JsonSerialize(as = ImmutableMigration.class)
@JsonDeserialize(as = ImmutableMigration.class)
public interface Migration extends Declared {

  /** The guest. */
  Vmid guest();

  /** Name of the node it moves to. */
  String target();

  /** Whether it runs at that time. */
  @Value.Default
  default boolean running() {
    return true;
  }

  /** Whether it goes on running meanwhile. */
  @Value.Default
  default boolean online() {
    return false;
  }

  /** Whether disks that only its node has are copied along. */
  @Value.Default
  default boolean withLocalDisks() {
    return false;
  }

  /** ID of the storage its local disks go to; the same as before when absent. */
  Optional<String> targetStorage();

  /** The place of the move in the plan. */
  default PlanPath path() {
    return PlanPath.of("migration", guest().toString(), target());
  }

  /** A builder without anything set. */
  static Builder builder() {
    return new Builder();
  }

  /** Builds {@link Migration}; {@code build()} refuses what the product refuses. */
  final class Builder extends ImmutableMigration.Builder {
    Builder() {}

    @Override
    public Migration build() {
      Migration built = super.build();
      new Faults()
          .check("target", () -> NameFormat.NODE.require(built.target()))
          .check(
              "targetStorage",
              () -> built.targetStorage().ifPresent(NameFormat.STORAGE_ID::require))
          .end();
      return built;
    }
  }
}
