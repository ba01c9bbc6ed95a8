package io.pveplan.model.ceph;

import io.pveplan.model.Declared;
import io.pveplan.model.NameFormat;
import io.pveplan.model.PlanPath;
import io.pveplan.model.internal.Faults;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import org.immutables.value.Value;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonSerialize;

/**
 * The Ceph cluster on the nodes.
 *
 * @since 0.1
 */
@Value.Immutable
@JsonSerialize(as = ImmutableCeph.class)
@JsonDeserialize(as = ImmutableCeph.class)
public interface Ceph extends Declared {

  /** Name of the network of monitors and clients. */
  Optional<String> publicNetwork();

  /** Name of the network between OSDs; the public one when absent. */
  Optional<String> clusterNetwork();

  /** Names of the nodes with a monitor. */
  @Value.NaturalOrder
  SortedSet<String> monitors();

  /** Names of the nodes with a manager. */
  @Value.NaturalOrder
  SortedSet<String> managers();

  /** Pools. */
  List<CephPool> pools();

  /** The place of Ceph in the plan. */
  default PlanPath path() {
    return PlanPath.of("ceph");
  }

  /** A builder without anything set. */
  static Builder builder() {
    return new Builder();
  }

  /** Builds {@link Ceph}; {@code build()} refuses what the product refuses. */
  final class Builder extends ImmutableCeph.Builder {
    Builder() {}

    @Override
    public Ceph build() {
      Ceph built = super.build();
      new Faults()
          .check("publicNetwork", () -> built.publicNetwork().ifPresent(NameFormat.LABEL::require))
          .check(
              "clusterNetwork", () -> built.clusterNetwork().ifPresent(NameFormat.LABEL::require))
          .each("monitors", built.monitors(), NameFormat.NODE::require)
          .each("managers", built.managers(), NameFormat.NODE::require)
          .end();
      return built;
    }
  }
}
