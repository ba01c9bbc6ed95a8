package io.pveplan.model.cluster;

import io.pveplan.model.Declared;
import java.util.List;
import java.util.Optional;
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

  /** The external vote, if there is one. */
  Optional<QDevice> qdevice();

  /** A builder without anything set. */
  static Builder builder() {
    return new Builder();
  }

  /** Builds {@link Corosync}; {@code build()} refuses what the product refuses. */
  final class Builder extends ImmutableCorosync.Builder {
    Builder() {}
  }
}
