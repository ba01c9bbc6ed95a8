package io.pveplan.model.ceph;

import io.pveplan.model.Declared;
import io.pveplan.model.InvalidValueException;
import io.pveplan.model.NameFormat;
import io.pveplan.model.PlanPath;
import io.pveplan.model.internal.Faults;
import java.util.Optional;
import org.immutables.value.Value;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonSerialize;

/**
 * A metadata server (MDS), which CephFS needs.
 *
 * @since 0.1
 */
@Value.Immutable
@JsonSerialize(as = ImmutableMetadataServer.class)
@JsonDeserialize(as = ImmutableMetadataServer.class)
public interface MetadataServer extends Declared {

  /** Name of the node. */
  String node();

  /** Its own name, a letter first; that of the node when absent. */
  Optional<String> name();

  /** What Ceph knows it by. */
  default String id() {
    return name().orElse(node());
  }

  /** The place of it in the plan. */
  default PlanPath path() {
    return PlanPath.of("ceph", "mds", id());
  }

  /** A builder without anything set. */
  static Builder builder() {
    return new Builder();
  }

  /** Builds {@link MetadataServer}; {@code build()} refuses what the product refuses. */
  final class Builder extends ImmutableMetadataServer.Builder {
    Builder() {}

    @Override
    public MetadataServer build() {
      MetadataServer built = super.build();
      new Faults()
          .check("node", () -> NameFormat.NODE.require(built.node()))
          .check("name", () -> built.name().ifPresent(NameFormat.NODE::require))
          .check(() -> requireLetter(built))
          .end();
      return built;
    }

    // pve-manager, PVE/API2/Ceph/MDS.pm, createmds.
    private static void requireLetter(MetadataServer server) {
      if (!server.id().isEmpty() && Character.isDigit(server.id().charAt(0))) {
        throw new InvalidValueException(
            "the name of a metadata server begins with a digit: " + server.id(),
            "Give it a name of its own that begins with a letter.",
            "CEPH-012");
      }
    }
  }
}
