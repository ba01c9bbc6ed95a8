package io.pveplan.model.backup;

import io.pveplan.model.Declared;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonSerialize;

/**
 * Backup and restore.
 *
 * @since 0.1
 */
@Value.Immutable
@JsonSerialize(as = ImmutableBackup.class)
@JsonDeserialize(as = ImmutableBackup.class)
public interface Backup extends Declared {

  /** Proxmox Backup Servers. */
  List<BackupServer> servers();

  /** Backup jobs. */
  List<BackupJob> jobs();

  /** Backups of node configuration. */
  List<HostBackup> hostBackups();

  /** How a lost node is to be brought back. */
  Optional<HostRestore> hostRestore();

  /** A builder without anything set. */
  static Builder builder() {
    return new Builder();
  }

  /** Builds {@link Backup}; {@code build()} refuses what the product refuses. */
  final class Builder extends ImmutableBackup.Builder {
    Builder() {}
  }
}
