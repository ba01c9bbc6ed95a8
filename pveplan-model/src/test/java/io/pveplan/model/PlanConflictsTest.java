package io.pveplan.model;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.pveplan.model.ceph.Ceph;
import io.pveplan.model.ceph.CephPool;
import io.pveplan.model.ceph.Osd;
import io.pveplan.model.cluster.Corosync;
import io.pveplan.model.cluster.CorosyncLink;
import io.pveplan.model.guest.CloudInit;
import io.pveplan.model.guest.GuestNic;
import io.pveplan.model.guest.IpConfig;
import io.pveplan.model.guest.Migration;
import io.pveplan.model.guest.Vm;
import io.pveplan.model.guest.Vmid;
import io.pveplan.model.ha.Ha;
import io.pveplan.model.ha.HaResource;
import io.pveplan.model.ha.NodeAffinity;
import io.pveplan.model.ha.NodePriority;
import io.pveplan.model.hardware.Disk;
import io.pveplan.model.hardware.DiskKind;
import io.pveplan.model.hardware.Hardware;
import io.pveplan.model.hardware.Node;
import io.pveplan.model.hardware.SystemDisks;
import io.pveplan.model.hardware.SystemFilesystem;
import io.pveplan.model.hardware.SystemRaid;
import io.pveplan.model.network.Bridge;
import io.pveplan.model.network.HostAddress;
import io.pveplan.model.network.InterfaceAddress;
import io.pveplan.model.network.Network;
import io.pveplan.model.network.Nic;
import io.pveplan.model.network.VlanTag;
import io.pveplan.model.sdn.QinqZone;
import io.pveplan.model.sdn.Sdn;
import io.pveplan.model.sdn.VlanZone;
import io.pveplan.model.sdn.Vnet;
import io.pveplan.model.sdn.VxlanZone;
import io.pveplan.model.storage.LvmThinPool;
import io.pveplan.model.storage.NfsStorage;
import io.pveplan.model.storage.RbdStorage;
import io.pveplan.model.storage.ZfsPool;
import io.pveplan.model.storage.ZfsRaid;
import io.pveplan.model.unit.DataSize;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is declared twice, or stands in the way of something else. */
class PlanConflictsTest {

  private static void assertProblems(UnaryOperator<ClusterPlan.Builder> parts, String expected) {
    ClusterPlan plan = parts.apply(ClusterPlan.builder().name("prod")).build();
    String found =
        PlanIntegrity.problems(plan).stream().map(problem -> problem + "\n").collect(joining());
    assertThat(found).isEqualTo(expected);
  }

  private static Node.Builder node() {
    return Node.builder()
        .name("pve1")
        .addInterface(Bridge.builder().name("vmbr0").build());
  }

  @Test
  void a_pool_adds_no_storage_over_another() {
    assertProblems(
        plan -> plan.addStorages(
                NfsStorage.builder()
                    .id("vmdisks")
                    .server("10.0.0.5")
                    .export("/x")
                    .build(),
                RbdStorage.builder().id("archive").pool("cold").build(),
                RbdStorage.builder().id("cold").pool("cold").build(),
                NfsStorage.builder().id("none").server("10.0.0.5").export("/y").build())
            .ceph(Ceph.builder()
                .addPools(
                    CephPool.builder().name("vmdisks").build(),
                    CephPool.builder().name("archive").build(),
                    CephPool.builder().name("cold").build(),
                    CephPool.builder().name("none").addStorages(false).build(),
                    CephPool.builder().name("local").build())
                .build()),
        """
        ceph/pool/vmdisks: the pool adds a storage of its name, and there is another storage with \
        this ID [LOC-002]
            Give the pool another name, or let it add no storage.
        ceph/pool/archive: the pool adds a storage of its name, and there is another storage with \
        this ID [LOC-002]
            Give the pool another name, or let it add no storage.
        ceph/pool/local: the pool adds a storage of its name, and there is another storage with \
        this ID [LOC-002]
            Give the pool another name, or let it add no storage.
        """);
  }

  private static Node nodeWith(String name, String address) {
    return Node.builder()
        .name(name)
        .addInterface(Nic.builder()
            .name("eno1")
            .addAddresses(new InterfaceAddress(HostAddress.parse(address), Optional.of("ring")))
            .build())
        .build();
  }

  // corosync, exec/totemconfig.c: "Nodes for link 0 have different IP families".
  @Test
  void a_link_has_addresses_of_one_family() {
    assertProblems(
        plan -> plan.addNodes(nodeWith("pve1", "10.0.0.11/24"), nodeWith("pve2", "2001:db8::12/64"))
            .addNetwork(Network.builder().name("ring").build())
            .corosync(Corosync.builder()
                .addLinks(CorosyncLink.builder().number(0).network("ring").build())
                .build()),
        """
        corosync/link0: link0 has IPv4 and IPv6 addresses on network ring [CLU-021]
            Give all nodes an address of one family there; Corosync refuses a link of two.
        """);
    assertProblems(
        plan -> plan.addNodes(nodeWith("pve1", "10.0.0.11/24"), nodeWith("pve2", "10.0.0.12/24"))
            .addNetwork(Network.builder().name("ring").build())
            .corosync(Corosync.builder()
                .addLinks(CorosyncLink.builder().number(0).network("ring").build())
                .build()),
        "");
  }

  @Test
  void a_network_card_has_one_address_of_each_family() {
    assertProblems(
        plan -> plan.addNode(node().build())
            .addNetworks(
                Network.builder().name("lan").build(),
                Network.builder().name("lan6").build())
            .addGuests(
                vm(200, address(0, "10.0.0.5/24", "lan"), address(0, "2001:db8::5/64", "lan6")),
                vm(201, dhcp(0), address(0, "2001:db8::6/64", "lan6"), dhcp(1)),
                vm(
                    202,
                    address(0, "10.0.0.6/24", "lan"),
                    dhcp(0),
                    address(0, "10.0.0.7/24", "lan")),
                vm(
                    203,
                    address(1, "2001:db8::7/64", "lan6"),
                    address(1, "2001:db8::8/64", "lan6"))),
        """
        guest/202: net0 has its IPv4 address twice [CI-003]
            Give each network card one IPv4 and one IPv6 address at most, DHCP counting as IPv4.
        guest/203: net1 has its IPv6 address twice [CI-003]
            Give each network card one IPv4 and one IPv6 address at most, DHCP counting as IPv4.
        """);
  }

  private static Vm vm(int vmid, IpConfig... configs) {
    GuestNic nic = GuestNic.builder().bridge("vmbr0").build();
    return Vm.builder()
        .vmid(Vmid.of(vmid))
        .name("web")
        .addNics(nic, nic)
        .cloudInit(CloudInit.builder().addIpConfigs(configs).build())
        .build();
  }

  private static IpConfig address(int nic, String address, String network) {
    return IpConfig.builder()
        .nic(nic)
        .address(new InterfaceAddress(HostAddress.parse(address), Optional.of(network)))
        .build();
  }

  private static IpConfig dhcp(int nic) {
    return IpConfig.builder().nic(nic).dhcp(true).build();
  }

  @Test
  void a_disk_belongs_to_one_pool_or_osd() {
    assertProblems(
        plan -> plan.addNode(node()
            .addZfsPools(pool("tank", "/dev/sda", "/dev/sda"), pool("tank", "/dev/sdb", "/dev/sdc"))
            .addOsds(osd("/dev/sdc"), osd("/dev/sdd"), osd("/dev/sdd"))
            .build()),
        """
        node/pve1: /dev/sda can not be used for ZFS pool tank: it is already used for ZFS pool tank
            Name each device once.
        node/pve1: there are two ZFS pools with the name tank
            Give each ZFS pool of a node its own name.
        node/pve1: /dev/sdc can not be used for an OSD: it is already used for ZFS pool tank
            Name each device once.
        node/pve1: /dev/sdd can not be used for an OSD: it is already used for an OSD
            Name each device once.
        """);
  }

  @ParameterizedTest(name = "on {0}")
  @CsvSource({"EXT4, volume group pve", "XFS, volume group pve", "ZFS, pool rpool", "BTRFS, ''"})
  void what_the_installer_makes_is_not_planned_again(SystemFilesystem filesystem, String taken) {
    boolean onLvm = filesystem == SystemFilesystem.EXT4 || filesystem == SystemFilesystem.XFS;
    SystemDisks system = SystemDisks.builder()
        .filesystem(filesystem)
        .raid(onLvm ? Optional.empty() : Optional.of(SystemRaid.RAID0))
        .addDisks(Disk.builder()
            .device("/dev/sda")
            .size(DataSize.gib(480))
            .diskKind(DiskKind.SSD)
            .build())
        .build();
    String kind = taken.replaceAll(" [a-z]+$", "");

    assertProblems(
        plan -> plan.addNode(node()
            .hardware(Hardware.builder().systemDisks(system).build())
            .addZfsPools(pool("rpool", "/dev/sdb", "/dev/sdc"))
            .addLvmThinPools(group("pve", "/dev/sdd"))
            .build()),
        taken.isEmpty() ? "" : """
        node/pve1: the installer makes the %s for the system itself
            Give the %s on other disks another name.
        """.formatted(taken, kind));
  }

  @Test
  void a_system_that_the_plan_does_not_tell_takes_no_names() {
    assertProblems(
        plan -> plan.addNode(node()
            .addZfsPools(pool("rpool", "/dev/sdb", "/dev/sdc"))
            .addLvmThinPools(group("pve", "/dev/sdd"))
            .build()),
        "");
  }

  @Test
  void nodes_may_have_disks_and_pools_of_the_same_names() {
    assertProblems(
        plan -> plan.addNodes(
            node().addZfsPool(pool("tank", "/dev/sda", "/dev/sdb")).build(),
            Node.builder()
                .name("pve2")
                .addZfsPool(pool("tank", "/dev/sda", "/dev/sdb"))
                .build()),
        "");
  }

  private static ZfsPool pool(String name, String... devices) {
    return ZfsPool.builder().name(name).raid(ZfsRaid.MIRROR).addDevices(devices).build();
  }

  private static LvmThinPool group(String name, String device) {
    return LvmThinPool.builder()
        .vgname(name)
        .thinPool("data")
        .addDevices(device)
        .build();
  }

  private static Osd osd(String device) {
    return Osd.builder().device(device).build();
  }

  @Test
  void an_affinity_names_a_node_once() {
    assertProblems(
        plan -> plan.addNode(node().build())
            .addGuest(Vm.builder().vmid(Vmid.of(200)).name("web").build())
            .ha(Ha.builder()
                .addResource(HaResource.builder().guest(Vmid.of(200)).build())
                .addNodeAffinity(NodeAffinity.builder()
                    .name("home")
                    .addResource(Vmid.of(200))
                    .addNodes(
                        NodePriority.builder().node("pve1").priority(2).build(),
                        NodePriority.builder().node("pve1").priority(1).build())
                    .build())
                .build()),
        """
        ha/rule/home: the rule names node pve1 twice
            Name each node once, with one priority.
        """);
  }

  @Test
  void a_vnet_takes_no_name_of_a_bridge() {
    assertProblems(
        plan -> plan.addNode(node().build())
            .sdn(Sdn.builder()
                .addZone(VlanZone.builder().id("zone1").bridge("vmbr0").build())
                .addVnet(Vnet.builder().id("vmbr0").zone("zone1").tag(20).build())
                .build()),
        """
        sdn/vnet/vmbr0: a bridge of a node has the ID of the VNet as its name [SDN-004]
            Give the VNet another ID: it becomes a bridge of this name.
        """);
  }

  @Test
  void a_vnet_of_vlans_has_a_vlan_tag() {
    assertProblems(
        plan -> plan.addNode(node().build())
            .addNetwork(Network.builder().name("ring").build())
            .sdn(Sdn.builder()
                .addZones(
                    VlanZone.builder().id("vlans").bridge("vmbr0").build(),
                    QinqZone.builder()
                        .id("qinq")
                        .bridge("vmbr0")
                        .tag(VlanTag.of(9))
                        .build(),
                    VxlanZone.builder().id("vxlan").network("ring").build())
                .addVnets(
                    Vnet.builder().id("most").zone("vlans").tag(4094).build(),
                    Vnet.builder().id("more").zone("vlans").tag(4095).build(),
                    Vnet.builder().id("inner").zone("qinq").tag(4096).build(),
                    Vnet.builder().id("vni").zone("vxlan").tag(4095).build())
                .build()),
        """
        sdn/vnet/more: 4095 is not a VLAN tag, and zone vlans is of type vlan [SDN-006]
            Use a tag from 1 to 4094; only VXLAN and EVPN zones take a greater number.
        sdn/vnet/inner: 4096 is not a VLAN tag, and zone qinq is of type qinq [SDN-006]
            Use a tag from 1 to 4094; only VXLAN and EVPN zones take a greater number.
        """);
  }

  @Test
  void of_many_names_the_nearest_are_told() {
    assertProblems(
        plan -> {
          for (int vmid = 100; vmid < 1100; vmid++) {
            plan.addGuest(Vm.builder().vmid(Vmid.of(vmid)).name("web").build());
          }
          return plan.addGuest(
                  Vm.builder().vmid(Vmid.of(2000)).name("db").node("pve1").build())
              .addMigration(
                  Migration.builder().guest(Vmid.of(1100)).target("pve1").build())
              .addNode(node().build());
        },
        """
        migration/1100/pve1: there is no guest "1100"
            Declare it, or name one of the 1001 there are, for example: 100, 101, 102, 110, 1000.
        """);
  }
}
