package io.pveplan.model.hardware;

import io.pveplan.model.Declared;
import io.pveplan.model.unit.DataSize;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonSerialize;

/**
 * The disks of a node that Proxmox VE is installed on.
 *
 * @since 0.1
 */
@Value.Immutable
@JsonSerialize(as = ImmutableSystemDisks.class)
@JsonDeserialize(as = ImmutableSystemDisks.class)
public interface SystemDisks extends Declared {

  /** File system. */
  SystemFilesystem filesystem();

  /** Layout; needed for ZFS and Btrfs, which make one themselves, and refused for the others. */
  Optional<SystemRaid> raid();

  /** Whether a controller presents several disks as this one, so that one of them may fail. */
  Optional<Boolean> hardwareRaid();

  /**
   * The disks. Without filters their devices are kernel names, {@code /dev/sda}: the installer knows
   * no others.
   */
  List<Disk> disks();

  /**
   * What the installer finds the disks by; all have to match. One at most for ext4 and XFS, which
   * take the first disk that any of them matches.
   */
  List<DiskFilter> filters();

  /** How much of each disk is used; all of it when absent. */
  Optional<DataSize> size();

  /** Swap space; what the installer thinks right when absent. For ext4 and XFS only. */
  Optional<DataSize> swap();

  /** A builder without anything set. */
  static Builder builder() {
    return new Builder();
  }

  /** Builds {@link SystemDisks}; {@code build()} refuses what the installer refuses. */
  final class Builder extends ImmutableSystemDisks.Builder {
    Builder() {}

    @Override
    public SystemDisks build() {
      SystemDisks built = super.build();
      SystemDisksCheck.require(built);
      return built;
    }
  }
}
