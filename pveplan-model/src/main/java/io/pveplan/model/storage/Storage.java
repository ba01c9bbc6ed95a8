package io.pveplan.model.storage;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.pveplan.model.Declared;
import io.pveplan.model.PlanPath;
import java.util.List;
import java.util.SortedSet;
import org.immutables.value.Value;

/**
 * A storage of the cluster, as in storage.cfg.
 *
 * @since 0.1
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
  @JsonSubTypes.Type(DirStorage.class),
  @JsonSubTypes.Type(NfsStorage.class),
  @JsonSubTypes.Type(ZfsPoolStorage.class),
  @JsonSubTypes.Type(LvmStorage.class),
  @JsonSubTypes.Type(IscsiStorage.class),
  @JsonSubTypes.Type(RbdStorage.class),
  @JsonSubTypes.Type(CephFsStorage.class),
  @JsonSubTypes.Type(PbsStorage.class),
  @JsonSubTypes.Type(CifsStorage.class),
  @JsonSubTypes.Type(BtrfsStorage.class),
  @JsonSubTypes.Type(LvmThinStorage.class),
  @JsonSubTypes.Type(IscsiDirectStorage.class),
  @JsonSubTypes.Type(ZfsOverIscsiStorage.class),
  @JsonSubTypes.Type(EsxiStorage.class)
})
public sealed interface Storage extends Declared
    permits DirStorage,
        NfsStorage,
        ZfsPoolStorage,
        LvmStorage,
        IscsiStorage,
        RbdStorage,
        CephFsStorage,
        PbsStorage,
        CifsStorage,
        BtrfsStorage,
        LvmThinStorage,
        IscsiDirectStorage,
        ZfsOverIscsiStorage,
        EsxiStorage {

  /** Storage ID, the same on all nodes. */
  String id();

  /** What may lie on it; the default of its type when empty. */
  @Value.NaturalOrder
  SortedSet<ContentType> content();

  /** Names of the nodes that have it; all nodes when empty. */
  @Value.NaturalOrder
  SortedSet<String> nodes();

  /** Whether it is switched off. */
  @Value.Default
  default boolean disabled() {
    return false;
  }

  /** Type as in storage.cfg, for example {@code zfspool}. */
  String type();

  /** Whether all its nodes see the same volumes, without copying. */
  boolean sharedByAllNodes();

  /**
   * Whether disks of templates on it become base images, which linked clones go on using. Thick LVM
   * and LUNs have none: a template on them keeps its disks as they are, and Proxmox VE refuses a
   * linked clone of it (pve-storage, volume_has_feature of src/PVE/Storage/LVMPlugin.pm,
   * ISCSIPlugin.pm and ISCSIDirectPlugin.pm).
   */
  default boolean hasBaseImages() {
    return true;
  }

  /**
   * Whether Proxmox VE makes volumes on it. LUNs and the disks of an ESXi host are there, or are not
   * (pve-storage, alloc_image of src/PVE/Storage/ISCSIPlugin.pm, ISCSIDirectPlugin.pm and
   * ESXiPlugin.pm).
   */
  default boolean makesVolumes() {
    return true;
  }

  /** What may lie on it when the plan names nothing (content defaults of the storage plugins). */
  SortedSet<ContentType> defaultContent();

  /**
   * What can lie on a storage of its type. Proxmox VE drops anything else from {@link #content} with
   * a warning (pve-storage, src/PVE/Storage/Plugin.pm, decode_value).
   */
  default SortedSet<ContentType> possibleContent() {
    return PossibleContent.of(type());
  }

  /** Addresses or names of the servers that the nodes reach it at; none for one of the nodes. */
  default List<String> servers() {
    return List.of();
  }

  /** The place of the storage in the plan. */
  default PlanPath path() {
    return PlanPath.of("storage", id());
  }
}
