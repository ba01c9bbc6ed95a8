package io.pveplan.model;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pveplan.model.access.SecretReference;
import io.pveplan.model.automation.Terraform;
import io.pveplan.model.backup.Backup;
import io.pveplan.model.backup.BackupJob;
import io.pveplan.model.backup.BackupServer;
import io.pveplan.model.backup.HostBackup;
import io.pveplan.model.ceph.Ceph;
import io.pveplan.model.ceph.CephPool;
import io.pveplan.model.cluster.Corosync;
import io.pveplan.model.cluster.CorosyncLink;
import io.pveplan.model.cluster.Datacenter;
import io.pveplan.model.cluster.MigrationSettings;
import io.pveplan.model.guest.Clone;
import io.pveplan.model.guest.CloudInit;
import io.pveplan.model.guest.Container;
import io.pveplan.model.guest.EfiDisk;
import io.pveplan.model.guest.GuestDevice;
import io.pveplan.model.guest.GuestDisk;
import io.pveplan.model.guest.GuestNic;
import io.pveplan.model.guest.IpConfig;
import io.pveplan.model.guest.Migration;
import io.pveplan.model.guest.MountPoint;
import io.pveplan.model.guest.TpmState;
import io.pveplan.model.guest.Vm;
import io.pveplan.model.guest.Vmid;
import io.pveplan.model.guest.Volume;
import io.pveplan.model.ha.Affinity;
import io.pveplan.model.ha.Ha;
import io.pveplan.model.ha.HaResource;
import io.pveplan.model.ha.NodeAffinity;
import io.pveplan.model.ha.NodePriority;
import io.pveplan.model.ha.ResourceAffinity;
import io.pveplan.model.hardware.Bmc;
import io.pveplan.model.hardware.BmcKind;
import io.pveplan.model.hardware.Circuit;
import io.pveplan.model.hardware.DeviceKind;
import io.pveplan.model.hardware.DeviceMapping;
import io.pveplan.model.hardware.Hardware;
import io.pveplan.model.hardware.MappedDevice;
import io.pveplan.model.hardware.Node;
import io.pveplan.model.hardware.PowerSupply;
import io.pveplan.model.network.Bond;
import io.pveplan.model.network.BondMode;
import io.pveplan.model.network.Bridge;
import io.pveplan.model.network.HostAddress;
import io.pveplan.model.network.InterfaceAddress;
import io.pveplan.model.network.IpAddress;
import io.pveplan.model.network.Network;
import io.pveplan.model.network.Nic;
import io.pveplan.model.network.NodeInterface;
import io.pveplan.model.network.Subnet;
import io.pveplan.model.network.Vlan;
import io.pveplan.model.network.VlanTag;
import io.pveplan.model.sdn.EvpnController;
import io.pveplan.model.sdn.EvpnZone;
import io.pveplan.model.sdn.QinqZone;
import io.pveplan.model.sdn.Sdn;
import io.pveplan.model.sdn.SdnSubnet;
import io.pveplan.model.sdn.SimpleZone;
import io.pveplan.model.sdn.VlanZone;
import io.pveplan.model.sdn.Vnet;
import io.pveplan.model.sdn.VxlanZone;
import io.pveplan.model.storage.DirStorage;
import io.pveplan.model.storage.PbsStorage;
import io.pveplan.model.storage.RbdStorage;
import io.pveplan.model.storage.ReplicationJob;
import io.pveplan.model.storage.StorageServer;
import io.pveplan.model.time.CalendarEvent;
import io.pveplan.model.unit.DataSize;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class PlanIntegrityTest {

  private static final CalendarEvent NIGHT = CalendarEvent.parse("02:30");

  private static ClusterPlan plan(UnaryOperator<ClusterPlan.Builder> parts) {
    return parts.apply(ClusterPlan.builder().name("prod")).build();
  }

  private static void assertProblems(UnaryOperator<ClusterPlan.Builder> parts, String... expected) {
    String found = PlanIntegrity.problems(plan(parts)).stream()
        .map(PlanProblem::toString)
        .collect(joining("\n"));
    assertThat(found).isEqualTo(String.join("\n", expected));
  }

  private static Origin line(int number) {
    return new Origin("example.Prod", "Prod.java", number);
  }

  private static Network network(String name, int line) {
    return Network.builder().name(name).declaredAt(line(line)).build();
  }

  private static Node node(String name, int line, NodeInterface... interfaces) {
    return Node.builder()
        .name(name)
        .addInterfaces(interfaces)
        .declaredAt(line(line))
        .build();
  }

  private static Nic nic(String name, int line) {
    return Nic.builder().name(name).declaredAt(line(line)).build();
  }

  private static ClusterPlan.Builder release(ClusterPlan.Builder plan, String release) {
    return plan.addNodes(
        Node.builder().name("pve1").release(release).declaredAt(line(7)).build());
  }

  @Test
  void a_release_of_another_series_than_the_target_is_refused() {
    assertProblems(
        plan -> release(plan.target(ProductVersion.PVE_9), "8.4"),
        "node/pve1: release 8.4 is not what the plan is made for: Proxmox VE 9  (Prod.java:7)",
        "    Install a release of 9, or set another target of the plan.");
    assertProblems(
        plan -> release(plan, "10.0"),
        "node/pve1: release 10.0 is not what the plan is made for: Proxmox VE 9  (Prod.java:7)",
        "    Install a release of 9, or set another target of the plan.");
    assertProblems(
        plan -> release(plan.target(ProductVersion.PVE_8_4), "9.1"),
        "node/pve1: release 9.1 is not what the plan is made for: Proxmox VE 8.4  (Prod.java:7)",
        "    Install a release of 8.4, or set another target of the plan.");
  }

  @Test
  void releases_of_the_series_of_the_target_are_allowed() {
    assertProblems(plan -> release(plan, "9.1"));
    assertProblems(plan -> release(plan.target(ProductVersion.PVE_8_4), "8.2"));
  }

  private static Bridge bridge(String name, int line, String... ports) {
    return Bridge.builder().name(name).addPorts(ports).declaredAt(line(line)).build();
  }

  private static Bond bond(String name, int line, String... slaves) {
    return Bond.builder()
        .name(name)
        .mode(BondMode.LACP)
        .addSlaves(slaves)
        .declaredAt(line(line))
        .build();
  }

  private static Vlan vlan(String name, String parent, int tag, int line) {
    return Vlan.builder()
        .name(name)
        .parent(parent)
        .tag(VlanTag.of(tag))
        .declaredAt(line(line))
        .build();
  }

  private static InterfaceAddress on(String network, String address) {
    return new InterfaceAddress(HostAddress.parse(address), Optional.of(network));
  }

  private static Vm.Builder vm(int vmid, int line) {
    return Vm.builder().vmid(Vmid.of(vmid)).name("web").declaredAt(line(line));
  }

  private static GuestDisk disk(String slot, String storage, int line) {
    return GuestDisk.builder()
        .slot(slot)
        .storage(storage)
        .size(DataSize.gib(8))
        .declaredAt(line(line))
        .build();
  }

  private static HaResource resource(int vmid, int line) {
    return HaResource.builder().guest(Vmid.of(vmid)).declaredAt(line(line)).build();
  }

  private static ClusterPlan.Builder with(ClusterPlan.Builder plan, Ha.Builder ha) {
    return plan.addGuests(vm(200, 1).build(), vm(201, 2).build()).ha(ha.build());
  }

  @Test
  void a_plan_with_nothing_but_a_name_has_no_problem() {
    assertProblems(plan -> plan);
  }

  @Test
  void names_of_refused_parts_are_no_problem() {
    ClusterPlan plan = plan(p -> p.addGuest(
            vm(200, 5).node("pve1").addDisk(disk("scsi0", "nas", 6)).build())
        .ha(Ha.builder()
            .addResourceAffinity(ResourceAffinity.builder()
                .name("apart")
                .affinity(Affinity.NEGATIVE)
                .addResources(Vmid.of(200), Vmid.of(201))
                .build())
            .build()));

    assertThat(PlanIntegrity.problems(plan, (kind, name) -> !name.equals("nas")))
        .extracting(PlanProblem::toString)
        .containsExactly("""
            guest/200/scsi0: there is no storage "nas"  (Prod.java:6)
                Declare it, or name one of: local.""");
  }

  @Test
  void resolving_asks_too() {
    ClusterPlan plan = plan(p -> p.addGuest(vm(200, 5).node("pve1").build()));

    assertThatThrownBy(() -> ResolvedPlan.of(plan))
        .isInstanceOf(PlanDefinitionException.class)
        .hasMessage("""
            the plan can not exist, 1 problem:
              guest/200: there is no node "pve1"  (Prod.java:5)
                  The plan has no node; declare it.""");
  }

  @Nested
  class Duplicates {

    @Test
    void networks() {
      assertProblems(
          plan -> plan.addNetworks(network("ring", 1), network("mgmt", 2), network("ring", 3)),
          "network/ring: there are two networks with this name  (Prod.java:3)",
          "    Give each network its own name.");
    }

    @Test
    void nodes_whatever_their_case() {
      assertProblems(
          plan -> plan.addNodes(node("pve1", 1), node("PVE1", 2)),
          "node/PVE1: there are two nodes with this name [NODE-003]  (Prod.java:2)",
          "    Give each node its own name.");
    }

    @Test
    void three_of_a_name_are_two_problems() {
      assertProblems(
          plan -> plan.addNodes(node("pve1", 1), node("pve1", 2), node("pve1", 3)),
          "node/pve1: there are two nodes with this name [NODE-003]  (Prod.java:2)",
          "    Give each node its own name.",
          "node/pve1: there are two nodes with this name [NODE-003]  (Prod.java:3)",
          "    Give each node its own name.");
    }

    @Test
    void circuits() {
      assertProblems(
          plan -> plan.addCircuits(
              Circuit.builder().name("feed-a").build(),
              Circuit.builder().name("feed-a").declaredAt(line(2)).build()),
          "circuit/feed-a: there are two power circuits with this name  (Prod.java:2)",
          "    Give each power circuit its own name.");
    }

    @Test
    void device_mappings_of_a_kind() {
      DeviceMapping share = DeviceMapping.builder()
          .deviceKind(DeviceKind.DIRECTORY)
          .id("share")
          .addDevice(MappedDevice.builder().node("pve1").path("/srv/share").build())
          .declaredAt(line(2))
          .build();
      DeviceMapping other = DeviceMapping.builder()
          .deviceKind(DeviceKind.USB)
          .id("share")
          .addDevice(MappedDevice.builder().node("pve1").deviceId("0529:0001").build())
          .build();

      assertProblems(
          plan -> plan.addNode(Node.builder().name("pve1").build())
              .addDeviceMappings(share, other, share),
          "mapping/dir/share: there are two device mappings with this ID  (Prod.java:2)",
          "    Give each device mapping its own ID.");
    }

    @Test
    void mappings_of_devices_and_their_nodes() {
      assertProblems(
          plan -> plan.addDeviceMapping(DeviceMapping.builder()
                  .deviceKind(DeviceKind.USB)
                  .id("dongle")
                  .addDevice(MappedDevice.builder()
                      .node("pve7")
                      .deviceId("0529:0001")
                      .declaredAt(line(2))
                      .build())
                  .build())
              .addGuest(Vm.builder()
                  .vmid(Vmid.of(100))
                  .name("web")
                  .addDevice(GuestDevice.builder()
                      .deviceKind(DeviceKind.USB)
                      .mapping("dangle")
                      .declaredAt(line(3))
                      .build())
                  .build()),
          "mapping/usb/dongle: there is no node \"pve7\"  (Prod.java:2)",
          "    The plan has no node; declare it.",
          "guest/100/usb0: there is no device mapping \"dangle\" [GST-026]  (Prod.java:3)",
          "    Declare it, or name one of: dongle.");
    }

    @Test
    void storages() {
      DirStorage files =
          DirStorage.builder().id("files").directory("/srv").declaredAt(line(2)).build();

      assertProblems(
          plan -> plan.addStorages(files, files),
          "storage/files: there are two storages with this ID [LOC-002]  (Prod.java:2)",
          "    Give each storage its own ID.");
    }

    @Test
    void storage_servers() {
      StorageServer nas =
          StorageServer.builder().name("nas").declaredAt(line(2)).build();

      assertProblems(
          plan -> plan.addStorageServers(nas, nas),
          "storage-server/nas: there are two storage servers with this name  (Prod.java:2)",
          "    Give each storage server its own name.");
    }

    @Test
    void guests() {
      Container container = Container.builder()
          .vmid(Vmid.of(200))
          .name("dns")
          .ostemplate(Volume.parse("local:vztmpl/a.tar.zst"))
          .rootfs(disk("rootfs", "local", 3))
          .declaredAt(line(2))
          .build();

      assertProblems(
          plan -> plan.addGuests(vm(200, 1).build(), container),
          "guest/200: there are two guests with this VMID, dns and before it web (Prod.java:1)"
              + " [GST-002]  (Prod.java:2)",
          "    Give each guest its own VMID.");
    }

    @Test
    void replication_jobs() {
      ReplicationJob job = ReplicationJob.builder()
          .guest(Vmid.of(200))
          .number(0)
          .target("pve1")
          .declaredAt(line(4))
          .build();

      assertProblems(
          plan -> plan.addNodes(node("pve1", 1), node("pve2", 2))
              .addGuest(vm(200, 3).build())
              .addReplicationJobs(
                  job,
                  ReplicationJob.builder()
                      .from(job)
                      .target("pve2")
                      .declaredAt(line(5))
                      .build(),
                  ReplicationJob.builder()
                      .from(job)
                      .number(1)
                      .declaredAt(line(6))
                      .build()),
          "replication/200-0: there are two replication jobs with this ID [LOC-028]  (Prod.java:5)",
          "    Give each replication job its own ID.",
          "replication/200-1: guest 200 is already replicated to pve1 [LOC-027]  (Prod.java:6)",
          "    Declare one job for each target.");
    }

    @Test
    void planned_moves() {
      Migration move = Migration.builder()
          .guest(Vmid.of(200))
          .target("pve1")
          .declaredAt(line(3))
          .build();

      assertProblems(
          plan -> plan.addNodes(node("pve1", 1))
              .addGuest(vm(200, 2).build())
              .addNodes(node("pve2", 1))
              .addMigrations(
                  move,
                  Migration.builder()
                      .from(move)
                      .online(true)
                      .declaredAt(line(4))
                      .build(),
                  Migration.builder()
                      .from(move)
                      .target("pve2")
                      .declaredAt(line(5))
                      .build()),
          "migration/200/pve1: there are two planned moves with this guest  (Prod.java:4)",
          "    Give each planned move its own guest.",
          "migration/200/pve2: there are two planned moves with this guest  (Prod.java:5)",
          "    Give each planned move its own guest.");
    }

    @Test
    void ceph_pools() {
      CephPool pool = CephPool.builder().name("vm-disks").declaredAt(line(2)).build();

      assertProblems(
          plan -> plan.ceph(Ceph.builder().addPools(pool, pool).build()),
          "ceph/pool/vm-disks: there are two Ceph pools with this name  (Prod.java:2)",
          "    Give each Ceph pool its own name.");
    }

    @Test
    void corosync_links() {
      CorosyncLink link =
          CorosyncLink.builder().number(0).network("ring").declaredAt(line(2)).build();

      assertProblems(
          plan -> plan.addNetwork(network("ring", 1))
              .corosync(Corosync.builder().addLinks(link, link).build()),
          "corosync/link0: there are two Corosync links with this number [CLU-017]  (Prod.java:2)",
          "    Give each Corosync link its own number.");
    }

    @Test
    void ha_resources_and_rules() {
      NodeAffinity home = NodeAffinity.builder()
          .name("web")
          .addResources(Vmid.of(200))
          .addNode(NodePriority.builder().node("pve1").build())
          .declaredAt(line(6))
          .build();
      ResourceAffinity apart = ResourceAffinity.builder()
          .name("WEB")
          .affinity(Affinity.NEGATIVE)
          .addResources(Vmid.of(200), Vmid.of(201))
          .declaredAt(line(7))
          .build();

      assertProblems(
          plan -> with(
                  plan,
                  Ha.builder()
                      .addResources(resource(200, 3), resource(201, 4), resource(200, 5))
                      .addNodeAffinity(home)
                      .addResourceAffinity(apart))
              .addNode(node("pve1", 8)),
          "ha/resource/200: there are two HA resources with this VMID [HA-003]  (Prod.java:5)",
          "    Give each HA resource its own VMID.",
          "ha/rule/WEB: there are two HA rules with this ID [HA-004]  (Prod.java:7)",
          "    Give each HA rule its own ID.");
    }

    @Test
    void parts_of_the_software_defined_network() {
      SimpleZone zone = SimpleZone.builder().id("nat").declaredAt(line(2)).build();
      Vnet vnet = Vnet.builder().id("vn").zone("nat").declaredAt(line(3)).build();
      SdnSubnet subnet = SdnSubnet.builder()
          .vnet("vn")
          .subnet(Subnet.parse("10.1.0.0/24"))
          .declaredAt(line(4))
          .build();
      EvpnController controller = EvpnController.builder()
          .id("ev")
          .asn(1)
          .network("ring")
          .declaredAt(line(5))
          .build();

      assertProblems(
          plan -> plan.addNetwork(network("ring", 1))
              .sdn(Sdn.builder()
                  .addZones(zone, zone)
                  .addVnets(vnet, vnet)
                  .addSubnets(subnet, subnet)
                  .addControllers(controller, controller)
                  .build()),
          "sdn/zone/nat: there are two zones with this ID [SDN-003]  (Prod.java:2)",
          "    Give each zone its own ID.",
          "sdn/vnet/vn: there are two VNets with this ID [SDN-003]  (Prod.java:3)",
          "    Give each VNet its own ID.",
          "sdn/subnet/vn-10.1.0.0-24: there are two subnets with this address [SDN-003]"
              + "  (Prod.java:4)",
          "    Give each subnet its own address.",
          "sdn/controller/ev: there are two controllers with this ID [SDN-003]  (Prod.java:5)",
          "    Give each controller its own ID.");
    }

    @Test
    void backup_servers_and_jobs() {
      BackupServer server = BackupServer.builder()
          .name("pbs")
          .address(IpAddress.parse("10.0.0.9"))
          .declaredAt(line(1))
          .build();
      BackupJob job = BackupJob.builder()
          .id("nightly")
          .schedule(NIGHT)
          .storage("local")
          .all(true)
          .declaredAt(line(2))
          .build();

      assertProblems(
          plan -> plan.backup(
              Backup.builder().addServers(server, server).addJobs(job, job).build()),
          "backup/pbs: there are two backup servers with this name  (Prod.java:1)",
          "    Give each backup server its own name.",
          "backup/job/nightly: there are two backup jobs with this ID  (Prod.java:2)",
          "    Give each backup job its own ID.");
    }
  }

  @Nested
  class Interfaces {

    private void assertNode(Node node, String... expected) {
      assertProblems(
          plan -> plan.addNetwork(Network.builder()
                  .name("mgmt")
                  .subnet(Subnet.parse("10.0.0.0/24"))
                  .declaredAt(line(1))
                  .build())
              .addNode(node),
          expected);
    }

    @Test
    void two_of_one_name() {
      assertNode(
          node("pve1", 2, nic("eno1", 3), nic("eno1", 4)),
          "node/pve1/eno1: there are two interfaces with this name [NET-003]  (Prod.java:4)",
          "    Declare each interface once.");
    }

    @Test
    void the_same_name_on_two_nodes_is_fine() {
      assertProblems(plan -> plan.addNodes(
          node("pve1", 1, bridge("vmbr0", 2, "eno1")),
          node("pve2", 3, bridge("vmbr0", 4, "eno1"))));
    }

    @Test
    void a_port_that_is_used_twice() {
      assertNode(
          node("pve1", 2, bridge("vmbr0", 3, "eno1"), bond("bond0", 4, "eno1", "eno2")),
          "node/pve1/bond0: eno1 is already used by vmbr0 [NET-005]  (Prod.java:4)",
          "    Give each NIC or bond to one bridge or bond.");
    }

    @Test
    void a_card_needs_no_declaration_and_everything_else_does() {
      assertNode(
          node("pve1", 2, bridge("vmbr0", 3, "eno1"), bridge("vmbr1", 4, "bond0.30")),
          "node/pve1/vmbr1: there is no interface \"bond0.30\" [NET-006]  (Prod.java:4)",
          "    Declare it, or name one of: vmbr0, vmbr1.");
    }

    @Test
    void a_bond_that_nobody_declared() {
      assertNode(
          node("pve1", 2, bridge("vmbr0", 3, "bond0")),
          "node/pve1/vmbr0: there is no interface \"bond0\" [NET-006]  (Prod.java:3)",
          "    Declare it, or name one of: vmbr0.");
    }

    @Test
    void the_parent_of_a_vlan() {
      assertNode(
          node("pve1", 2, vlan("eno1.30", "eno1", 30, 3)),
          "node/pve1/eno1.30: there is no interface \"eno1\" [NET-015]  (Prod.java:3)",
          "    Declare it, or name one of: eno1.30.");
    }

    @Test
    void ports_that_can_not_be() {
      assertNode(
          node(
              "pve1",
              2,
              bridge("vmbr0", 3),
              bridge("vmbr1", 4, "vmbr0"),
              bridge("storage", 5),
              bond("bond1", 6, "storage")),
          "node/pve1/vmbr1: vmbr0 can not be a port of vmbr1 [NET-007]  (Prod.java:4)",
          "    A bond takes NICs; a bridge takes NICs, bonds and VLAN interfaces.",
          "node/pve1/bond1: storage can not be a port of bond1 [NET-007]  (Prod.java:6)",
          "    A bond takes NICs; a bridge takes NICs, bonds and VLAN interfaces.");
    }

    @Test
    void a_port_with_an_address() {
      Nic eno1 = Nic.builder()
          .name("eno1")
          .addAddresses(on("mgmt", "10.0.0.11/24"))
          .declaredAt(line(3))
          .build();

      assertNode(
          node("pve1", 2, eno1, bridge("vmbr0", 4, "eno1")),
          "node/pve1/eno1: eno1 has an address although it is a port of vmbr0 [NET-011]"
              + "  (Prod.java:3)",
          "    Give the address to vmbr0.");
    }

    @Test
    void interfaces_that_lie_on_themselves() {
      assertNode(
          node("pve1", 2, vlan("vlan30", "vlan30", 30, 3)),
          "node/pve1/vlan30: vlan30 lies on itself, by way of vlan30  (Prod.java:3)",
          "    Let VLAN interfaces lie on a NIC or bond, or on a bridge that has no port of them.");
      assertNode(
          node("pve1", 2, bridge("vmbr0", 3, "vlan30"), vlan("vlan30", "vmbr0", 30, 4)),
          "node/pve1/vmbr0: vmbr0 lies on itself, by way of vlan30, vmbr0  (Prod.java:3)",
          "    Let VLAN interfaces lie on a NIC or bond, or on a bridge that has no port of them.");
    }

    @Test
    void addresses_outside_of_their_network() {
      Bridge vmbr0 = Bridge.builder()
          .name("vmbr0")
          .addAddresses(
              on("mgmt", "10.0.9.11/24"), on("mgmt", "10.0.0.11/25"), on("mgmt", "10.0.0.12/24"))
          .declaredAt(line(3))
          .build();

      assertNode(
          node("pve1", 2, vmbr0),
          "node/pve1/vmbr0: address 10.0.9.11/24 is not in network mgmt (10.0.0.0/24)"
              + "  (Prod.java:3)",
          "    Take an address of 10.0.0.0/24, or name another network.",
          "node/pve1/vmbr0: address 10.0.0.11/25 is not in network mgmt (10.0.0.0/24)"
              + "  (Prod.java:3)",
          "    Take an address of 10.0.0.0/24, or name another network.");
    }

    @Test
    void networks_that_nobody_declared() {
      Bridge vmbr0 = Bridge.builder()
          .name("vmbr0")
          .addAddresses(on("a", "10.0.0.11/24"))
          .addNetworks("b")
          .declaredAt(line(3))
          .build();
      Node node = Node.builder()
          .from(node("pve1", 2, vmbr0))
          .hardware(Hardware.builder()
              .bmc(Bmc.builder()
                  .controller(BmcKind.IPMI)
                  .address(on("c", "10.0.0.12/24"))
                  .declaredAt(line(4))
                  .build())
              .addPowerSupply(
                  PowerSupply.builder().circuit("d").declaredAt(line(5)).build())
              .build())
          .build();

      assertNode(
          node,
          "node/pve1/vmbr0: there is no network \"a\"  (Prod.java:3)",
          "    Declare it, or name one of: mgmt.",
          "node/pve1/vmbr0: there is no network \"b\"  (Prod.java:3)",
          "    Declare it, or name one of: mgmt.",
          "node/pve1: there is no power circuit \"d\"  (Prod.java:5)",
          "    The plan has no power circuit; declare it.",
          "node/pve1/bmc: there is no network \"c\"  (Prod.java:4)",
          "    Declare it, or name one of: mgmt.");
    }
  }

  @Nested
  class References {

    @Test
    void of_corosync_and_datacenter() {
      assertProblems(
          plan -> plan.corosync(Corosync.builder()
                  .addLink(CorosyncLink.builder()
                      .number(0)
                      .network("ring")
                      .declaredAt(line(1))
                      .build())
                  .build())
              .datacenter(Datacenter.builder()
                  .migration(MigrationSettings.builder()
                      .network("move")
                      .declaredAt(line(2))
                      .build())
                  .replication(MigrationSettings.builder()
                      .network("copy")
                      .declaredAt(line(3))
                      .build())
                  .build()),
          "corosync/link0: there is no network \"ring\"  (Prod.java:1)",
          "    The plan has no network; declare it.",
          "cluster/migration: there is no network \"move\"  (Prod.java:2)",
          "    The plan has no network; declare it.",
          "cluster/replication: there is no network \"copy\"  (Prod.java:3)",
          "    The plan has no network; declare it.");
    }

    @Test
    void of_ceph_and_terraform() {
      assertProblems(
          plan -> plan.ceph(Ceph.builder()
                  .publicNetwork("a")
                  .clusterNetwork("b")
                  .addMonitors("pve1")
                  .addManagers("pve2")
                  .declaredAt(line(1))
                  .build())
              .terraform(Terraform.builder()
                  .addGuests(Vmid.of(200))
                  .declaredAt(line(2))
                  .build()),
          "ceph: there is no network \"a\"  (Prod.java:1)",
          "    The plan has no network; declare it.",
          "ceph: there is no network \"b\"  (Prod.java:1)",
          "    The plan has no network; declare it.",
          "ceph: there is no node \"pve1\"  (Prod.java:1)",
          "    The plan has no node; declare it.",
          "ceph: there is no node \"pve2\"  (Prod.java:1)",
          "    The plan has no node; declare it.",
          "terraform: there is no guest \"200\"  (Prod.java:2)",
          "    The plan has no guest; declare it.");
    }

    @Test
    void of_storages() {
      assertProblems(
          plan -> plan.addNode(node("pve1", 1))
              .addStorage(RbdStorage.builder()
                  .id("rbd1")
                  .pool("archive")
                  .addNodes("pve1", "pve9")
                  .declaredAt(line(2))
                  .build()),
          "storage/rbd1: there is no node \"pve9\"  (Prod.java:2)",
          "    Declare it, or name one of: pve1.",
          "storage/rbd1: there is no Ceph pool \"archive\"  (Prod.java:2)",
          "    The plan has no Ceph pool; declare it.");
    }

    @Test
    void of_replication_jobs() {
      assertProblems(
          plan -> plan.addNode(node("pve1", 1))
              .addGuest(vm(200, 2).node("pve1").build())
              .addReplicationJobs(
                  ReplicationJob.builder()
                      .guest(Vmid.of(200))
                      .number(0)
                      .target("pve1")
                      .declaredAt(line(3))
                      .build(),
                  ReplicationJob.builder()
                      .guest(Vmid.of(201))
                      .number(0)
                      .target("pve9")
                      .declaredAt(line(4))
                      .build()),
          "replication/200-0: guest 200 would be replicated to its own node pve1 [LOC-026]"
              + "  (Prod.java:3)",
          "    Name another node.",
          "replication/201-0: there is no node \"pve9\"  (Prod.java:4)",
          "    Declare it, or name one of: pve1.",
          "replication/201-0: there is no guest \"201\"  (Prod.java:4)",
          "    Declare it, or name one of: 200.");
    }

    @Test
    void of_guests() {
      Vm web = vm(200, 1)
          .node("pve9")
          .addDisk(GuestDisk.builder()
              .from(disk("scsi0", "nas", 2))
              .importFrom(Volume.parse("img:import/a.qcow2"))
              .build())
          .addNics(GuestNic.builder().bridge("vmbr0").declaredAt(line(3)).build())
          .iso(Volume.parse("cd:iso/a.iso"))
          .clone(Clone.builder().template(Vmid.of(9000)).declaredAt(line(4)).build())
          .cloudInit(CloudInit.builder()
              .storage("ci")
              .addIpConfigs(
                  IpConfig.builder()
                      .nic(0)
                      .address(on("lan", "10.0.0.5/24"))
                      .declaredAt(line(6))
                      .build(),
                  IpConfig.builder().nic(1).dhcp(true).declaredAt(line(7)).build())
              .declaredAt(line(5))
              .build())
          .build();

      assertProblems(
          plan -> plan.addGuest(web),
          "guest/200: there is no node \"pve9\"  (Prod.java:1)",
          "    The plan has no node; declare it.",
          "guest/200/scsi0: there is no storage \"nas\"  (Prod.java:2)",
          "    Declare it, or name one of: local.",
          "guest/200/scsi0: there is no storage \"img\"  (Prod.java:2)",
          "    Declare it, or name one of: local.",
          "guest/200/net0: there is no bridge or VNet \"vmbr0\" [GST-017]  (Prod.java:3)",
          "    The plan has no bridge or VNet; declare it.",
          "guest/200: there is no storage \"cd\"  (Prod.java:1)",
          "    Declare it, or name one of: local.",
          "guest/200: there is no template \"9000\"  (Prod.java:4)",
          "    The plan has no template; declare it.",
          "guest/200: there is no storage \"ci\"  (Prod.java:5)",
          "    Declare it, or name one of: local.",
          "guest/200: there is no network \"lan\"  (Prod.java:6)",
          "    The plan has no network; declare it.",
          "guest/200: there is no net1 for its addresses [CI-005]  (Prod.java:7)",
          "    Declare the network card, or leave the addresses out.");
    }

    @Test
    void of_clones_to_templates_only() {
      Vm clone = vm(201, 3)
          .clone(Clone.builder().template(Vmid.of(9001)).declaredAt(line(4)).build())
          .build();

      assertProblems(
          plan -> plan.addGuests(vm(9000, 1).template(true).build(), vm(200, 2).build(), clone),
          "guest/201: there is no template \"9001\"  (Prod.java:4)",
          "    Declare it, or name one of: 9000.");
    }

    @Test
    void of_firmware_and_boot_order() {
      Vm base = vm(9000, 1)
          .template(true)
          .addDisk(disk("scsi0", "local", 2))
          .addNics(GuestNic.builder().bridge("vmbr0").build())
          .build();
      Vm web = vm(200, 3)
          .clone(Clone.builder().template(Vmid.of(9000)).build())
          .iso(Volume.parse("local:iso/a.iso"))
          .efiDisk(EfiDisk.builder().storage("nas").declaredAt(line(4)).build())
          .tpmState(TpmState.builder().storage("san").declaredAt(line(5)).build())
          .addBoot("scsi0", "net0", "ide0", "sata0")
          .build();

      assertProblems(
          plan -> plan.addGuests(base, web).addNodes(node("pve1", 6, bridge("vmbr0", 7))),
          "guest/200/efidisk0: there is no storage \"nas\"  (Prod.java:4)",
          "    Declare it, or name one of: local.",
          "guest/200/tpmstate0: there is no storage \"san\"  (Prod.java:5)",
          "    Declare it, or name one of: local.",
          "guest/200: there is no disk or network card \"sata0\"  (Prod.java:3)",
          "    Declare it, or name one of: ide0, net0, scsi0.");
    }

    @Test
    void of_boot_orders_to_the_slots_of_cd_drives() {
      Vm base = vm(9000, 1)
          .template(true)
          .addDisk(disk("scsi0", "local", 2))
          .cloudInit(CloudInit.builder().build())
          .build();
      Volume image = Volume.parse("local:iso/a.iso");
      Vm installed = vm(200, 3).iso(image).addBoot("ide0", "ide2").build();
      Vm clone = vm(201, 4)
          .clone(Clone.builder().template(Vmid.of(9000)).build())
          .iso(image)
          .addBoot("scsi0", "ide2", "ide0", "ide1")
          .build();
      Vm full = vm(202, 5)
          .addDisks(disk("ide0", "local", 5), disk("ide1", "local", 5), disk("ide3", "local", 5))
          .iso(image)
          .addBoot("ide2", "ide0")
          .build();
      Vm moved = vm(203, 6)
          .clone(Clone.builder().template(Vmid.of(9001)).build())
          .addDisk(disk("ide2", "local", 6))
          .addBoot("ide0", "ide1", "ide2")
          .build();
      Vm template = vm(9001, 7).template(true).iso(image).addBoot("ide0").build();

      assertProblems(
          plan -> plan.addGuests(base, template, installed, clone, full, moved),
          "guest/200: there is no drive \"ide2\"  (Prod.java:3)",
          "    The ISO image is at ide0. Name one of: ide0.",
          "guest/201: there is no drive \"ide1\"  (Prod.java:4)",
          "    The ISO image is at ide0 and the cloud-init drive is at ide2. Name one of: ide0, ide2,"
              + " scsi0.",
          "guest/203: there is no drive \"ide1\"  (Prod.java:6)",
          "    The ISO image is at ide0. Name one of: ide0, ide2.");
    }

    @Test
    void of_what_clones_have_from_their_template() {
      Vm base = vm(9000, 1)
          .template(true)
          .memory(DataSize.gib(8))
          .addNics(GuestNic.builder().bridge("vmbr0").build())
          .build();
      Vm web = vm(200, 2)
          .clone(Clone.builder().template(Vmid.of(9000)).build())
          .balloon(DataSize.gib(8))
          .cloudInit(CloudInit.builder()
              .addIpConfigs(
                  IpConfig.builder().nic(0).dhcp(true).build(),
                  IpConfig.builder().nic(1).dhcp(true).declaredAt(line(3)).build())
              .build())
          .build();
      Vm large = vm(201, 4)
          .clone(Clone.builder().template(Vmid.of(9000)).build())
          .balloon(DataSize.gib(9))
          .build();

      assertProblems(
          plan -> plan.addGuests(base, web, large).addNodes(node("pve1", 6, bridge("vmbr0", 7))),
          "guest/200: there is no net1 for its addresses [CI-005]  (Prod.java:3)",
          "    Declare the network card, or leave the addresses out.",
          "guest/201: balloon 9GiB of web is more than the memory of 8GiB that it has from its"
              + " template [GST-008]  (Prod.java:4)",
          "    Give it at most the memory, or give the clone memory of its own.");
    }

    @Test
    void of_what_containers_have_at_paths_and_cards() {
      Container dns = Container.builder()
          .vmid(Vmid.of(300))
          .name("dns")
          .ostemplate(Volume.parse("local:vztmpl/a.tar.zst"))
          .rootfs(disk("rootfs", "local", 1))
          .addMountPoints(
              MountPoint.builder().path("/srv").source("/tank").build(),
              MountPoint.builder()
                  .path("/data")
                  .storage("nas")
                  .size(DataSize.gib(1))
                  .declaredAt(line(2))
                  .build())
          .addIpConfigs(
              IpConfig.builder()
                  .nic(0)
                  .address(on("lan", "10.0.0.5/24"))
                  .declaredAt(line(3))
                  .build(),
              IpConfig.builder().nic(0).dhcp(true).declaredAt(line(4)).build())
          .declaredAt(line(5))
          .build();

      assertProblems(
          plan -> plan.addGuest(dns),
          "guest/300/mp1: there is no storage \"nas\"  (Prod.java:2)",
          "    Declare it, or name one of: local.",
          "guest/300: there is no net0 for its addresses [CI-005]  (Prod.java:3)",
          "    Declare the network card, or leave the addresses out.",
          "guest/300: there is no network \"lan\"  (Prod.java:3)",
          "    The plan has no network; declare it.",
          "guest/300: net0 has its IPv4 address twice [CI-003]  (Prod.java:4)",
          "    Give each network card one IPv4 and one IPv6 address at most, DHCP counting as IPv4.",
          "guest/300: there is no net0 for its addresses [CI-005]  (Prod.java:4)",
          "    Declare the network card, or leave the addresses out.");
    }

    @Test
    void of_containers_clones_and_moves() {
      Container dns = Container.builder()
          .vmid(Vmid.of(300))
          .name("dns")
          .ostemplate(Volume.parse("img:vztmpl/a.tar.zst"))
          .rootfs(disk("rootfs", "nas", 2))
          .declaredAt(line(1))
          .build();

      assertProblems(
          plan -> plan.addGuests(
                  dns,
                  vm(200, 3)
                      .clone(Clone.builder()
                          .template(Vmid.of(300))
                          .declaredAt(line(4))
                          .build())
                      .build(),
                  vm(201, 5)
                      .clone(Clone.builder()
                          .template(Vmid.of(200))
                          .declaredAt(line(6))
                          .build())
                      .build())
              .addMigration(Migration.builder()
                  .guest(Vmid.of(202))
                  .target("pve9")
                  .targetStorage("nas")
                  .declaredAt(line(7))
                  .build()),
          "guest/300/rootfs: there is no storage \"nas\"  (Prod.java:2)",
          "    Declare it, or name one of: local.",
          "guest/300: there is no storage \"img\"  (Prod.java:1)",
          "    Declare it, or name one of: local.",
          "guest/200: guest 300 is not a template  (Prod.java:4)",
          "    Declare it as a template, or clone another one.",
          "guest/201: guest 200 is not a template  (Prod.java:6)",
          "    Declare it as a template, or clone another one.",
          "migration/202/pve9: there is no guest \"202\"  (Prod.java:7)",
          "    Declare it, or name one of: 200, 201, 300.",
          "migration/202/pve9: there is no node \"pve9\"  (Prod.java:7)",
          "    The plan has no node; declare it.",
          "migration/202/pve9: there is no storage \"nas\"  (Prod.java:7)",
          "    Declare it, or name one of: local.");
    }

    @Test
    void of_ha_rules() {
      assertProblems(
          plan -> with(
              plan,
              Ha.builder()
                  .addResources(resource(200, 3), resource(202, 4))
                  .addNodeAffinities(
                      NodeAffinity.builder().name("empty").declaredAt(line(5)).build(),
                      NodeAffinity.builder()
                          .name("home")
                          .addResources(Vmid.of(201))
                          .addNode(NodePriority.builder().node("pve9").build())
                          .declaredAt(line(6))
                          .build())
                  .addResourceAffinities(
                      ResourceAffinity.builder()
                          .name("none")
                          .affinity(Affinity.POSITIVE)
                          .declaredAt(line(7))
                          .build(),
                      ResourceAffinity.builder()
                          .name("one")
                          .affinity(Affinity.POSITIVE)
                          .addResources(Vmid.of(200))
                          .declaredAt(line(8))
                          .build())),
          "ha/resource/202: there is no guest \"202\" [HA-003]  (Prod.java:4)",
          "    Declare it, or name one of: 200, 201.",
          "ha/rule/empty: the rule names no HA resource [HA-006]  (Prod.java:5)",
          "    Name the guests it is for.",
          "ha/rule/empty: the rule names no node [HA-006]  (Prod.java:5)",
          "    Name its nodes.",
          "ha/rule/home: guest 201 is not an HA resource [HA-005]  (Prod.java:6)",
          "    Add it to the HA resources first.",
          "ha/rule/home: there is no node \"pve9\" [HA-006]  (Prod.java:6)",
          "    The plan has no node; declare it.",
          "ha/rule/none: the rule names no HA resource [HA-006]  (Prod.java:7)",
          "    Name the guests it is for.",
          "ha/rule/one: the rule names one HA resource only [HA-008]  (Prod.java:8)",
          "    Name two or more, or drop the rule.");
    }

    @Test
    void of_the_software_defined_network() {
      assertProblems(
          plan -> plan.sdn(Sdn.builder()
              .addController(EvpnController.builder()
                  .id("ev")
                  .asn(1)
                  .network("a")
                  .declaredAt(line(1))
                  .build())
              .addZones(
                  SimpleZone.builder()
                      .id("si")
                      .addNodes("pve9")
                      .declaredAt(line(2))
                      .build(),
                  VlanZone.builder()
                      .id("vl")
                      .bridge("vmbr0")
                      .declaredAt(line(3))
                      .build(),
                  QinqZone.builder()
                      .id("qi")
                      .bridge("vmbr1")
                      .tag(VlanTag.of(5))
                      .declaredAt(line(4))
                      .build(),
                  VxlanZone.builder().id("vx").network("b").declaredAt(line(5)).build(),
                  EvpnZone.builder()
                      .id("evz")
                      .controller("nope")
                      .vrfVxlan(1)
                      .addExitNodes("pve8")
                      .primaryExitNode("pve7")
                      .declaredAt(line(6))
                      .build())
              .addVnet(Vnet.builder().id("vn").zone("zz").declaredAt(line(7)).build())
              .addSubnet(SdnSubnet.builder()
                  .vnet("vv")
                  .subnet(Subnet.parse("10.1.0.0/24"))
                  .declaredAt(line(8))
                  .build())
              .build()),
          "sdn/controller/ev: there is no network \"a\"  (Prod.java:1)",
          "    The plan has no network; declare it.",
          "sdn/zone/si: there is no node \"pve9\"  (Prod.java:2)",
          "    The plan has no node; declare it.",
          "sdn/zone/vl: there is no bridge \"vmbr0\"  (Prod.java:3)",
          "    The plan has no bridge; declare it.",
          "sdn/zone/qi: there is no bridge \"vmbr1\"  (Prod.java:4)",
          "    The plan has no bridge; declare it.",
          "sdn/zone/vx: there is no network \"b\"  (Prod.java:5)",
          "    The plan has no network; declare it.",
          "sdn/zone/evz: there is no controller \"nope\"  (Prod.java:6)",
          "    Declare it, or name one of: ev.",
          "sdn/zone/evz: there is no node \"pve8\"  (Prod.java:6)",
          "    The plan has no node; declare it.",
          "sdn/zone/evz: there is no node \"pve7\"  (Prod.java:6)",
          "    The plan has no node; declare it.",
          "sdn/vnet/vn: there is no zone \"zz\"  (Prod.java:7)",
          "    Declare it, or name one of: evz, qi, si, vl, vx.",
          "sdn/subnet/vv-10.1.0.0-24: there is no VNet \"vv\"  (Prod.java:8)",
          "    Declare it, or name one of: vn.");
    }

    @Test
    void of_backups() {
      PbsStorage pbs = PbsStorage.builder()
          .id("pbs1")
          .server("10.0.0.9")
          .datastore("store1")
          .username("a@pbs")
          .password(SecretReference.prompt())
          .build();

      assertProblems(
          plan -> plan.addStorage(pbs)
              .backup(Backup.builder()
                  .addJobs(
                      BackupJob.builder()
                          .id("some")
                          .schedule(NIGHT)
                          .storage("nas")
                          .addGuests(Vmid.of(200))
                          .declaredAt(line(1))
                          .build(),
                      BackupJob.builder()
                          .id("most")
                          .schedule(NIGHT)
                          .storage("pbs1")
                          .all(true)
                          .addExclude(Vmid.of(201))
                          .declaredAt(line(2))
                          .build())
                  .addHostBackups(
                      HostBackup.builder()
                          .addNodes("pve9")
                          .schedule(NIGHT)
                          .storage("nas")
                          .declaredAt(line(3))
                          .build(),
                      HostBackup.builder()
                          .schedule(NIGHT)
                          .storage("local")
                          .declaredAt(line(4))
                          .build())
                  .build()),
          "backup/job/some: there is no storage \"nas\"  (Prod.java:1)",
          "    Declare it, or name one of: local, pbs1.",
          "backup/job/some: there is no guest \"200\"  (Prod.java:1)",
          "    The plan has no guest; declare it.",
          "backup/job/most: there is no guest \"201\"  (Prod.java:2)",
          "    The plan has no guest; declare it.",
          "backup/hosts: there is no node \"pve9\"  (Prod.java:3)",
          "    The plan has no node; declare it.",
          "backup/hosts: there is no storage \"nas\"  (Prod.java:3)",
          "    Declare it, or name one of: local, pbs1.",
          "backup/hosts: storage local is not a Proxmox Backup Server  (Prod.java:4)",
          "    Name a storage of type pbs: proxmox-backup-client knows no other.");
    }
  }
}
