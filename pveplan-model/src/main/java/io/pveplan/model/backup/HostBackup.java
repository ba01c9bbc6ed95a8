package io.pveplan.model.backup;

import io.pveplan.model.Declared;
import io.pveplan.model.NameFormat;
import io.pveplan.model.internal.Faults;
import io.pveplan.model.time.CalendarEvent;
import java.util.SortedSet;
import org.immutables.value.Value;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonSerialize;

/**
 * The backup of the configuration of nodes (proxmox-backup-client).
 *
 * @since 0.1
 */
@Value.Immutable
@JsonSerialize(as = ImmutableHostBackup.class)
@JsonDeserialize(as = ImmutableHostBackup.class)
public interface HostBackup extends Declared {

  /** Names of the nodes; all when empty. */
  @Value.NaturalOrder
  SortedSet<String> nodes();

  /** When it runs. */
  CalendarEvent schedule();

  /** ID of the PBS storage whose server and datastore receive it. */
  String storage();

  /** Directories it saves. */
  @Value.NaturalOrder
  SortedSet<String> paths();

  /** A builder without anything set. */
  static Builder builder() {
    return new Builder();
  }

  /** Builds {@link HostBackup}; {@code build()} refuses what the product refuses. */
  final class Builder extends ImmutableHostBackup.Builder {
    Builder() {}

    @Override
    public HostBackup build() {
      HostBackup built = super.build();
      new Faults()
          .each("nodes", built.nodes(), NameFormat.NODE::require)
          .check("storage", () -> NameFormat.STORAGE_ID.require(built.storage()))
          .each("paths", built.paths(), NameFormat.PATH::require)
          .end();
      return built;
    }
  }
}
