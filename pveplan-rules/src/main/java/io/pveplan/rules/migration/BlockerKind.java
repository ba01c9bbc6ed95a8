package io.pveplan.rules.migration;

/**
 * What keeps a guest from a node.
 *
 * @since 0.1
 */
public enum BlockerKind {
  /** A storage that it needs is not there. */
  STORAGE("storage"),

  /** The storage does not take what is to lie there. */
  CONTENT("content type"),

  /** A volume can not be copied in a format that the storage it goes to reads. */
  FORMAT("format of copies"),

  /** The image in its drive lies on a storage of its node only. */
  ISO("local ISO image"),

  /** A document that its cloud-init reads is not there. */
  SNIPPET("document of cloud-init"),

  /** A local disk has snapshots. */
  SNAPSHOT("snapshot"),

  /** A local disk hangs on the one of a template, or others hang on it. */
  LINKED_CLONE("linked clone"),

  /** Its disks are replicated, but not to there. */
  REPLICATION("replication"),

  /** A container has a directory or block device of its node at a path. */
  MOUNT_POINT("mount point"),

  /** A bridge or VNet is not there. */
  BRIDGE("bridge or VNet"),

  /** The bridge has a smaller MTU than the card. */
  MTU("MTU"),

  /** It has a device of its node without a mapping, or there is no IOMMU for it. */
  DEVICE("local device"),

  /** A mapping has nothing there. */
  MAPPING("device mapping"),

  /** Guests there have the devices that it could get. */
  DEVICE_TAKEN("device taken"),

  /** A mapped device can not be moved in use. */
  DEVICE_IN_USE("device in use"),

  /** A mapped directory can not be moved in use. */
  SHARED_DIRECTORY("shared directory"),

  /** It has more virtual CPUs than there are logical ones. */
  CPU_COUNT("number of CPUs"),

  /** The processor there lacks what its CPU type asks for. */
  CPU_TYPE("CPU type"),

  /** The processor there lacks flags that it found where it started. */
  CPU_FLAGS("CPU flags"),

  /** The processor there is of another maker. */
  CPU_VENDOR("CPU vendor"),

  /** HA would move it away again at once. */
  AFFINITY("node affinity"),

  /** A guest is there that it is to be apart from. */
  SEPARATION("resource affinity"),

  /** HA moves a guest along that can not go there. */
  TOGETHER("guests kept together"),

  /** There is less memory left than it has. */
  MEMORY("memory");

  private final String text;

  BlockerKind(String text) {
    this.text = text;
  }

  /** The words in reports. */
  public String text() {
    return text;
  }

  @Override
  public String toString() {
    return text;
  }
}
