package io.pveplan.model.storage;

import com.fasterxml.jackson.annotation.JsonTypeName;
import io.pveplan.model.NameFormat;
import io.pveplan.model.internal.Faults;
import java.util.List;
import java.util.SortedSet;
import org.immutables.value.Value;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonSerialize;

/**
 * An iSCSI target.
 *
 * @since 0.1
 */
@Value.Immutable
@JsonSerialize(as = ImmutableIscsiStorage.class)
@JsonDeserialize(as = ImmutableIscsiStorage.class)
@JsonTypeName("iscsi")
public non-sealed interface IscsiStorage extends Storage {

  /** Portals of the target. {@code pvesm} is given the first; open-iscsi finds the others there. */
  List<Portal> portals();

  /** Name of the target (IQN). */
  String target();

  /** The disks it offers, as far as the plan is about them. */
  List<Lun> luns();

  @Override
  default String type() {
    return "iscsi";
  }

  @Override
  default boolean sharedByAllNodes() {
    return true;
  }

  @Override
  default boolean hasBaseImages() {
    return false;
  }

  @Override
  default boolean makesVolumes() {
    return false;
  }

  @Override
  default SortedSet<ContentType> defaultContent() {
    return StorageCheck.contentOf(ContentType.IMAGES);
  }

  @Override
  default List<String> servers() {
    return portals().stream().map(Portal::server).distinct().toList();
  }

  /** A builder without anything set. */
  static Builder builder() {
    return new Builder();
  }

  /** Builds {@link IscsiStorage}; {@code build()} refuses what the product refuses. */
  final class Builder extends ImmutableIscsiStorage.Builder {
    Builder() {}

    @Override
    public IscsiStorage build() {
      IscsiStorage built = super.build();
      new Faults()
          .check(() -> NameFormat.STORAGE_ID.require(built.id()))
          .check(() -> StorageCheck.requireNodes(built))
          .check("target", () -> NameFormat.TARGET.require(built.target()))
          .check("portals", () -> StorageCheck.requirePortals(built))
          .check("luns", () -> StorageCheck.requireLuns(built))
          .end();
      return built;
    }
  }
}
