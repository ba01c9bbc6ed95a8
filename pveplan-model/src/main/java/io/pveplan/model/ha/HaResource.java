package io.pveplan.model.ha;

import io.pveplan.model.Declared;
import io.pveplan.model.NameFormat;
import io.pveplan.model.PlanPath;
import io.pveplan.model.guest.Vmid;
import io.pveplan.model.internal.Faults;
import io.pveplan.model.internal.Ranges;
import java.util.Optional;
import java.util.OptionalInt;
import org.immutables.value.Value;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonSerialize;

/**
 * A guest that HA manages.
 *
 * <pre>{@code
 * HaResource.builder().guest(Vmid.of(200)).maxRestart(2).build();
 * HaResource.builder().guest(Vmid.of(200)).maxRestart(1001).build(); // refused: is outside 0 to 1000
 * }</pre>
 *
 * @since 0.1
 */
@Value.Immutable
@JsonSerialize(as = ImmutableHaResource.class)
@JsonDeserialize(as = ImmutableHaResource.class)
public interface HaResource extends Declared {

  /** The guest. */
  Vmid guest();

  /** Wanted state. */
  @Value.Default
  default HaState state() {
    return HaState.STARTED;
  }

  /**
   * Attempts to start it again on the same node, 0 to 1000; 1 when absent (pve-ha-manager,
   * src/PVE/HA/Resources.pm, which has no upper limit: that one is our own).
   */
  OptionalInt maxRestart();

  /** Attempts to start it on another node, 0 to 1000; 1 when absent (the same place). */
  OptionalInt maxRelocate();

  /** Whether it returns to a preferred node that comes back; it does when absent (Proxmox VE 9). */
  Optional<Boolean> failback();

  /** Comment, one line. */
  Optional<String> comment();

  /** The place of the resource in the plan. */
  default PlanPath path() {
    return PlanPath.of("ha", "resource", guest().toString());
  }

  /** A builder without anything set. */
  static Builder builder() {
    return new Builder();
  }

  /**
   * Builds {@link HaResource}; {@code build()} refuses numbers outside their range and comments of
   * several lines.
   */
  final class Builder extends ImmutableHaResource.Builder {
    Builder() {}

    @Override
    public HaResource build() {
      HaResource built = super.build();
      new Faults()
          .check(
              "maxRestart",
              () -> built.maxRestart().ifPresent(n -> Ranges.require("max_restart", n, 0, 1000)))
          .check(
              "maxRelocate",
              () -> built.maxRelocate().ifPresent(n -> Ranges.require("max_relocate", n, 0, 1000)))
          .check("comment", () -> built.comment().ifPresent(NameFormat.LINE::require))
          .end();
      return built;
    }
  }
}
