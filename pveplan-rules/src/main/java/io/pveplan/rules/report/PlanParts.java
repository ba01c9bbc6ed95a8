package io.pveplan.rules.report;

import io.pveplan.model.PlanPath;
import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.backup.Backup;
import io.pveplan.model.cluster.Datacenter;
import io.pveplan.model.guest.Guest;
import io.pveplan.model.guest.Vm;
import io.pveplan.model.hardware.Hardware;
import io.pveplan.model.hardware.Node;
import io.pveplan.model.storage.Storage;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Lists what a resolved plan consists of, what its author left to the defaults included. Whoever
 * adds a kind of thing to the model adds it here.
 */
final class PlanParts {

  private static final PlanPath CLUSTER = PlanPath.of("cluster");
  private static final PlanPath BACKUP = PlanPath.of("backup");

  private final ResolvedPlan plan;
  private final List<PlanPart> parts = new ArrayList<>();

  private PlanParts(ResolvedPlan plan) {
    this.plan = plan;
  }

  /** In the order of the plan. */
  static List<PlanPart> of(ResolvedPlan plan) {
    PlanParts parts = new PlanParts(plan);
    parts.cluster();
    plan.networks().forEach(network -> parts.add("network", network.path()));
    plan.nodes().forEach(parts::node);
    plan.plan().deviceMappings().forEach(mapping -> parts.add("device mapping", mapping.path()));
    parts.storages();
    plan.guests().forEach(parts::guest);
    parts.highAvailability();
    plan.plan().migrations().forEach(move -> parts.add("migration", move.path()));
    parts.sdn();
    plan.plan().backup().ifPresent(parts::backup);
    plan.plan()
        .terraform()
        .ifPresent(terraform -> parts.add("Terraform", PlanPath.of("terraform")));
    return parts.parts;
  }

  private void add(String kind, PlanPath path) {
    parts.add(new PlanPart(kind, path));
  }

  private void cluster() {
    add("cluster", CLUSTER);
    plan.plan().mustSurvive().forEach(goal -> add("goal", goal.path()));
    plan.plan().datacenter().ifPresent(this::datacenter);
    plan.corosyncLinks()
        .forEach(link -> add("Corosync link", PlanPath.of("corosync", "link" + link.number())));
    plan.plan()
        .corosync()
        .flatMap(corosync -> corosync.qdevice())
        .ifPresent(qdevice -> add("QDevice", PlanPath.of("corosync", "qdevice")));
    plan.plan()
        .circuits()
        .forEach(circuit -> add("power circuit", PlanPath.of("circuit", circuit.name())));
    plan.plan().racks().forEach(rack -> add("rack", rack.path()));
    plan.plan().switches().forEach(device -> add("switch", device.path()));
    plan.plan().cables().forEach(cable -> add("cable", cable.path()));
  }

  private void datacenter(Datacenter datacenter) {
    datacenter
        .migration()
        .ifPresent(settings -> add("datacenter option", CLUSTER.child("migration")));
    datacenter
        .replication()
        .ifPresent(settings -> add("datacenter option", CLUSTER.child("replication")));
  }

  private void node(Node node) {
    PlanPath at = node.path();
    add("node", at);
    node.hardware().ifPresent(hardware -> hardware(hardware, at));
    node.interfaces().forEach(each -> add("interface", at.child(each.name())));
    node.zfsPools().forEach(pool -> add("ZFS pool", at.child(pool.name())));
    node.osds().forEach(osd -> add("OSD", at.child("osd", osd.device())));
  }

  private void hardware(Hardware hardware, PlanPath node) {
    hardware.disks().forEach(disk -> add("disk", node.child(disk.device())));
    hardware.bmc().ifPresent(bmc -> add("BMC", node.child("bmc")));
  }

  private void storages() {
    plan.plan().storageServers().forEach(server -> add("storage server", server.path()));
    plan.plan().openIscsi().ifPresent(settings -> add("settings of open-iscsi", settings.path()));
    // What the installer makes is no part that somebody planned.
    Set<String> written =
        plan.written().storages().stream().map(Storage::id).collect(Collectors.toSet());
    plan.storages().stream()
        .filter(storage -> !storage.id().equals("local") || written.contains("local"))
        .forEach(storage -> add("storage", storage.path()));
    plan.plan().replicationJobs().forEach(job -> add("replication job", job.path()));
    plan.plan().ceph().ifPresent(ceph -> {
      add("Ceph", ceph.path());
      ceph.monitorAddresses().forEach(each -> add("monitor address", each.path()));
      ceph.metadataServers().forEach(each -> add("metadata server", each.path()));
      ceph.crushRules().forEach(rule -> add("CRUSH rule", rule.path()));
      ceph.pools().forEach(pool -> add("Ceph pool", pool.path()));
      ceph.fileSystems().forEach(fs -> add("CephFS", fs.path()));
    });
  }

  private void guest(Guest guest) {
    PlanPath at = guest.path();
    add("guest", at);
    guest.disks().forEach(disk -> add("guest disk", at.child(disk.slot())));
    for (int number = 0; number < guest.nics().size(); number++) {
      add("guest NIC", at.child("net" + number));
    }
    if (guest instanceof Vm vm) {
      vm.efiDisk().ifPresent(disk -> add("guest disk", at.child("efidisk0")));
      vm.tpmState().ifPresent(disk -> add("guest disk", at.child("tpmstate0")));
      for (int index = 0; index < vm.devices().size(); index++) {
        add("guest device", at.child(vm.deviceSlot(index)));
      }
      vm.cloudInit().ifPresent(settings -> add("cloud-init", at.child("cloud-init")));
    }
  }

  private void highAvailability() {
    plan.ha().resources().forEach(resource -> add("HA resource", resource.path()));
    plan.ha().nodeAffinities().forEach(rule -> add("HA rule", rule.path()));
    plan.ha().resourceAffinities().forEach(rule -> add("HA rule", rule.path()));
  }

  private void sdn() {
    plan.sdn().controllers().forEach(controller -> add("SDN controller", controller.path()));
    plan.sdn().zones().forEach(zone -> add("SDN zone", zone.path()));
    plan.sdn().vnets().forEach(vnet -> add("VNet", vnet.path()));
    plan.sdn().subnets().forEach(subnet -> add("SDN subnet", subnet.path()));
  }

  private void backup(Backup backup) {
    backup.servers().forEach(server -> add("backup server", BACKUP.child("server", server.name())));
    backup.jobs().forEach(job -> add("backup job", job.path()));
    for (int number = 0; number < backup.hostBackups().size(); number++) {
      add("host backup", BACKUP.child("hosts", Integer.toString(number)));
    }
    backup.hostRestore().ifPresent(way -> add("restore", BACKUP.child("restore")));
  }
}
