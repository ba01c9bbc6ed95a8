package io.pveplan.model;

import com.fasterxml.jackson.annotation.JsonValue;

/**
 * What a network is used for. A network may carry several kinds.
 *
 * @since 0.1
 */
public enum Traffic {
  /** Web interface, API and SSH of the nodes. */
  MANAGEMENT("management"),

  /** Corosync links: little bandwidth, steady latency. */
  COROSYNC("corosync"),

  /** NFS, CIFS and iSCSI. */
  STORAGE("storage"),

  /** Ceph monitors and clients. */
  CEPH_PUBLIC("ceph-public"),

  /** Replication and recovery between Ceph OSDs. */
  CEPH_CLUSTER("ceph-cluster"),

  /** Memory and local disks of migrating guests. */
  MIGRATION("migration"),

  /** ZFS replication jobs. */
  REPLICATION("replication"),

  /** Backups to Proxmox Backup Server or a backup storage. */
  BACKUP("backup"),

  /** Traffic of virtual machines and containers. */
  GUEST("guest"),

  /** Management controllers of the servers (iDRAC, IPMI, Redfish). */
  OUT_OF_BAND("out-of-band");

  private final String text;

  Traffic(String text) {
    this.text = text;
  }

  /** The spelling of the configuration file. */
  @JsonValue
  public String text() {
    return text;
  }

  /** Whether disks are read and written over it: storage, Ceph and replication. */
  public boolean isStorage() {
    return this == STORAGE || this == CEPH_PUBLIC || this == CEPH_CLUSTER || this == REPLICATION;
  }

  @Override
  public String toString() {
    return text;
  }
}
