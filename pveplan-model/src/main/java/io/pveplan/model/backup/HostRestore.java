package io.pveplan.model.backup;

import com.fasterxml.jackson.annotation.JsonValue;

/**
 * How a lost node is to be brought back.
 *
 * @since 0.1
 */
public enum HostRestore {
  /**
   * It is installed anew and joins the cluster again; guests come from replicas, shared storage or
   * backup.
   */
  REJOIN("rejoin"),

  /** The cluster is gone: the saved configuration database is put back on a stopped node. */
  CONFIG_DATABASE("config-database"),

  /** The archive of /etc/pve is unpacked over the new installation. Rule BCK-005 reports it. */
  UNPACK_ETC_PVE("unpack-etc-pve");

  private final String text;

  HostRestore(String text) {
    this.text = text;
  }

  /** The spelling of the configuration file. */
  @JsonValue
  public String text() {
    return text;
  }

  @Override
  public String toString() {
    return text;
  }
}
