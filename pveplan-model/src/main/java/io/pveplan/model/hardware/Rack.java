package io.pveplan.model.hardware;

import io.pveplan.model.Declared;
import io.pveplan.model.NameFormat;
import io.pveplan.model.PlanPath;
import io.pveplan.model.internal.Faults;
import java.util.Optional;
import org.immutables.value.Value;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonSerialize;

/**
 * A rack. Nodes and switches may name one that is not declared; only a declared one has a room.
 *
 * @since 0.1
 */
@Value.Immutable
@JsonSerialize(as = ImmutableRack.class)
@JsonDeserialize(as = ImmutableRack.class)
public interface Rack extends Declared {

  /** Name of the rack. */
  String name();

  /** Name of the room it stands in. */
  Optional<String> room();

  /** The place of the rack in the plan. */
  default PlanPath path() {
    return PlanPath.of("rack", name());
  }

  /** A builder without anything set. */
  static Builder builder() {
    return new Builder();
  }

  /** Builds {@link Rack}; {@code build()} refuses names of another form. */
  final class Builder extends ImmutableRack.Builder {
    Builder() {}

    @Override
    public Rack build() {
      Rack built = super.build();
      new Faults()
          .check(() -> NameFormat.LABEL.require(built.name()))
          .check("room", () -> built.room().ifPresent(NameFormat.LABEL::require))
          .end();
      return built;
    }
  }
}
