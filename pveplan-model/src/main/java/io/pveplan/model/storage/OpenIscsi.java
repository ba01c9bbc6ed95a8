package io.pveplan.model.storage;

import io.pveplan.model.Declared;
import io.pveplan.model.InvalidValueException;
import io.pveplan.model.PlanPath;
import io.pveplan.model.internal.Faults;
import io.pveplan.model.internal.Ranges;
import java.time.Duration;
import java.util.Optional;
import org.immutables.value.Value;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonSerialize;

/**
 * What open-iscsi is told on each node that has an iSCSI storage. It stands in {@code
 * /etc/iscsi/iscsid.conf}: Proxmox VE discovers before it logs in, and a discovery overwrites what
 * was set for a target (open-iscsi, README; pve-storage, src/PVE/Storage/ISCSIPlugin.pm).
 *
 * @since 0.1
 */
@Value.Immutable
@JsonSerialize(as = ImmutableOpenIscsi.class)
@JsonDeserialize(as = ImmutableOpenIscsi.class)
public interface OpenIscsi extends Declared {

  /**
   * How long commands wait for a broken session before they fail, and multipath takes another path;
   * 0 s to 24 h in whole seconds, 120 s when absent (open-iscsi, etc/iscsid.conf).
   */
  Optional<Duration> replacementTimeout();

  /** When sessions are started; by hand when absent. Proxmox VE then logs in itself. */
  Optional<SessionStartup> startup();

  /** The longest {@link #replacementTimeout}. */
  Duration LONGEST_TIMEOUT = Duration.ofHours(24);

  /** The place of these settings in the plan. */
  default PlanPath path() {
    return PlanPath.of("cluster", "openIscsi");
  }

  /** A builder without anything set. */
  static Builder builder() {
    return new Builder();
  }

  /** Builds {@link OpenIscsi}; {@code build()} refuses what the product refuses. */
  final class Builder extends ImmutableOpenIscsi.Builder {
    Builder() {}

    @Override
    public OpenIscsi build() {
      OpenIscsi built = super.build();
      new Faults()
          .check(
              "replacementTimeout",
              () -> built.replacementTimeout().ifPresent(Builder::requireTimeout))
          .end();
      return built;
    }

    private static void requireTimeout(Duration timeout) {
      if (timeout.getNano() != 0) {
        throw new InvalidValueException(
            "replacement timeout " + timeout + " is not a number of whole seconds",
            "Use whole seconds, for example 15 s.");
      }
      Ranges.require(
          "replacement timeout in seconds", timeout.toSeconds(), 0, LONGEST_TIMEOUT.toSeconds());
    }
  }
}
