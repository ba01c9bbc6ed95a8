package io.pveplan.model.backup;

import io.pveplan.model.Declared;
import io.pveplan.model.NameFormat;
import io.pveplan.model.internal.Faults;
import io.pveplan.model.network.IpAddress;
import java.util.List;
import org.immutables.value.Value;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonSerialize;

/**
 * A Proxmox Backup Server.
 *
 * @since 0.1
 */
@Value.Immutable
@JsonSerialize(as = ImmutableBackupServer.class)
@JsonDeserialize(as = ImmutableBackupServer.class)
public interface BackupServer extends Declared {

  /** Name, used in this plan only. */
  String name();

  /** Its address. */
  IpAddress address();

  /** Names of its datastores. */
  List<String> datastores();

  /** A builder without anything set. */
  static Builder builder() {
    return new Builder();
  }

  /** Builds {@link BackupServer}; {@code build()} refuses what the product refuses. */
  final class Builder extends ImmutableBackupServer.Builder {
    Builder() {}

    @Override
    public BackupServer build() {
      BackupServer built = super.build();
      new Faults()
          .check(() -> NameFormat.LABEL.require(built.name()))
          .each("datastores", built.datastores(), NameFormat.LABEL::require)
          .end();
      return built;
    }
  }
}
