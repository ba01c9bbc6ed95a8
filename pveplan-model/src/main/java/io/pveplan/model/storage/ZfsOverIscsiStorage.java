package io.pveplan.model.storage;

import com.fasterxml.jackson.annotation.JsonTypeName;
import io.pveplan.model.NameFormat;
import io.pveplan.model.internal.Faults;
import io.pveplan.model.unit.DataSize;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import org.immutables.value.Value;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonSerialize;

/**
 * A ZFS pool of a server that offers each volume as an iSCSI LUN (ZFS over iSCSI). Proxmox VE makes
 * volumes and LUNs there over SSH as root.
 *
 * @since 0.1
 */
@Value.Immutable
@JsonSerialize(as = ImmutableZfsOverIscsiStorage.class)
@JsonDeserialize(as = ImmutableZfsOverIscsiStorage.class)
@JsonTypeName("zfs")
public non-sealed interface ZfsOverIscsiStorage extends Storage {

  /**
   * Address or name of the server. It stands for the portal and for the SSH host, so that it has no port
   * (pve-storage, src/PVE/Storage/ZFSPlugin.pm, zfs_request).
   */
  String server();

  /** Name of the target (IQN). */
  String target();

  /** Pool of the server, or pool and dataset: {@code tank/pve}. */
  String pool();

  /** The iSCSI target software of the server. */
  IscsiProvider provider();

  /** Block size of volumes; a power of two from 512 B to 16 MiB. */
  DataSize blocksize();

  /** Whether volumes take up only what is written. */
  @Value.Default
  default boolean sparse() {
    return false;
  }

  /** Target portal group; LIO needs it, the others do not have it. */
  Optional<String> lioTpg();

  @Override
  default String type() {
    return "zfs";
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

  /** Builds {@link ZfsOverIscsiStorage}; {@code build()} refuses what the product refuses. */
  final class Builder extends ImmutableZfsOverIscsiStorage.Builder {
    Builder() {}

    @Override
    public ZfsOverIscsiStorage build() {
      ZfsOverIscsiStorage built = super.build();
      new Faults()
          .check(() -> NameFormat.STORAGE_ID.require(built.id()))
          .check(() -> StorageCheck.requireNodes(built))
          .check("server", () -> NameFormat.SERVER.require(built.server()))
          .check("target", () -> NameFormat.TARGET.require(built.target()))
          .check("pool", () -> NameFormat.ZFS_DATASET.require(built.pool()))
          .check("blocksize", () -> StorageCheck.requireBlocksize(built.blocksize()))
          .check("lioTpg", () -> StorageCheck.requireTpg(built))
          .end();
      return built;
    }
  }
}
