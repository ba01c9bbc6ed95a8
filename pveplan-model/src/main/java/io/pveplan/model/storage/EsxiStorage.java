package io.pveplan.model.storage;

import com.fasterxml.jackson.annotation.JsonTypeName;
import io.pveplan.model.NameFormat;
import io.pveplan.model.access.SecretReference;
import io.pveplan.model.internal.Faults;
import java.util.List;
import java.util.SortedSet;
import org.immutables.value.Value;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonSerialize;

/**
 * An ESXi host or vCenter to import virtual machines from. Each node reads from it by itself; nothing
 * is stored there.
 *
 * @since 0.1
 */
@Value.Immutable
@JsonSerialize(as = ImmutableEsxiStorage.class)
@JsonDeserialize(as = ImmutableEsxiStorage.class)
@JsonTypeName("esxi")
public non-sealed interface EsxiStorage extends Storage {

  /** Address or name of the host. */
  String server();

  /** User of the host. */
  String username();

  /** Where the password is to be had. */
  SecretReference password();

  /** Whether any certificate of the host is taken. */
  @Value.Default
  default boolean skipCertVerification() {
    return false;
  }

  @Override
  default String type() {
    return "esxi";
  }

  @Override
  default boolean sharedByAllNodes() {
    return true;
  }

  @Override
  default boolean makesVolumes() {
    return false;
  }

  @Override
  default SortedSet<ContentType> defaultContent() {
    return StorageCheck.contentOf(ContentType.IMPORT);
  }

  @Override
  default List<String> servers() {
    return List.of(server());
  }

  /** A builder without anything set. */
  static Builder builder() {
    return new Builder();
  }

  /** Builds {@link EsxiStorage}; {@code build()} refuses what the product refuses. */
  final class Builder extends ImmutableEsxiStorage.Builder {
    Builder() {}

    @Override
    public EsxiStorage build() {
      EsxiStorage built = super.build();
      new Faults()
          .check(() -> NameFormat.STORAGE_ID.require(built.id()))
          .check(() -> StorageCheck.requireNodes(built))
          .check("server", () -> NameFormat.SERVER.require(built.server()))
          .check("username", () -> StorageCheck.requireEsxiUser(built))
          .end();
      return built;
    }
  }
}
