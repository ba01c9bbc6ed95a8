package io.pveplan.render;

import java.util.Objects;

/**
 * Where an artifact is used.
 *
 * <pre>{@code
 * Target.node("pve1");   // node/pve1
 * Target.cluster();      // once, on any one node
 * Target.workstation();  // where the administrator sits: Terraform, documents
 * Target.pbs();          // the backup server
 * }</pre>
 *
 * @param kind the kind of place
 * @param name name of the node; empty for the other kinds
 * @since 0.1
 */
public record Target(Kind kind, String name) {

  /** The kinds of place an artifact is used at. */
  public enum Kind {
    /** One named node. */
    NODE("node", "nodes"),
    /** Any one node, once; the result is valid for the whole cluster. */
    CLUSTER("cluster", "cluster"),
    /** The machine of the administrator. */
    WORKSTATION("workstation", ""),
    /** The Proxmox Backup Server. */
    PBS("pbs", "pbs");

    private final String word;
    private final String folder;

    Kind(String word, String folder) {
      this.word = word;
      this.folder = folder;
    }
  }

  private static final Target CLUSTER = new Target(Kind.CLUSTER, "");
  private static final Target WORKSTATION = new Target(Kind.WORKSTATION, "");
  private static final Target PBS = new Target(Kind.PBS, "");

  /** Refuses a node without name and a name for anything else. */
  public Target {
    Objects.requireNonNull(kind, "kind");
    if (name.isEmpty() == (kind == Kind.NODE)) {
      throw new IllegalArgumentException(
          kind == Kind.NODE ? "a node target needs a name" : kind + " has no name: " + name);
    }
  }

  /**
   * One node.
   *
   * @param name name of the node, not empty
   */
  public static Target node(String name) {
    return new Target(Kind.NODE, name);
  }

  /** Any one node of the cluster, once. */
  public static Target cluster() {
    return CLUSTER;
  }

  /** The machine of the administrator. */
  public static Target workstation() {
    return WORKSTATION;
  }

  /** The Proxmox Backup Server. */
  public static Target pbs() {
    return PBS;
  }

  /** The folder of this target in a bundle: {@code nodes/pve1}, {@code cluster}; may be empty. */
  String folder() {
    return kind == Kind.NODE ? kind.folder + "/" + name : kind.folder;
  }

  /** {@code node/pve1}, {@code cluster}, {@code workstation} or {@code pbs}. */
  @Override
  public String toString() {
    return kind == Kind.NODE ? kind.word + "/" + name : kind.word;
  }
}
