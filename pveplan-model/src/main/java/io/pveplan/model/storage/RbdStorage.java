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
 * A pool of the Ceph cluster on the nodes, or of another one whose monitors it names.
 *
 * @since 0.1
 */
@Value.Immutable
@JsonSerialize(as = ImmutableRbdStorage.class)
@JsonDeserialize(as = ImmutableRbdStorage.class)
@JsonTypeName("rbd")
public non-sealed interface RbdStorage extends Storage {

  /** Name of the Ceph pool; the replicated one where there is a pool for data too. */
  String pool();

  /** Name of the erasure-coded pool of the data. */
  Optional<String> dataPool();

  /** Namespace in the pool. */
  Optional<String> namespace();

  /** Monitors of another Ceph cluster, by address or name; none for the one on the nodes. */
  List<String> monitors();

  /** Ceph user without {@code client.} in front; admin when absent. */
  Optional<String> username();

  /**
   * File with the keyring of the user on the node that adds the storage: the key under its section
   * {@code [client.USER]}, as {@code ceph auth get client.USER} writes it; of other clusters only.
   */
  Optional<SecretReference> keyring();

  /** Whether the kernel maps the volumes. */
  @Value.Default
  default boolean krbd() {
    return false;
  }

  @Override
  default String type() {
    return "rbd";
  }

  @Override
  default boolean sharedByAllNodes() {
    return true;
  }

  @Override
  default SortedSet<ContentType> defaultContent() {
    return StorageCheck.contentOf(ContentType.IMAGES);
  }

  /** A builder without anything set. */
  static Builder builder() {
    return new Builder();
  }

  /** Builds {@link RbdStorage}; {@code build()} refuses what the product refuses. */
  final class Builder extends ImmutableRbdStorage.Builder {
    Builder() {}

    @Override
    public RbdStorage build() {
      RbdStorage built = super.build();
      new Faults()
          .check(() -> NameFormat.STORAGE_ID.require(built.id()))
          .check(() -> StorageCheck.requireNodes(built))
          .check("pool", () -> NameFormat.CEPH_POOL.require(built.pool()))
          .check("dataPool", () -> built.dataPool().ifPresent(NameFormat.CEPH_POOL::require))
          .check("namespace", () -> built.namespace().ifPresent(NameFormat.LABEL::require))
          .each("monitors", built.monitors(), NameFormat.SERVER::require)
          .check("username", () -> built.username().ifPresent(NameFormat.LABEL::require))
          .check("keyring", () -> CephAccess.requireKeyring(built.keyring(), built.monitors()))
          .end();
      return built;
    }
  }
}
