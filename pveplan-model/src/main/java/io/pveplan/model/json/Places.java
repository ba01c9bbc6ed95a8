package io.pveplan.model.json;

import io.pveplan.model.ClusterPlan;
import io.pveplan.model.Declared;
import io.pveplan.model.PlanPath;
import io.pveplan.model.backup.Backup;
import io.pveplan.model.ceph.Ceph;
import io.pveplan.model.cluster.Corosync;
import io.pveplan.model.cluster.Datacenter;
import io.pveplan.model.guest.Container;
import io.pveplan.model.guest.Guest;
import io.pveplan.model.guest.GuestDisk;
import io.pveplan.model.guest.Vm;
import io.pveplan.model.ha.Ha;
import io.pveplan.model.hardware.Hardware;
import io.pveplan.model.hardware.Node;
import io.pveplan.model.hardware.Switch;
import io.pveplan.model.sdn.Sdn;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where in the text the parts of a plan stand, by the part itself: two may have one name. */
final class Places {

  private final PlanTree tree;
  private final ClusterPlan plan;
  private final Map<Declared, PlanPath> places = new IdentityHashMap<>();

  /**
   * Begins without a look at the plan; that is for the first question.
   *
   * @param tree what the plan was read from, as it is now
   * @param plan the plan
   */
  Places(PlanTree tree, ClusterPlan plan) {
    this.tree = tree;
    this.plan = plan;
  }

  Optional<PlanPath> of(Declared part) {
    if (places.isEmpty()) {
      addAll();
    }
    return Optional.ofNullable(places.get(part));
  }

  private void addAll() {
    put(List.of(), plan);
    add(List.of("circuits"), plan.circuits());
    add(List.of("racks"), plan.racks());
    add(List.of("switches"), plan.switches());
    for (int index = 0; index < plan.switches().size(); index++) {
      add(List.of("switches", index), plan.switches().get(index));
    }
    add(List.of("networks"), plan.networks());
    add(List.of("nodes"), plan.nodes());
    for (int index = 0; index < plan.nodes().size(); index++) {
      add(List.of("nodes", index), plan.nodes().get(index));
    }
    add(List.of("cables"), plan.cables());
    add(List.of("deviceMappings"), plan.deviceMappings());
    for (int index = 0; index < plan.deviceMappings().size(); index++) {
      add(
          List.of("deviceMappings", index, "devices"),
          plan.deviceMappings().get(index).devices());
    }
    add(List.of("storageServers"), plan.storageServers());
    add(List.of("storages"), plan.storages());
    add(List.of("replicationJobs"), plan.replicationJobs());
    add(List.of("guests"), plan.guests());
    for (int index = 0; index < plan.guests().size(); index++) {
      add(List.of("guests", index), plan.guests().get(index));
    }
    add(List.of("migrations"), plan.migrations());
    plan.corosync().ifPresent(this::add);
    plan.datacenter().ifPresent(this::add);
    plan.ceph().ifPresent(this::add);
    plan.ha().ifPresent(this::add);
    plan.sdn().ifPresent(this::add);
    plan.backup().ifPresent(this::add);
    plan.terraform().ifPresent(it -> put(List.of("terraform"), it));
  }

  private void put(List<Object> at, Declared part) {
    places.put(part, PlanPath.of(tree.place(at)));
  }

  private void add(List<Object> at, List<? extends Declared> parts) {
    for (int index = 0; index < parts.size(); index++) {
      put(child(at, index), parts.get(index));
    }
  }

  private static List<Object> child(List<Object> at, Object step) {
    List<Object> longer = new ArrayList<>(at);
    longer.add(step);
    return longer;
  }

  private void add(List<Object> at, Node node) {
    add(child(at, "interfaces"), node.interfaces());
    add(child(at, "zfsPools"), node.zfsPools());
    add(child(at, "lvmThinPools"), node.lvmThinPools());
    add(child(at, "osds"), node.osds());
    node.hardware().ifPresent(it -> add(child(at, "hardware"), it));
  }

  private void add(List<Object> at, Switch device) {
    add(child(at, "powerSupplies"), device.powerSupplies());
    add(child(at, "ports"), device.ports());
  }

  private void add(List<Object> at, Hardware hardware) {
    add(child(at, "powerSupplies"), hardware.powerSupplies());
    hardware.bmc().ifPresent(it -> put(child(at, "bmc"), it));
    hardware
        .systemDisks()
        .ifPresent(it -> add(child(child(at, "systemDisks"), "disks"), it.disks()));
  }

  private void add(List<Object> at, Guest guest) {
    add(child(at, "nics"), guest.nics());
    if (guest instanceof Container container) {
      put(child(at, "rootfs"), container.rootfs());
      add(child(at, "mountPoints"), container.mountPoints());
      add(child(at, "devices"), container.devices());
      add(child(at, "ipConfigs"), container.ipConfigs());
      // A volume at a mount point is a disk, too.
      for (GuestDisk disk : container.disks()) {
        if (disk != container.rootfs()) {
          int number = Integer.parseInt(disk.slot().substring("mp".length()));
          put(child(child(at, "mountPoints"), number), disk);
        }
      }
    } else if (guest instanceof Vm vm) {
      add(child(at, "disks"), vm.disks());
      add(child(at, "devices"), vm.devices());
      vm.efiDisk().ifPresent(it -> put(child(at, "efiDisk"), it));
      vm.tpmState().ifPresent(it -> put(child(at, "tpmState"), it));
      vm.clone().ifPresent(it -> put(child(at, "clone"), it));
      vm.cloudInit().ifPresent(it -> {
        put(child(at, "cloudInit"), it);
        add(child(child(at, "cloudInit"), "ipConfigs"), it.ipConfigs());
      });
    }
  }

  private void add(Corosync corosync) {
    add(List.of("corosync", "links"), corosync.links());
  }

  private void add(Datacenter datacenter) {
    datacenter.migration().ifPresent(it -> put(List.of("datacenter", "migration"), it));
    datacenter.replication().ifPresent(it -> put(List.of("datacenter", "replication"), it));
  }

  private void add(Ceph ceph) {
    put(List.of("ceph"), ceph);
    add(List.of("ceph", "monitorAddresses"), ceph.monitorAddresses());
    add(List.of("ceph", "metadataServers"), ceph.metadataServers());
    add(List.of("ceph", "crushRules"), ceph.crushRules());
    add(List.of("ceph", "pools"), ceph.pools());
    add(List.of("ceph", "fileSystems"), ceph.fileSystems());
  }

  private void add(Ha ha) {
    add(List.of("ha", "resources"), ha.resources());
    add(List.of("ha", "nodeAffinities"), ha.nodeAffinities());
    add(List.of("ha", "resourceAffinities"), ha.resourceAffinities());
  }

  private void add(Sdn sdn) {
    add(List.of("sdn", "controllers"), sdn.controllers());
    add(List.of("sdn", "zones"), sdn.zones());
    add(List.of("sdn", "vnets"), sdn.vnets());
    add(List.of("sdn", "subnets"), sdn.subnets());
  }

  private void add(Backup backup) {
    add(List.of("backup", "servers"), backup.servers());
    add(List.of("backup", "jobs"), backup.jobs());
    add(List.of("backup", "hostBackups"), backup.hostBackups());
  }
}
