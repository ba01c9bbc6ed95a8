package io.pveplan.model.cluster;

import io.pveplan.model.Declared;
import io.pveplan.model.internal.Faults;
import io.pveplan.model.internal.Ranges;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.immutables.value.Value;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonSerialize;

/**
 * How the nodes hear of each other: the Corosync links and the QDevice.
 *
 * @since 0.1
 */
@Value.Immutable
@JsonSerialize(as = ImmutableCorosync.class)
@JsonDeserialize(as = ImmutableCorosync.class)
public interface Corosync extends Declared {

  /** The links, link0 to link7. Each node has an address on the network of each link. */
  List<CorosyncLink> links();

  /**
   * Milliseconds that each node beyond the second adds to the token timeout. When absent: 125 for a
   * cluster that is created with pve-cluster 9.1.0 or later, else 650 (pve-cluster,
   * src/PVE/API2/ClusterConfig.pm; corosync.conf(5)).
   */
  OptionalInt tokenCoefficient();

  /** The external vote, if there is one. */
  Optional<QDevice> qdevice();

  /**
   * {@return the token coefficient, if it is one}
   *
   * @param milliseconds 0 to 1000000
   * @throws io.pveplan.model.InvalidValueException if it is outside of that
   */
  static int requireTokenCoefficient(int milliseconds) {
    Ranges.require("token coefficient", milliseconds, 0, 1_000_000);
    return milliseconds;
  }

  /** A builder without anything set. */
  static Builder builder() {
    return new Builder();
  }

  /** Builds {@link Corosync}; {@code build()} refuses what the product refuses. */
  final class Builder extends ImmutableCorosync.Builder {
    Builder() {}

    @Override
    public Corosync build() {
      Corosync built = super.build();
      new Faults()
          .check(
              "tokenCoefficient",
              () -> built.tokenCoefficient().ifPresent(Corosync::requireTokenCoefficient))
          .end();
      return built;
    }
  }
}
