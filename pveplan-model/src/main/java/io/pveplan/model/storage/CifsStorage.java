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
 * A share of a CIFS (SMB) server.
 *
 * @since 0.1
 */
@Value.Immutable
@JsonSerialize(as = ImmutableCifsStorage.class)
@JsonDeserialize(as = ImmutableCifsStorage.class)
@JsonTypeName("cifs")
public non-sealed interface CifsStorage extends Storage, FileStorage, BackupStorage {

  /** Address or name of the server. */
  String server();

  /** Name of the share. */
  String share();

  /** User of the share; a guest of the server when absent. It comes with a password. */
  Optional<String> username();

  /** Where the password is to be had. */
  Optional<SecretReference> password();

  /** Windows domain or work group of the user. */
  Optional<String> domain();

  /** Version of the protocol; Proxmox VE leaves it to the kernel when absent. */
  Optional<SmbVersion> smbVersion();

  /** Directory of the share that is mounted instead of its root, as an absolute path. */
  Optional<String> subdir();

  /**
   * Mount options without blanks, for example {@code echo_interval=30}. User, password, domain and
   * credentials are refused here: options end in files as they are.
   */
  Optional<String> options();

  @Override
  default String type() {
    return "cifs";
  }

  @Override
  default boolean sharedByAllNodes() {
    return true;
  }

  @Override
  default SortedSet<ContentType> defaultContent() {
    return StorageCheck.contentOf(ContentType.IMAGES);
  }

  @Override
  default List<String> servers() {
    return List.of(server());
  }

  /** A builder without anything set. */
  static Builder builder() {
    return new Builder();
  }

  /** Builds {@link CifsStorage}; {@code build()} refuses what the product refuses. */
  final class Builder extends ImmutableCifsStorage.Builder {
    Builder() {}

    @Override
    public CifsStorage build() {
      CifsStorage built = super.build();
      new Faults()
          .check(() -> NameFormat.STORAGE_ID.require(built.id()))
          .check(() -> StorageCheck.requireNodes(built))
          .check("maxProtectedBackups", () -> StorageCheck.requireProtected(built))
          .check("server", () -> NameFormat.SERVER.require(built.server()))
          .check("subdir", () -> built.subdir().ifPresent(NameFormat.PATH::require))
          .check("options", () -> MountLogin.requireNoneInCifs(built.options()))
          .check(() -> CifsCheck.require(built))
          .end();
      return built;
    }
  }
}
