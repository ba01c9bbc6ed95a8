package io.pveplan.rules.report;

import static io.pveplan.dsl.Pveplan.*;
import static io.pveplan.model.Traffic.*;
import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.pveplan.model.ClusterPlan;
import io.pveplan.model.PlanPath;
import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.backup.HostRestore;
import io.pveplan.model.ceph.FailureDomain;
import io.pveplan.model.cluster.FailureKind;
import io.pveplan.model.ha.Affinity;
import io.pveplan.model.hardware.BmcKind;
import io.pveplan.model.hardware.DiskKind;
import io.pveplan.model.storage.ZfsRaid;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PlanPartsTest {

  @Test
  void everything_in_a_plan_is_listed_under_its_place() {
    String parts = PlanParts.of(ResolvedPlan.of(plan())).stream()
        .map(it -> it.kind() + ": " + it.path())
        .collect(Collectors.joining("\n"));

    assertThat(parts).isEqualTo("""
        cluster: cluster
        goal: cluster/mustSurvive/node
        datacenter option: cluster/migration
        datacenter option: cluster/replication
        Corosync link: corosync/link0
        QDevice: corosync/qdevice
        power circuit: circuit/feed-a
        rack: rack/r1
        switch: switch/sw1
        cable: cable/pve1/eno1
        network: network/mgmt
        node: node/pve1
        disk: node/pve1//dev/nvme0n1
        BMC: node/pve1/bmc
        interface: node/pve1/eno1
        interface: node/pve1/vmbr0
        ZFS pool: node/pve1/tank
        OSD: node/pve1/osd//dev/nvme1n1
        node: node/pve2
        device mapping: mapping/pci/gpu
        storage server: storage-server/nas
        storage: storage/tank-vm
        storage: storage/pbs1
        storage: storage/vm-disks
        replication job: replication/200-0
        Ceph: ceph
        monitor address: ceph/monitor/pve1
        metadata server: ceph/mds/pve1
        CRUSH rule: ceph/rule/by-node
        Ceph pool: ceph/pool/vm-disks
        CephFS: ceph/fs/files
        guest: guest/200
        guest disk: guest/200/scsi0
        guest NIC: guest/200/net0
        guest device: guest/200/hostpci0
        guest device: guest/200/usb0
        cloud-init: guest/200/cloud-init
        guest: guest/201
        HA resource: ha/resource/200
        HA resource: ha/resource/201
        HA rule: ha/rule/home
        HA rule: ha/rule/together
        migration: migration/200/pve2
        SDN controller: sdn/controller/evpn1
        SDN zone: sdn/zone/nat1
        VNet: sdn/vnet/natnet1
        SDN subnet: sdn/subnet/natnet1-10.150.10.0-24
        backup server: backup/server/pbs1
        backup job: backup/job/nightly
        host backup: backup/hosts/0
        restore: backup/restore
        Terraform: terraform""");
  }

  @BeforeEach
  void leaveOutWhatTheModelOnlyUses() {
    ArchConfiguration.get().setResolveMissingDependenciesFromClassPath(false);
  }

  @AfterEach
  void resetConfiguration() {
    ArchConfiguration.get().reset();
  }

  @Test
  void whatever_has_a_place_in_the_model_is_listed() {
    JavaClasses classes = new ClassFileImporter()
        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
        .importPackages("io.pveplan.model", "io.pveplan.rules.report");
    Set<String> placed = classes.stream()
        .filter(it -> it.isInterface() && it.getPackageName().startsWith("io.pveplan.model"))
        .filter(PlanPartsTest::hasPlace)
        .map(JavaClass::getSimpleName)
        .collect(toCollection(TreeSet::new));

    JavaClass parts = classes.get(PlanParts.class);
    Set<String> asked = Stream.<JavaAccess<?>>concat(
            parts.getMethodCallsFromSelf().stream(), parts.getMethodReferencesFromSelf().stream())
        .filter(it -> it.getName().equals("path"))
        .map(it -> it.getTargetOwner().getSimpleName())
        .collect(toCollection(TreeSet::new));

    assertThat(placed).isNotEmpty();
    assertThat(asked).containsAll(placed);
  }

  private static boolean hasPlace(JavaClass type) {
    return type.tryGetMethod("path")
        .filter(it -> it.getRawReturnType().isEquivalentTo(PlanPath.class))
        .isPresent();
  }

  private static ClusterPlan plan() {
    return cluster("all", c -> {
      c.mustSurvive(1, FailureKind.NODE);
      var feed = c.circuit("feed-a", "ups-a");
      c.rack("r1", "basement");
      var sw1 = c.ethernetSwitch("sw1", s -> {});
      var mgmt = c.network("mgmt", "10.20.0.0/24", net -> net.carries(MANAGEMENT));
      var pve1 = c.node(
          "pve1",
          n -> n.hardware(h -> h.powerSupplies(feed)
                  .bmc(BmcKind.IDRAC, mgmt.host(111))
                  .disk("/dev/nvme0n1", gib(800), DiskKind.NVME))
              .cable("eno1", sw1.port(1))
              .bridge("vmbr0", b -> b.over("eno1").address(mgmt.host(11)))
              .zpool("tank", ZfsRaid.SINGLE, "/dev/nvme0n1")
              .osds("/dev/nvme1n1"));
      var pve2 = c.node("pve2", n -> {});
      var gpu = c.pciMapping("gpu", m -> m.device(pve1, "0000:41:00.0", "10de:2204"));
      c.corosync(k -> k.link(0, mgmt).qdevice("10.20.0.9"));
      c.migration(m -> m.over(mgmt));
      c.replication(m -> m.over(mgmt));
      var local = c.storage(zfs("tank-vm", "tank"), s -> {});
      c.storageServer("nas", s -> s.addresses("10.20.0.5"));
      c.ceph(
          s -> s.publicNetwork(mgmt).monitor(pve1, "10.20.0.11").metadataServersOn(List.of(pve1)));
      c.crushRule("by-node", FailureDomain.HOST, p -> {});
      c.cephFs("files", p -> p.withoutStorage());
      c.cephPool("vm-disks", p -> {});
      var vm = c.vm(
          200,
          "web",
          v -> v.node(pve1)
              .disk(local, gib(32))
              .nic("vmbr0")
              .hardware(h -> h.device(gpu).hostUsb("1-2"))
              .cloudInit(s -> s.user("ops")));
      var db = c.vm(201, "db", v -> {});
      c.replicate(vm, pve2, s -> {});
      c.migrate(vm, pve2, m -> m.online());
      c.ha(h -> h.resources(vm, db)
          .nodeAffinity("home", a -> a.resources(vm).nodes(pve1))
          .resourceAffinity("together", Affinity.POSITIVE, vm, db));
      c.evpnController("evpn1", 65000, mgmt);
      c.vnet("natnet1", c.zone(simple("nat1"), z -> {}), b -> b.subnet("10.150.10.0/24", s -> {}));
      var backups = c.storage(
          pbs("pbs1", "10.20.0.6", "store1", "cluster@pbs!all", fromFile("/root/token")), s -> {});
      c.backup(b -> b.server("pbs1", "10.20.0.6", "store1")
          .job("nightly", "02:30", backups, p -> p.all())
          .hosts("01:15", backups, "/etc/pve")
          .restoreHostsBy(HostRestore.REJOIN));
      c.terraform(t -> t.guests(vm));
    });
  }
}
