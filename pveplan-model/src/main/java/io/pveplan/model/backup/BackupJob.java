package io.pveplan.model.backup;

import io.pveplan.model.Declared;
import io.pveplan.model.NameFormat;
import io.pveplan.model.PlanPath;
import io.pveplan.model.guest.Vmid;
import io.pveplan.model.internal.Faults;
import io.pveplan.model.time.CalendarEvent;
import java.util.Optional;
import java.util.SortedSet;
import org.immutables.value.Value;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonSerialize;

/**
 * A backup job (vzdump).
 *
 * @since 0.1
 */
@Value.Immutable
@JsonSerialize(as = ImmutableBackupJob.class)
@JsonDeserialize(as = ImmutableBackupJob.class)
public interface BackupJob extends Declared {

  /** Job ID. */
  String id();

  /** When it runs. */
  CalendarEvent schedule();

  /** ID of the storage that receives the backups. */
  String storage();

  /** Whether it takes all guests, those in {@code exclude} aside. */
  @Value.Default
  default boolean all() {
    return false;
  }

  /** Guests it takes, when not all. */
  @Value.NaturalOrder
  SortedSet<Vmid> guests();

  /** Guests it leaves out, when it takes all. */
  @Value.NaturalOrder
  SortedSet<Vmid> exclude();

  /** What happens to the guests meanwhile. */
  @Value.Default
  default BackupMode mode() {
    return BackupMode.SNAPSHOT;
  }

  /** How many are kept; the setting of the storage or the datastore when absent. */
  Optional<Retention> retention();

  /** Whether it is switched off. */
  @Value.Default
  default boolean disabled() {
    return false;
  }

  /**
   * Whether it takes a guest, switched on or not.
   *
   * @param guest VMID of the guest
   */
  default boolean takes(Vmid guest) {
    return all() ? !exclude().contains(guest) : guests().contains(guest);
  }

  /** The place of the job in the plan. */
  default PlanPath path() {
    return PlanPath.of("backup", "job", id());
  }

  /** A builder without anything set. */
  static Builder builder() {
    return new Builder();
  }

  /** Builds {@link BackupJob}; {@code build()} refuses what the product refuses. */
  final class Builder extends ImmutableBackupJob.Builder {
    Builder() {}

    @Override
    public BackupJob build() {
      BackupJob built = super.build();
      new Faults()
          .check(() -> NameFormat.CONFIG_ID.require(built.id()))
          .check("storage", () -> NameFormat.STORAGE_ID.require(built.storage()))
          .check(() -> SelectionCheck.require(built))
          .end();
      return built;
    }
  }
}
