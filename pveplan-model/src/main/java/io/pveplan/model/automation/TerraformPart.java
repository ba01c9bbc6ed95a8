package io.pveplan.model.automation;

import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Part of the cluster, besides guests, that Terraform can make instead of the scripts.
 *
 * @since 0.1
 */
public enum TerraformPart {
  /** Bridges, bonds and VLAN interfaces that have no address, nor anything on top of them. */
  NETWORK("network"),

  /** Options of the datacenter. */
  DATACENTER("datacenter"),

  /** Storages that the provider has resources for. */
  STORAGES("storages"),

  /** Controllers, zones, VNets and subnets, and their application. */
  SDN("sdn"),

  /** Mappings of PCI and USB devices and of directories. */
  DEVICE_MAPPINGS("device-mappings"),

  /** Resource pools. */
  POOLS("pools"),

  /** Replication jobs. */
  REPLICATION("replication"),

  /** HA resources and HA rules. */
  HA("ha"),

  /** Backup jobs. */
  BACKUP_JOBS("backup-jobs");

  private final String text;

  TerraformPart(String text) {
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
