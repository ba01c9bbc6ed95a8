package io.pveplan.model.storage;

import com.fasterxml.jackson.annotation.JsonTypeName;
import io.pveplan.model.NameFormat;
import io.pveplan.model.access.SecretReference;
import io.pveplan.model.internal.Faults;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import org.immutables.value.Value;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonSerialize;

/**
 * A datastore of a Proxmox Backup Server.
 *
 * @since 0.1
 */
@Value.Immutable
@JsonSerialize(as = ImmutablePbsStorage.class)
@JsonDeserialize(as = ImmutablePbsStorage.class)
@JsonTypeName("pbs")
public non-sealed interface PbsStorage extends Storage, BackupStorage {

  /** Address or name of the Proxmox Backup Server. */
  String server();

  /** Name of the datastore. */
  String datastore();

  /** Namespace in the datastore. */
  Optional<String> namespace();

  /** User or API token: {@code user@realm} or {@code user@realm!token}. */
  String username();

  /** Where the password or token secret is to be had. */
  SecretReference password();

  /** SHA-256 fingerprint of the certificate, 32 hexadecimal pairs. */
  Optional<String> fingerprint();

  @Override
  default String type() {
    return "pbs";
  }

  @Override
  default boolean sharedByAllNodes() {
    return true;
  }

  @Override
  default SortedSet<ContentType> defaultContent() {
    return StorageCheck.contentOf(ContentType.BACKUP);
  }

  @Override
  default List<String> servers() {
    return List.of(server());
  }

  /** A builder without anything set. */
  static Builder builder() {
    return new Builder();
  }

  /** Builds {@link PbsStorage}; {@code build()} refuses what the product refuses. */
  final class Builder extends ImmutablePbsStorage.Builder {
    Builder() {}

    @Override
    public PbsStorage build() {
      PbsStorage built = super.build();
      new Faults()
          .check(() -> NameFormat.STORAGE_ID.require(built.id()))
          .check(() -> StorageCheck.requireNodes(built))
          .check("maxProtectedBackups", () -> StorageCheck.requireProtected(built))
          .check("server", () -> NameFormat.SERVER.require(built.server()))
          .check(() -> StorageCheck.requirePbs(built))
          .end();
      return built;
    }
  }
}
