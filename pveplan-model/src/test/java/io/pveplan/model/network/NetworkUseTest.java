package io.pveplan.model.network;

import static org.assertj.core.api.Assertions.assertThat;

import io.pveplan.model.ClusterPlan;
import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.Traffic;
import io.pveplan.model.access.SecretReference;
import io.pveplan.model.backup.Backup;
import io.pveplan.model.backup.BackupServer;
import io.pveplan.model.ceph.Ceph;
import io.pveplan.model.cluster.Corosync;
import io.pveplan.model.cluster.CorosyncLink;
import io.pveplan.model.cluster.Datacenter;
import io.pveplan.model.cluster.MigrationSettings;
import io.pveplan.model.guest.GuestNic;
import io.pveplan.model.guest.Vm;
import io.pveplan.model.guest.Vmid;
import io.pveplan.model.hardware.Node;
import io.pveplan.model.sdn.EvpnController;
import io.pveplan.model.sdn.QinqZone;
import io.pveplan.model.sdn.Sdn;
import io.pveplan.model.sdn.VlanZone;
import io.pveplan.model.sdn.Vnet;
import io.pveplan.model.sdn.VxlanZone;
import io.pveplan.model.storage.IscsiStorage;
import io.pveplan.model.storage.NfsStorage;
import io.pveplan.model.storage.PbsStorage;
import io.pveplan.model.storage.Portal;
import io.pveplan.model.storage.ReplicationJob;
import io.pveplan.model.storage.StorageServer;
import java.util.Arrays;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class NetworkUseTest {

  private static final UnaryOperator<ClusterPlan.Builder> NOTHING = plan -> plan;

  /**
   * Two nodes: mgmt (10.0.0.0/24) on vmbr0 over eno1, ring (10.0.1.0/24) on eno2, and
   * VLAN-aware vmbr1 over eno3 with net30 (10.0.30.0/24) in VLAN 30.
   */
  private static NetworkUse use(UnaryOperator<ClusterPlan.Builder> more) {
    ClusterPlan.Builder plan = ClusterPlan.builder()
        .name("lab")
        .addNetwork(
            network("mgmt", "10.0.0.0/24").addTraffic(Traffic.MANAGEMENT).build())
        .addNetwork(network("ring", "10.0.1.0/24").build())
        .addNetwork(network("net30", "10.0.30.0/24").build())
        .addNode(node("pve1", 11))
        .addNode(node("pve2", 12));
    return ResolvedPlan.of(more.apply(plan).build()).networkUse();
  }

  private static Network.Builder network(String name, String subnet) {
    return Network.builder().name(name).subnet(Subnet.parse(subnet));
  }

  private static Node node(String name, int number) {
    return Node.builder()
        .name(name)
        .addInterface(Bridge.builder()
            .name("vmbr0")
            .addPort("eno1")
            .addAddress(address("10.0.0." + number + "/24", "mgmt"))
            .build())
        .addInterface(Nic.builder()
            .name("eno2")
            .addAddress(address("10.0.1." + number + "/24", "ring"))
            .build())
        .addInterface(
            Bridge.builder().name("vmbr1").addPort("eno3").vlanAware(true).build())
        .addInterface(Vlan.builder()
            .name("vmbr1.30")
            .parent("vmbr1")
            .tag(VlanTag.of(30))
            .addAddress(address("10.0.30." + number + "/24", "net30"))
            .build())
        .build();
  }

  private static InterfaceAddress address(String address, String network) {
    return new InterfaceAddress(HostAddress.parse(address), Optional.of(network));
  }

  private static Vm vm(int vmid, GuestNic nic) {
    return Vm.builder()
        .vmid(Vmid.of(vmid))
        .name("vm" + vmid)
        .node("pve1")
        .addNic(nic)
        .build();
  }

  private static GuestNic on(String bridge) {
    return GuestNic.builder().bridge(bridge).build();
  }

  private static GuestNic on(String bridge, int tag) {
    return GuestNic.builder().bridge(bridge).tag(VlanTag.of(tag)).build();
  }

  private static SortedSet<Traffic> kinds(Traffic... kinds) {
    return new TreeSet<>(Arrays.asList(kinds));
  }

  @Test
  void a_network_carries_what_it_says() {
    assertThat(use(NOTHING).traffic("mgmt")).isEqualTo(kinds(Traffic.MANAGEMENT));
  }

  @Test
  void nothing_is_known_of_a_network_that_says_nothing() {
    assertThat(use(NOTHING).traffic("ring")).isEmpty();
    assertThat(use(NOTHING).traffic("no-such-network")).isEmpty();
  }

  @Test
  void a_corosync_link_travels_over_its_network() {
    NetworkUse use = use(plan -> plan.corosync(Corosync.builder()
        .addLink(CorosyncLink.builder().number(0).network("ring").build())
        .build()));

    assertThat(use.traffic("ring")).isEqualTo(kinds(Traffic.COROSYNC));
  }

  @Test
  void migration_travels_over_its_network_and_replication_with_it() {
    MigrationSettings overRing = MigrationSettings.builder().network("ring").build();
    Datacenter datacenter = Datacenter.builder().migration(overRing).build();

    assertThat(use(plan -> plan.datacenter(datacenter)).traffic("ring"))
        .isEqualTo(kinds(Traffic.MIGRATION));
    assertThat(use(plan -> plan.datacenter(datacenter)
                .addGuest(vm(100, on("vmbr1", 110)))
                .addReplicationJob(ReplicationJob.builder()
                    .guest(Vmid.of(100))
                    .number(0)
                    .target("pve2")
                    .build()))
            .traffic("ring"))
        .isEqualTo(kinds(Traffic.MIGRATION, Traffic.REPLICATION));
  }

  @Test
  void replication_travels_over_its_own_network() {
    MigrationSettings overRing = MigrationSettings.builder().network("ring").build();

    NetworkUse use =
        use(plan -> plan.datacenter(Datacenter.builder().replication(overRing).build()));

    assertThat(use.traffic("ring")).isEqualTo(kinds(Traffic.REPLICATION));
  }

  @Test
  void ceph_travels_over_its_networks() {
    assertThat(
            use(plan -> plan.ceph(Ceph.builder().publicNetwork("ring").build())).traffic("ring"))
        .isEqualTo(kinds(Traffic.CEPH_PUBLIC, Traffic.CEPH_CLUSTER));

    NetworkUse two = use(plan ->
        plan.ceph(Ceph.builder().publicNetwork("ring").clusterNetwork("net30").build()));
    assertThat(two.traffic("ring")).isEqualTo(kinds(Traffic.CEPH_PUBLIC));
    assertThat(two.traffic("net30")).isEqualTo(kinds(Traffic.CEPH_CLUSTER));
  }

  @Test
  void a_network_with_a_storage_server_in_it_carries_storage() {
    assertThat(use(plan -> plan.addStorage(
                NfsStorage.builder().id("nas").server("10.0.1.5").export("/pve").build()))
            .traffic("ring"))
        .isEqualTo(kinds(Traffic.STORAGE));
    assertThat(use(plan -> plan.addStorage(IscsiStorage.builder()
                .id("san")
                .addPortal(Portal.parse("10.0.1.5:3260"))
                .target("iqn.2024-02.example:lun1")
                .build()))
            .traffic("ring"))
        .isEqualTo(kinds(Traffic.STORAGE));
    assertThat(use(plan -> plan.addStorageServer(StorageServer.builder()
                .name("nas")
                .addAddress(IpAddress.parse("10.0.1.5"))
                .build()))
            .traffic("ring"))
        .isEqualTo(kinds(Traffic.STORAGE));
  }

  @Test
  void a_network_with_a_backup_server_in_it_carries_backups() {
    assertThat(use(plan -> plan.addStorage(PbsStorage.builder()
                .id("pbs1")
                .server("10.0.1.6")
                .datastore("store1")
                .username("cluster@pbs")
                .password(SecretReference.prompt())
                .build()))
            .traffic("ring"))
        .isEqualTo(kinds(Traffic.BACKUP));
    assertThat(use(plan -> plan.backup(Backup.builder()
                .addServer(BackupServer.builder()
                    .name("pbs1")
                    .address(IpAddress.parse("10.0.1.6"))
                    .build())
                .build()))
            .traffic("ring"))
        .isEqualTo(kinds(Traffic.BACKUP));
  }

  @Test
  void a_server_elsewhere_or_by_name_tells_nothing() {
    NetworkUse use = use(plan -> plan.addStorage(
            NfsStorage.builder().id("far").server("10.9.9.9").export("/pve").build())
        .addStorage(NfsStorage.builder()
            .id("named")
            .server("nas.example.net")
            .export("/pve")
            .build()));

    assertThat(use.traffic("ring")).isEmpty();
  }

  @Test
  void tunnels_of_guests_travel_over_the_network_below() {
    assertThat(use(plan -> plan.sdn(Sdn.builder()
                .addZone(VxlanZone.builder().id("vx").network("ring").build())
                .build()))
            .traffic("ring"))
        .isEqualTo(kinds(Traffic.GUEST));

    NetworkUse evpn = use(plan -> plan.sdn(Sdn.builder()
        .addController(
            EvpnController.builder().id("evpn1").asn(65000).network("ring").build())
        .build()));
    assertThat(evpn.traffic("ring")).isEqualTo(kinds(Traffic.GUEST));
    assertThat(evpn.servesGuests("ring")).isFalse();
  }

  @Test
  void guests_without_a_tag_are_in_the_network_of_their_bridge() {
    NetworkUse use = use(plan -> plan.addGuest(vm(100, on("vmbr0"))));

    assertThat(use.servesGuests("mgmt")).isTrue();
    assertThat(use.traffic("mgmt")).isEqualTo(kinds(Traffic.MANAGEMENT, Traffic.GUEST));
  }

  @Test
  void guests_with_a_tag_are_in_the_network_of_that_vlan() {
    NetworkUse use = use(plan -> plan.addGuest(vm(100, on("vmbr1", 30))));

    assertThat(use.servesGuests("net30")).isTrue();
    assertThat(use.servesGuests("mgmt")).isFalse();
  }

  @Test
  void guests_in_another_vlan_of_the_bridge_are_elsewhere() {
    NetworkUse use = use(plan -> plan.addGuest(vm(100, on("vmbr0", 30))));

    assertThat(use.servesGuests("mgmt")).isFalse();
    assertThat(use.traffic("mgmt")).isEqualTo(kinds(Traffic.MANAGEMENT));
  }

  @Test
  void a_vnet_of_a_vlan_zone_is_a_vlan_of_its_bridge() {
    NetworkUse use = use(plan -> plan.sdn(Sdn.builder()
        .addZone(VlanZone.builder().id("vz").bridge("vmbr1").build())
        .addVnet(Vnet.builder().id("vnet30").zone("vz").tag(30).build())
        .build()));

    assertThat(use.servesGuests("net30")).isTrue();
    assertThat(use.over("pve2", "eno3")).contains(Traffic.GUEST);
  }

  @Test
  void the_service_vlan_of_a_qinq_zone_is_a_vlan_of_its_bridge() {
    NetworkUse use = use(plan -> plan.sdn(Sdn.builder()
        .addZone(QinqZone.builder().id("qz").bridge("vmbr1").tag(VlanTag.of(30)).build())
        .build()));

    assertThat(use.servesGuests("net30")).isTrue();
    assertThat(use.over("pve2", "eno3")).contains(Traffic.GUEST);
  }

  @Test
  void guests_use_a_network_that_says_so_or_has_their_vlan_tags() {
    NetworkUse use = use(plan -> plan.addNetwork(
            Network.builder().name("said").addTraffic(Traffic.GUEST).build())
        .addNetwork(
            Network.builder().name("tagged").addVlan(VlanRange.of(100, 199)).build())
        .addNetwork(
            Network.builder().name("other").addVlan(VlanRange.of(200, 299)).build())
        .addGuest(vm(100, on("vmbr1", 199))));

    assertThat(use.servesGuests("said")).isTrue();
    assertThat(use.servesGuests("tagged")).isTrue();
    assertThat(use.servesGuests("other")).isFalse();
  }

  @Test
  void guests_use_the_networks_that_a_bridge_is_there_for() {
    NetworkUse use =
        use(plan -> plan.addNetwork(Network.builder().name("guests").build())
            .addNode(Node.builder()
                .name("pve3")
                .addInterface(Bridge.builder()
                    .name("vmbr2")
                    .addPort("eno4")
                    .addNetwork("guests")
                    .build())
                .build()));

    assertThat(use.servesGuests("guests")).isTrue();
    assertThat(use.over("pve3", "eno4")).isEqualTo(kinds(Traffic.GUEST));
  }

  @Test
  void a_nic_carries_its_networks_and_the_guests_on_its_bridge() {
    NetworkUse use = use(plan -> plan.addGuest(vm(100, on("vmbr0", 30))));

    assertThat(use.over("pve1", "eno1")).isEqualTo(kinds(Traffic.MANAGEMENT, Traffic.GUEST));
    assertThat(use.over("pve2", "eno1")).isEqualTo(kinds(Traffic.MANAGEMENT, Traffic.GUEST));
    assertThat(use.over("pve1", "eno2")).isEmpty();
  }

  @Test
  void guests_are_in_segments_of_each_node_that_has_their_bridge() {
    NetworkUse use = use(plan -> plan.addGuest(vm(100, on("vmbr1", 30)))
        .addNode(Node.builder().name("pve3").build()));

    assertThat(use.guestSegments("pve2")).hasToString("{vmbr1=[vmbr1.30]}");
    assertThat(use.guestSegments("pve3")).isEmpty();
    assertThat(use.guestSegments("no-such-node")).isEmpty();
  }
}
