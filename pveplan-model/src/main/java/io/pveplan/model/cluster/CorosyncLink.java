package io.pveplan.model.cluster;

import io.pveplan.model.Declared;
import io.pveplan.model.NameFormat;
import io.pveplan.model.internal.Faults;
import io.pveplan.model.internal.Ranges;
import java.util.OptionalInt;
import org.immutables.value.Value;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonSerialize;

/**
 * One Corosync link. Its address on a node is the address of that node on the network.
 *
 * @since 0.1
 */
@Value.Immutable
@JsonSerialize(as = ImmutableCorosyncLink.class)
@JsonDeserialize(as = ImmutableCorosyncLink.class)
public interface CorosyncLink extends Declared {

  /** Number of the link, 0 to 7. */
  int number();

  /** Name of the network it runs over. */
  String network();

  /**
   * Priority 0 to 255; the highest number is used first, without one (or with 0) it counts as 1
   * (corosync.conf(5), link_mode passive).
   */
  OptionalInt priority();

  /** A builder without anything set. */
  static Builder builder() {
    return new Builder();
  }

  /** Builds {@link CorosyncLink}; {@code build()} refuses what the product refuses. */
  final class Builder extends ImmutableCorosyncLink.Builder {
    Builder() {}

    @Override
    public CorosyncLink build() {
      CorosyncLink built = super.build();
      new Faults()
          .check("number", () -> Ranges.require("link number", built.number(), 0, 7, "CLU-017"))
          .check(
              "priority",
              () -> built
                  .priority()
                  .ifPresent(
                      priority -> Ranges.require("link priority", priority, 0, 255, "CLU-023")))
          .check("network", () -> NameFormat.LABEL.require(built.network()))
          .end();
      return built;
    }
  }
}
