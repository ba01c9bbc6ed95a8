package io.pveplan.model;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.pveplan.model.ceph.Ceph;
import io.pveplan.model.ceph.CephPool;
import io.pveplan.model.ceph.CephRepository;
import io.pveplan.model.cluster.Corosync;
import io.pveplan.model.cluster.CorosyncLink;
import io.pveplan.model.cluster.Datacenter;
import io.pveplan.model.cluster.MigrationSettings;
import io.pveplan.model.cluster.MigrationType;
import io.pveplan.model.cluster.PackageRepository;
import io.pveplan.model.guest.Bios;
import io.pveplan.model.guest.Clone;
import io.pveplan.model.guest.Container;
import io.pveplan.model.guest.Guest;
import io.pveplan.model.guest.GuestDisk;
import io.pveplan.model.guest.GuestNic;
import io.pveplan.model.guest.IpConfig;
import io.pveplan.model.guest.OsType;
import io.pveplan.model.guest.Vm;
import io.pveplan.model.guest.Vmid;
import io.pveplan.model.guest.Volume;
import io.pveplan.model.ha.Ha;
import io.pveplan.model.ha.HaResource;
import io.pveplan.model.hardware.Circuit;
import io.pveplan.model.hardware.Cpu;
import io.pveplan.model.hardware.Hardware;
import io.pveplan.model.hardware.Node;
import io.pveplan.model.network.AddressKind;
import io.pveplan.model.network.Bridge;
import io.pveplan.model.network.HostAddress;
import io.pveplan.model.network.InterfaceAddress;
import io.pveplan.model.network.IpAddress;
import io.pveplan.model.network.MacAddress;
import io.pveplan.model.network.Network;
import io.pveplan.model.network.Nic;
import io.pveplan.model.network.Subnet;
import io.pveplan.model.sdn.Sdn;
import io.pveplan.model.storage.ContentType;
import io.pveplan.model.storage.DirStorage;
import io.pveplan.model.storage.RbdStorage;
import io.pveplan.model.storage.ReplicationJob;
import io.pveplan.model.storage.Storage;
import io.pveplan.model.storage.StorageServer;
import io.pveplan.model.unit.DataSize;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResolvedPlanTest {

  private static ClusterPlan.Builder plan() {
    return ClusterPlan.builder().name("prod");
  }

  private static Node.Builder node(String name) {
    return Node.builder().name(name);
  }

  private static CorosyncLink link(int number, int priority) {
    return CorosyncLink.builder()
        .number(number)
        .network("ring")
        .priority(priority)
        .build();
  }

  private static ResolvedPlan withLinks(CorosyncLink... links) {
    return ResolvedPlan.of(plan()
        .addNetwork(Network.builder().name("ring").build())
        .corosync(Corosync.builder().addLinks(links).build())
        .build());
  }

  @Test
  void ceph_comes_from_the_repository_of_the_nodes() {
    Ceph said = Ceph.builder().repository(CephRepository.TEST).build();

    assertThat(repository(
            plan().repository(PackageRepository.NO_SUBSCRIPTION), Ceph.builder().build()))
        .isEqualTo(
            "Optional[no-subscription] [ceph repository = no-subscription (pveplan: that of the nodes)]");
    assertThat(repository(plan().repository(PackageRepository.NO_SUBSCRIPTION), said))
        .isEqualTo("Optional[test] []");
    assertThat(repository(plan(), Ceph.builder().build())).isEqualTo("Optional.empty []");
  }

  private static String repository(ClusterPlan.Builder plan, Ceph ceph) {
    ResolvedPlan resolved = ResolvedPlan.of(plan.ceph(ceph).build());
    return resolved.plan().ceph().flatMap(Ceph::repository) + " "
        + resolved.defaults().stream()
            .filter(it -> it.field().equals("repository"))
            .map(it -> it.at() + " " + it.field() + " = " + it.value() + " (" + it.source() + ")")
            .toList();
  }

  @Test
  void each_default_is_filled_with_its_source() {
    ClusterPlan plan = plan()
        .addNode(node("pve1")
            .hardware(Hardware.builder()
                .cpu(Cpu.builder().model("AMD EPYC 9354P").sockets(1).build())
                .build())
            .addInterface(Bridge.builder().name("vmbr0").build())
            .build())
        .addNode(node("pve2").build())
        .ceph(
            Ceph.builder().addPool(CephPool.builder().name("vm-disks").build()).build())
        .addGuests(
            Vm.builder()
                .vmid(Vmid.of(200))
                .name("web")
                .addNic(GuestNic.builder().bridge("vmbr0").build())
                .addNic(GuestNic.builder().bridge("vmbr0").build())
                .build(),
            Container.builder()
                .vmid(Vmid.of(300))
                .name("dns")
                .ostemplate(Volume.parse("local:vztmpl/a.tar.zst"))
                .rootfs(GuestDisk.builder()
                    .slot("rootfs")
                    .storage("vm-disks")
                    .size(DataSize.gib(4))
                    .build())
                .addNic(GuestNic.builder().bridge("vmbr0").build())
                .build())
        .addReplicationJob(ReplicationJob.builder()
            .guest(Vmid.of(200))
            .number(0)
            .target("pve2")
            .build())
        .ha(Ha.builder()
            .addResource(HaResource.builder().guest(Vmid.of(200)).build())
            .build())
        .build();

    String defaults = ResolvedPlan.of(plan).defaults().stream()
        .map(it -> it.at() + " " + it.field() + " = " + it.value() + " (" + it.source() + ")")
        .collect(joining("\n"));

    assertThat(defaults).isEqualTo("""
        cluster target = 9 (pveplan: the current release)
        cluster datacenter.migration.type = secure (pve-cluster, DataCenterConfig.pm)
        node/pve1 votes = 1 (pve-cluster, Corosync.pm)
        node/pve1 hardware.cpu.vendor = AMD (the name of the model)
        node/pve1 hardware.cpu.level = x86-64-v4 (the name of the model)
        node/pve2 votes = 1 (pve-cluster, Corosync.pm)
        ceph/pool/vm-disks size = 3 (pve-manager, PVE/API2/Ceph/Pool.pm)
        ceph/pool/vm-disks minSize = 2 (pve-manager, PVE/API2/Ceph/Pool.pm)
        ceph/pool/vm-disks pgNum = 128 (pve-manager, PVE/API2/Ceph/Pool.pm)
        storage/local path = /var/lib/vz (pve-storage, Storage/Plugin.pm)
        storage/vm-disks pool = vm-disks (pve-manager, PVE/API2/Ceph/Pool.pm (add_storages))
        guest/200/net0 mac = BC:24:11:00:19:00 (pveplan: from the VMID and the card)
        guest/200/net1 mac = BC:24:11:00:19:01 (pveplan: from the VMID and the card)
        guest/200 memory = 512MiB (qemu-server, QemuServer.pm)
        guest/200 cores = 1 (qemu-server, QemuServer.pm)
        guest/200 sockets = 1 (qemu-server, QemuServer.pm)
        guest/200 cpuType = kvm64 (qemu-server, QemuServer/CPUConfig.pm)
        guest/300/net0 mac = BC:24:11:00:25:80 (pveplan: from the VMID and the card)
        guest/300 memory = 512MiB (pve-container, LXC/Config.pm)
        replication/200-0 schedule = */15 (pve-guest-common, ReplicationConfig.pm)
        ha/resource/200 maxRestart = 1 (pve-ha-manager, HA/Resources.pm)
        ha/resource/200 maxRelocate = 1 (pve-ha-manager, HA/Resources.pm)""");
  }

  @Test
  void what_is_filled_stands_in_the_plan() {
    ClusterPlan filled = ResolvedPlan.of(plan()
            .addNode(node("pve1").build())
            .ceph(
                Ceph.builder().addPool(CephPool.builder().name("disks").build()).build())
            .addGuest(Vm.builder().vmid(Vmid.of(200)).name("web").build())
            .build())
        .plan();

    assertThat(filled)
        .isEqualTo(plan()
            .target(ProductVersion.PVE_9)
            .datacenter(Datacenter.builder()
                .migration(
                    MigrationSettings.builder().type(MigrationType.SECURE).build())
                .build())
            .addNode(node("pve1").votes(1).build())
            .ceph(Ceph.builder()
                .addPool(CephPool.builder()
                    .name("disks")
                    .size(3)
                    .minSize(2)
                    .pgNum(128)
                    .build())
                .build())
            .addStorage(DirStorage.builder()
                .id("local")
                .directory("/var/lib/vz")
                .addContent(ContentType.ISO, ContentType.VZTMPL, ContentType.BACKUP)
                .build())
            .addStorage(RbdStorage.builder()
                .id("disks")
                .pool("disks")
                .addContent(ContentType.IMAGES, ContentType.ROOTDIR)
                .build())
            .addGuest(Vm.builder()
                .vmid(Vmid.of(200))
                .name("web")
                .memory(DataSize.mib(512))
                .cores(1)
                .sockets(1)
                .cpuType("kvm64")
                .build())
            .build());
  }

  @Test
  void what_the_plan_says_stays() {
    ClusterPlan plan = EverythingPlan.plan();

    ResolvedPlan resolved = ResolvedPlan.of(plan);

    assertThat(resolved.plan().corosync()).isEqualTo(plan.corosync());
    assertThat(resolved.plan().ha().orElseThrow().resources().get(0))
        .isEqualTo(plan.ha().orElseThrow().resources().get(0));
    assertThat(resolved.plan().replicationJobs()).isEqualTo(plan.replicationJobs());
    assertThat(resolved.plan().backup()).isEqualTo(plan.backup());
    assertThat(resolved.plan().sdn()).isEqualTo(plan.sdn());
    assertThat(resolved.plan().guests().get(1))
        .isEqualTo(Vm.builder()
            .from((Vm) plan.guests().get(1))
            .nics(List.of(
                plan.guests().get(1).nics().get(0),
                GuestNic.builder()
                    .from(plan.guests().get(1).nics().get(1))
                    .mac(MacAddress.parse("02:38:00:00:19:01"))
                    .build()))
            .build());
    assertThat(resolved.release()).isEqualTo(ProductVersion.PVE_8_4);
    assertThat(resolved.plan().datacenter()).isEqualTo(plan.datacenter());
  }

  @Test
  void an_address_of_a_container_has_the_gateway_of_its_network() {
    InterfaceAddress own =
        new InterfaceAddress(HostAddress.parse("10.0.0.60/24"), Optional.of("lan"));
    Container dns = Container.builder()
        .vmid(Vmid.of(300))
        .name("dns")
        .ostemplate(Volume.parse("local:vztmpl/a.tar.zst"))
        .rootfs(GuestDisk.builder()
            .slot("rootfs")
            .storage("local")
            .size(DataSize.gib(4))
            .build())
        .addNics(GuestNic.builder().bridge("vmbr0").build())
        .addIpConfigs(IpConfig.builder().nic(0).address(own).build())
        .build();

    ResolvedPlan resolved = ResolvedPlan.of(ClusterPlan.builder()
        .name("lab")
        .addNetworks(Network.builder()
            .name("lan")
            .subnet(Subnet.parse("10.0.0.0/24"))
            .gateway(IpAddress.parse("10.0.0.1"))
            .build())
        .addNodes(Node.builder()
            .name("pve1")
            .addInterfaces(Bridge.builder().name("vmbr0").build())
            .build())
        .addGuests(dns)
        .build());

    Container filled = (Container) resolved.guests().get(0);
    assertThat(filled.ipConfigs())
        .containsExactly(IpConfig.builder()
            .nic(0)
            .address(own)
            .gateway(IpAddress.parse("10.0.0.1"))
            .build());
    assertThat(resolved.addresses().of(IpAddress.parse("10.0.0.60")))
        .singleElement()
        .satisfies(use -> {
          assertThat(use.kind()).isEqualTo(AddressKind.GUEST);
          assertThat(use.path()).isEqualTo(PlanPath.of("guest", "300", "net0"));
        });
  }

  @Test
  void a_clone_has_the_settings_of_its_template() {
    Vm base = Vm.builder()
        .vmid(Vmid.of(9000))
        .name("base")
        .template(true)
        .bios(Bios.OVMF)
        .machine("q35")
        .ostype(OsType.L26)
        .build();
    Vm between = Vm.builder()
        .vmid(Vmid.of(9001))
        .name("between")
        .template(true)
        .machine("pc")
        .clone(Clone.builder().template(Vmid.of(9000)).build())
        .build();
    Vm web = Vm.builder()
        .vmid(Vmid.of(200))
        .name("web")
        .ostype(OsType.OTHER)
        .clone(Clone.builder().template(Vmid.of(9001)).build())
        .build();

    ResolvedPlan resolved = ResolvedPlan.of(
        ClusterPlan.builder().name("lab").addGuests(base, between, web).build());

    Vm clone = (Vm) resolved.guest(Vmid.of(200)).orElseThrow();
    assertThat(clone.bios()).contains(Bios.OVMF);
    assertThat(clone.machine()).contains("pc");
    assertThat(clone.ostype()).contains(OsType.OTHER);
    assertThat(clone.scsihw()).isEmpty();
    assertThat(resolved.defaults())
        .filteredOn(it -> it.source().startsWith("template"))
        .containsExactly(
            new FilledValue(PlanPath.of("guest", "9001"), "bios", "ovmf", "template 9000"),
            new FilledValue(PlanPath.of("guest", "9001"), "ostype", "l26", "template 9000"),
            new FilledValue(PlanPath.of("guest", "200"), "machine", "pc", "template 9001"),
            new FilledValue(PlanPath.of("guest", "200"), "bios", "ovmf", "template 9000"));
  }

  @Test
  void resolving_a_resolved_plan_changes_nothing() {
    ResolvedPlan once = ResolvedPlan.of(EverythingPlan.plan());

    ResolvedPlan twice = ResolvedPlan.of(once.plan());

    assertThat(twice.plan()).isEqualTo(once.plan());
    assertThat(twice.defaults()).isEmpty();
  }

  @Test
  void a_declared_storage_stands_for_the_one_that_is_always_there() {
    ClusterPlan plan = plan()
        .addStorage(DirStorage.builder().id("local").directory("/srv").build())
        .ceph(Ceph.builder()
            .addPool(CephPool.builder().name("disks").build())
            .addPool(CephPool.builder().name("bare").addStorages(false).build())
            .build())
        .build();

    ResolvedPlan resolved = ResolvedPlan.of(plan);

    assertThat(resolved.storages()).extracting(Storage::id).containsExactly("local", "disks");
    assertThat(resolved.storage("local"))
        .contains(DirStorage.builder()
            .id("local")
            .directory("/srv")
            .addContent(ContentType.ISO, ContentType.VZTMPL, ContentType.BACKUP)
            .build());
    assertThat(resolved.storage("bare")).isEmpty();
  }

  @Test
  void the_lines_of_a_plan_are_kept() {
    ResolvedPlan resolved = ResolvedPlan.of(EverythingPlan.plan());

    assertThat(resolved.plan().declaredAt()).contains(EverythingPlan.line(1));
    assertThat(resolved.node("pve1").orElseThrow().declaredAt()).contains(EverythingPlan.line(10));
    assertThat(resolved.guest(Vmid.of(200)).orElseThrow().declaredAt())
        .contains(EverythingPlan.line(50));
    assertThat(resolved.guest(Vmid.of(200)).orElseThrow().nics().get(0).declaredAt())
        .contains(EverythingPlan.line(51));
    assertThat(resolved.ha().declaredAt()).contains(EverythingPlan.line(55));
    assertThat(resolved.plan().datacenter().orElseThrow().declaredAt())
        .contains(EverythingPlan.line(4));
  }

  @Test
  void a_mac_is_made_of_the_vmid_as_long_as_it_fits() {
    ClusterPlan plan = plan()
        .addNode(
            node("pve1").addInterface(Bridge.builder().name("vmbr0").build()).build())
        .addGuests(
            Vm.builder()
                .vmid(Vmid.of(524_287))
                .name("last")
                .addNic(GuestNic.builder().bridge("vmbr0").build())
                .build(),
            Vm.builder()
                .vmid(Vmid.of(524_288))
                .name("beyond")
                .addNic(GuestNic.builder().bridge("vmbr0").build())
                .build())
        .build();

    ResolvedPlan resolved = ResolvedPlan.of(plan);

    assertThat(resolved.guests().get(0).nics().get(0).mac())
        .contains(MacAddress.parse("BC:24:11:FF:FF:E0"));
    assertThat(resolved.guests().get(1).nics().get(0).mac()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "02:AB:CD, 02:AB:CD:00:0C:80 02:AB:CD:00:0C:81 02:AB:CD:0F:FF:E0 02:AB:CD:0F:FF:E1",
    "BC:24:11:F, BC:24:11:F0:0C:80 BC:24:11:F0:0C:81 BC:24:11:FF:FF:E0 BC:24:11:FF:FF:E1",
    "0A, 0A:00:00:00:0C:80 0A:00:00:00:0C:81 0A:00:00:0F:FF:E0 0A:00:00:0F:FF:E1"
  })
  void a_mac_begins_with_the_prefix_of_the_datacenter(String prefix, String macs) {
    ClusterPlan plan = plan()
        .datacenter(Datacenter.builder().macPrefix(prefix).build())
        .addNode(
            node("pve1").addInterface(Bridge.builder().name("vmbr0").build()).build())
        .addGuests(guestWithTwoCards(100), guestWithTwoCards(32_767))
        .build();

    assertThat(ResolvedPlan.of(plan).guests().stream()
            .flatMap(guest -> guest.nics().stream())
            .map(nic -> nic.mac().orElseThrow().toString())
            .collect(joining(" ")))
        .isEqualTo(macs);
  }

  @Test
  void a_mac_of_a_numbered_cluster_has_room_for_each_vmid() {
    ClusterPlan plan = plan()
        .macsFromVmids(31)
        .addNode(
            node("pve1").addInterface(Bridge.builder().name("vmbr0").build()).build())
        .addGuests(guestWithTwoCards(100), guestWithTwoCards(999_999_999))
        .build();

    assertThat(ResolvedPlan.of(plan).guests())
        .flatExtracting(Guest::nics)
        .extracting(nic -> nic.mac().orElseThrow().toString())
        .containsExactly(
            "02:F8:00:00:0C:80", "02:F8:00:00:0C:81", "02:FF:73:59:3F:E0", "02:FF:73:59:3F:E1");
  }

  private static Vm guestWithTwoCards(int vmid) {
    GuestNic card = GuestNic.builder().bridge("vmbr0").build();
    return Vm.builder().vmid(Vmid.of(vmid)).name("web").addNics(card, card).build();
  }

  @Test
  void an_unknown_maker_is_left_open() {
    ClusterPlan plan = plan()
        .addNode(node("pve1")
            .hardware(Hardware.builder()
                .cpu(Cpu.builder().model("Ampere Altra").sockets(1).build())
                .build())
            .build())
        .build();

    assertThat(ResolvedPlan.of(plan)
            .node("pve1")
            .flatMap(Node::hardware)
            .flatMap(Hardware::cpu)
            .flatMap(Cpu::vendor))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "10, 20, 1",
    "20, 10, 0",
    "10, 10, 0",
    "0, 1, 0",
    "1, 0, 0",
    "0, 2, 1",
  })
  void the_highest_priority_is_used_first_and_the_lowest_number_among_equals(
      int first, int second, int preferred) {
    ResolvedPlan resolved = withLinks(link(1, second), link(0, first));

    assertThat(resolved.preferredLink())
        .hasValueSatisfying(link -> assertThat(link.number()).isEqualTo(preferred));
    assertThat(resolved.linksByPreference())
        .extracting(CorosyncLink::number)
        .containsExactly(preferred, 1 - preferred);
    assertThat(resolved.corosyncLinks()).extracting(CorosyncLink::number).containsExactly(0, 1);
  }

  @Test
  void a_node_asks_its_own_time_servers_or_those_of_the_plan() {
    ResolvedPlan resolved = ResolvedPlan.of(plan()
        .addTimeServers("ntp1", "ntp2")
        .addNodes(node("pve1").addTimeServers("ntp3").build(), node("pve2").build())
        .build());

    assertThat(resolved.nodes())
        .extracting(resolved::timeServers)
        .containsExactly(new TreeSet<>(Set.of("ntp3")), new TreeSet<>(Set.of("ntp1", "ntp2")));
  }

  @Test
  void a_link_without_priority_counts_as_one() {
    CorosyncLink plain = CorosyncLink.builder().number(0).network("ring").build();

    assertThat(withLinks(plain, link(1, 1)).preferredLink()).contains(plain);
    assertThat(withLinks(plain, link(1, 2)).preferredLink()).contains(link(1, 2));
  }

  @Test
  void without_links_the_network_of_the_node_names_is_the_only_link() {
    ResolvedPlan resolved = ResolvedPlan.of(named("mgmt", "mgmt").build());

    assertThat(resolved.corosyncLinks()).isEmpty();
    assertThat(resolved.preferredLink())
        .contains(CorosyncLink.builder().number(0).network("mgmt").build());
  }

  @Test
  void a_single_node_or_names_in_two_networks_give_no_link() {
    assertThat(ResolvedPlan.of(named("mgmt").build()).preferredLink()).isEmpty();
    assertThat(ResolvedPlan.of(named("mgmt", "other").build()).preferredLink()).isEmpty();
    assertThat(ResolvedPlan.of(
                plan().addNodes(node("pve1").build(), node("pve2").build()).build())
            .preferredLink())
        .isEmpty();
  }

  /** A node for each network, with an address there. */
  private static ClusterPlan.Builder named(String... networks) {
    ClusterPlan.Builder plan = plan();
    for (String network : new TreeSet<>(List.of(networks))) {
      plan.addNetwork(
          Network.builder().name(network).addTraffic(Traffic.MANAGEMENT).build());
    }
    int number = 1;
    for (String network : networks) {
      InterfaceAddress address =
          new InterfaceAddress(HostAddress.parse("10.0.0." + number + "/24"), Optional.of(network));
      plan.addNode(node("pve" + number++)
          .addInterface(Nic.builder().name("eno1").addAddress(address).build())
          .build());
    }
    return plan;
  }

  @Test
  void lookups_find_by_name_and_nothing_else() {
    ResolvedPlan resolved = ResolvedPlan.of(plan()
        .addNetwork(Network.builder().name("ring").build())
        .addCircuit(Circuit.builder().name("feed-a").build())
        .addNode(node("pve1").build())
        .addStorageServer(StorageServer.builder()
            .name("nas")
            .addAddresses(IpAddress.parse("10.0.0.5"))
            .build())
        .addGuest(Vm.builder().vmid(Vmid.of(200)).name("web").build())
        .build());

    assertThat(resolved.node("pve1")).contains(resolved.nodes().get(0));
    assertThat(resolved.node("PVE1")).isEmpty();
    assertThat(resolved.network("ring")).contains(resolved.networks().get(0));
    assertThat(resolved.network("rong")).isEmpty();
    assertThat(resolved.circuit("feed-a")).isPresent();
    assertThat(resolved.circuit("feed-b")).isEmpty();
    assertThat(resolved.storageServer("10.0.0.5")).isPresent();
    assertThat(resolved.storageServer("10.0.0.6")).isEmpty();
    assertThat(resolved.guest(Vmid.of(200))).contains(resolved.guests().get(0));
    assertThat(resolved.guest(Vmid.of(201))).isEmpty();
    assertThat(resolved.vms()).hasSize(1);
  }

  @Test
  void a_plan_without_them_has_empty_ha_and_sdn() {
    ResolvedPlan resolved = ResolvedPlan.of(plan().build());

    assertThat(resolved.ha()).isEqualTo(Ha.builder().build());
    assertThat(resolved.sdn()).isEqualTo(Sdn.builder().build());
    assertThat(resolved.corosyncLinks()).isEmpty();
    assertThat(resolved.preferredLink()).isEmpty();
    assertThat(resolved.quorum().expectedVotes()).isZero();
  }
}
