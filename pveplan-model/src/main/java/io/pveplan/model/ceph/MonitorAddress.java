package io.pveplan.model.ceph;

import io.pveplan.model.Declared;
import io.pveplan.model.NameFormat;
import io.pveplan.model.PlanPath;
import io.pveplan.model.internal.Faults;
import io.pveplan.model.network.IpAddress;
import org.immutables.value.Value;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonSerialize;

/**
 * The address of a monitor on a node that has several in the public network.
 *
 * @since 0.1
 */
@Value.Immutable
@JsonSerialize(as = ImmutableMonitorAddress.class)
@JsonDeserialize(as = ImmutableMonitorAddress.class)
public interface MonitorAddress extends Declared {

  /** Name of the node. */
  String node();

  /** Address in the public network. */
  IpAddress address();

  /** The place of the monitor in the plan. */
  default PlanPath path() {
    return PlanPath.of("ceph", "monitor", node());
  }

  /** A builder without anything set. */
  static Builder builder() {
    return new Builder();
  }

  /** Builds {@link MonitorAddress}; {@code build()} refuses what the product refuses. */
  final class Builder extends ImmutableMonitorAddress.Builder {
    Builder() {}

    @Override
    public MonitorAddress build() {
      MonitorAddress built = super.build();
      new Faults().check("node", () -> NameFormat.NODE.require(built.node())).end();
      return built;
    }
  }
}
