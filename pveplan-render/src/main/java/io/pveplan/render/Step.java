package io.pveplan.render;

import java.util.Locale;

/**
 * The steps of bringing up a cluster, in the only order that works.
 *
 * <p>Hard edges behind the order: host name and addresses are frozen when the cluster is created; a
 * joining node loses its own {@code /etc/pve}; replication and HA verify that the guest exists; an
 * HA rule may not name an unmanaged resource. Sources: pve-docs, {@code pvecm.adoc}; pve-cluster,
 * {@code PVE/Cluster/Setup.pm}; pve-ha-manager, {@code PVE/API2/HA/Rules.pm}.
 *
 * <pre>{@code
 * Step.NETWORK.number();  // 5
 * Step.NETWORK.script();  // "05-network.sh"
 * }</pre>
 *
 * @since 0.1
 */
public enum Step {

  /** 1: everything before an operating system is there. */
  HARDWARE("Prepare BMC, firmware, hardware watchdog and power", "the hardware"),
  /** 2: installation with the management NIC only. */
  INSTALL("Install Proxmox VE", "each node"),
  /** 3: repositories, updates, packages. */
  PACKAGES("Set up repositories and install packages", "each node"),
  /** 4: names, time, initiator names, services. */
  HOST("Set host names, time and services", "each node"),
  /** 5: NIC pinning, interfaces file, reload, MTU test. */
  NETWORK("Configure the network", "each node"),
  /** 6: {@code pvecm create}. */
  CLUSTER_CREATE("Create the cluster", "the first node"),
  /** 7: {@code pvecm add}, one node after another. */
  CLUSTER_JOIN("Join the other nodes, one after another", "each other node"),
  /** 8: {@code pvecm qdevice setup}. */
  QDEVICE("Set up the QDevice", "one node"),
  /** 9: options of the datacenter. */
  DATACENTER("Set the datacenter options", "one node"),
  /** 10: firewall objects, still switched off. */
  FIREWALL_OBJECTS("Write the firewall objects, disabled", "one node"),
  /** 11: realms, roles, users, permissions, tokens. */
  ACCESS("Set up realms, roles, users and tokens", "one node"),
  /** 12: ZFS pools, the same name everywhere. */
  ZFS_POOLS("Create local pools", "each node"),
  /** 13: storages on these pools. */
  ZFS_STORAGE("Define the storages on local ZFS", "one node"),
  /** 14: {@code pveceph install}. */
  CEPH_INSTALL("Install Ceph", "each node"),
  /** 15: {@code pveceph init} and the first monitor. */
  CEPH_INIT("Initialize Ceph and create the first monitor", "the first node"),
  /** 16: further monitors and managers, one by one. */
  CEPH_MONITORS("Create the other monitors and managers", "each monitor node"),
  /** 17: OSDs, CRUSH rules, pools, metadata servers, file systems. */
  CEPH_POOLS("Create OSDs, pools and file systems", "each OSD node, then one node"),
  /** 18: storages that all nodes reach by themselves. */
  SHARED_STORAGE("Define NFS, CIFS, RBD, CephFS and directory storages", "one node"),
  /** 19: sessions, multipath, volume groups, then the storage. */
  ISCSI_STORAGE("Connect iSCSI and define LVM", "each node, then one node"),
  /** 20: datastore, users and jobs there, then the storage here. */
  BACKUP_SERVER("Set up the backup server and its storage", "the backup server, then one node"),
  /** 21: fabrics, controllers, zones, VNets, subnets, apply. */
  SDN("Define and apply the SDN", "one node"),
  /** 22: snippets, images, template VMs. */
  TEMPLATES(
      "Provide snippets, images and templates",
      "one node, then the nodes of templates; checks on the workstation"),
  /** 23: the guests. */
  GUESTS("Create the guests", "each node; Terraform on the workstation"),
  /** 24: replication jobs. */
  REPLICATION("Define the replication jobs", "one node"),
  /** 25: HA resources, then HA rules. */
  HA("Define HA resources, then HA rules", "one node"),
  /** 26: backup jobs and the timer of the host backup. */
  BACKUP_JOBS("Define backup jobs and host backup", "one node, then each node"),
  /** 27: the firewall goes live. */
  FIREWALL_ENABLE("Enable the firewall, with a second SSH session open", "one node"),
  /** 28: acceptance tests. */
  ACCEPTANCE("Pull a link, drop a node, migrate, restore", "the operator");

  private final String title;
  private final String where;

  Step(String title, String where) {
    this.title = title;
    this.where = where;
  }

  /** Place in the order, 1 to 28. */
  public int number() {
    return ordinal() + 1;
  }

  /** What is done, as a short imperative. */
  public String title() {
    return title;
  }

  /** Where it runs, for example {@code each node}. */
  public String where() {
    return where;
  }

  /** The number with two digits, as file names begin with it: {@code 05}. */
  public String prefix() {
    return String.format(Locale.ROOT, "%02d", number());
  }

  /** Name of the script of this step: {@code 05-network.sh}. */
  public String script() {
    return prefix() + "-" + name().toLowerCase(Locale.ROOT).replace('_', '-') + ".sh";
  }
}
