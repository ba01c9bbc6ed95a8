package io.pveplan.dsl.use;

import static io.pveplan.dsl.Pveplan.*;

import io.pveplan.dsl.BackupSpec;
import io.pveplan.dsl.Bonding;
import io.pveplan.dsl.BridgeSpec;
import io.pveplan.dsl.CircuitRef;
import io.pveplan.dsl.CloudInitSpec;
import io.pveplan.dsl.ClusterSpec;
import io.pveplan.dsl.ControllerRef;
import io.pveplan.dsl.GuestNicSpec;
import io.pveplan.dsl.GuestRef;
import io.pveplan.dsl.HaSpec;
import io.pveplan.dsl.HardwareSpec;
import io.pveplan.dsl.NetworkAddress;
import io.pveplan.dsl.NetworkRef;
import io.pveplan.dsl.NodeRef;
import io.pveplan.dsl.NodeSpec;
import io.pveplan.dsl.StorageRef;
import io.pveplan.dsl.StorageSpec;
import io.pveplan.dsl.StorageType;
import io.pveplan.dsl.SwitchRef;
import io.pveplan.dsl.VmSpec;
import io.pveplan.dsl.VnetRef;
import io.pveplan.dsl.ZoneRef;
import io.pveplan.dsl.ZoneSpec;
import io.pveplan.dsl.ZoneType;
import io.pveplan.model.ClusterPlan;
import io.pveplan.model.PlanDefinitionException;
import io.pveplan.model.ProductVersion;
import io.pveplan.model.Traffic;
import io.pveplan.model.automation.TerraformProvider;
import io.pveplan.model.backup.BackupMode;
import io.pveplan.model.cluster.FailureKind;
import io.pveplan.model.guest.Bios;
import io.pveplan.model.guest.NicModel;
import io.pveplan.model.ha.Affinity;
import io.pveplan.model.ha.HaState;
import io.pveplan.model.hardware.BmcKind;
import io.pveplan.model.hardware.CpuLevel;
import io.pveplan.model.hardware.DiskKind;
import io.pveplan.model.hardware.NodeRole;
import io.pveplan.model.network.BondMode;
import io.pveplan.model.network.HashPolicy;
import io.pveplan.model.storage.ContentType;
import io.pveplan.model.storage.ZfsRaid;
import io.pveplan.model.unit.DataSize;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** Walks through the language: calls in any order, with good and bad words, numbers and handles. */
final class RandomCluster {

  private static final List<String> HOSTILE = List.of(
      "",
      " ",
      "a b",
      "a\nb",
      "a\r",
      "\t",
      "$(id)",
      "${x}",
      "`id`",
      "'",
      "\"",
      "\\",
      "a;b",
      "a|b",
      "#a",
      "-rf",
      "--",
      "../../etc",
      "/etc/passwd",
      "\u0000",
      "\u001b[31m",
      "\u202e",
      "\ud800",
      "\u00e4",
      "\ud83d\ude00",
      "%s",
      "%{x}",
      "{{x}}",
      "<x>",
      "null",
      "~",
      "*",
      "x".repeat(300),
      "10.0.0.1/24",
      "10.0.0.256",
      "99",
      "0x10",
      "pve1.",
      ".pve1",
      "PVE1",
      "4095");

  private static final List<String> NODES = List.of("pve1", "pve2", "pve3");
  private static final List<String> NETWORKS = List.of("lan", "ring", "ceph", "guests");
  private static final List<String> INTERFACES =
      List.of("eno1", "eno2", "eno3", "eno4", "bond0", "bond1", "vmbr0", "vmbr1", "bond0.30");
  private static final List<String> BONDS = List.of("bond0", "bond1");
  private static final List<String> BRIDGES = List.of("vmbr0", "vmbr1");
  private static final List<String> CARDS = List.of("eno1", "eno2", "eno3");
  private static final List<String> MORE_CARDS = List.of("eno4", "eno5", "eno6");
  private static final List<String> STORAGES = List.of("local", "nas", "tank", "pbs1", "disks");
  private static final List<String> SUBNETS =
      List.of("10.0.0.0/24", "10.0.1.0/24", "2001:db8::/64", "10.0.2.0/30");
  private static final List<String> ADDRESSES =
      List.of("10.0.0.1", "10.0.0.11", "10.0.1.12", "2001:db8::5", "10.0.2.1");
  private static final List<String> TEXTS =
      List.of("web", "first server", "it's \"quoted\"", "# not a comment", "a: b", "100 %");
  private static final List<String> EVENTS =
      List.of("*/15", "02:30", "mon..fri 22:00", "*-1 03:00");
  private static final List<String> DEVICES =
      List.of("/dev/sda", "/dev/nvme0n1", "/dev/disk/by-id/x");
  private static final List<String> IDS = List.of("nat", "evz", "vn", "nightly", "home", "evpn1");
  private static final List<Integer> ODD_NUMBERS =
      List.of(-1, 99, 4095, 65_535, 99_999, 1_000_000_000, Integer.MAX_VALUE, Integer.MIN_VALUE);
  private static final List<Integer> VMIDS = List.of(100, 200, 201, 300, 9000);

  private final int hostility;
  private final Set<FailureKind> promised = EnumSet.noneOf(FailureKind.class);
  private Random random;

  /**
   * Prepares walks.
   *
   * @param hostility how many words of a hundred are bad ones
   */
  RandomCluster(int hostility) {
    this.hostility = hostility;
    this.random = new Random(0);
  }

  /** A plan of one step per seed. */
  ClusterPlan plan(List<Long> seeds) {
    promised.clear();
    return cluster("prod", c -> {
      for (long seed : seeds) {
        random = new Random(seed);
        step(c);
      }
    });
  }

  /** Those of some steps that make a plan together, the first ones first. */
  List<Long> possible(List<Long> seeds) {
    List<Long> kept = new ArrayList<>();
    for (long seed : seeds) {
      kept.add(seed);
      try {
        plan(kept);
      } catch (PlanDefinitionException refused) {
        kept.remove(kept.size() - 1);
      }
    }
    return kept;
  }

  private boolean odd() {
    return random.nextInt(100) < hostility;
  }

  private boolean maybe() {
    return random.nextInt(3) == 0;
  }

  private <T> T one(List<T> items) {
    return items.get(random.nextInt(items.size()));
  }

  private <E extends Enum<E>> E one(Class<E> type) {
    return one(List.of(type.getEnumConstants()));
  }

  private String word(List<String> good) {
    return odd() ? one(HOSTILE) : one(good);
  }

  private int number(int least, int most) {
    return odd() ? one(ODD_NUMBERS) : least + random.nextInt(most - least + 1);
  }

  private int vmid() {
    return odd() ? one(ODD_NUMBERS) : one(VMIDS);
  }

  private DataSize size() {
    return odd() ? gib(one(ODD_NUMBERS)) : one(List.of(gib(8), mib(512), tib(1), gb(100), tb(2)));
  }

  private NetworkRef network() {
    return NetworkRef.named(word(NETWORKS));
  }

  private NodeRef node() {
    return NodeRef.named(word(NODES));
  }

  private StorageRef storage() {
    return StorageRef.named(word(STORAGES));
  }

  private GuestRef guest() {
    return GuestRef.of(vmid());
  }

  private NetworkAddress address() {
    return random.nextBoolean()
        ? network().host(number(1, 254))
        : network().address(word(ADDRESSES));
  }

  // A second goal of a kind would have most plans refused.
  private void goal(ClusterSpec c, FailureKind kind) {
    if (promised.add(kind)) {
      c.mustSurvive(kind == FailureKind.NODE ? number(1, 3) : 1, kind);
    }
  }

  private void step(ClusterSpec c) {
    switch (random.nextInt(26)) {
      case 0 -> {
        c.target(one(ProductVersion.class));
        goal(c, one(FailureKind.class));
      }
      case 1 ->
        c.everyNode(n -> n.domain(word(List.of("example.net")))
            .dns(word(ADDRESSES), word(ADDRESSES))
            .timeServers(word(List.of("ntp.example.net")))
            .packages(word(List.of("dnsmasq"))));
      case 2 -> physical(c);
      case 3, 4, 5 ->
        c.network(word(NETWORKS), word(SUBNETS), net -> {
          net.carries(one(Traffic.class), one(Traffic.class));
          if (maybe()) {
            net.gateway(word(ADDRESSES));
          }
          if (maybe()) {
            net.mtu(random.nextBoolean() ? 9000 : number(1280, 65_520))
                .vlans(number(1, 99), number(100, 4094))
                .redundant();
          }
        });
      case 6 -> c.network(word(NETWORKS), net -> net.carries(Traffic.GUEST).vlan(number(1, 4094)));
      case 7, 8, 9, 10 -> c.node(word(NODES), this::node);
      case 11 ->
        c.corosync(k -> {
          k.link(number(0, 3), network(), number(0, 255)).link(number(4, 7), network());
          if (maybe()) {
            k.qdevice(word(ADDRESSES)).forcedQdevice(word(ADDRESSES));
          }
        });
      case 12 ->
        c.migration(m -> m.over(network()).insecure())
            .replication(m -> m.secure().over(network()));
      case 13 ->
        c.storageServer(
            word(List.of("nas", "san")),
            s -> s.addresses(word(ADDRESSES))
                .heads(number(1, 4))
                .latency(milliseconds(number(0, 9))));
      case 14, 15 -> storage(c);
      case 16 ->
        c.ceph(s -> s.publicNetwork(network())
            .clusterNetwork(network())
            .monitorsOn(List.of(node(), node()))
            .managersOn(List.of(node())));
      case 17 ->
        c.cephPool(word(List.of("disks", "archive")), p -> {
          if (maybe()) {
            p.size(number(1, 7)).minSize(number(1, 7)).withoutStorage();
          }
        });
      case 18, 19 -> c.vm(vmid(), word(List.of("web", "db")), this::vm);
      case 20 -> c.template(vmid(), word(List.of("tmpl")), this::vm);
      case 21 ->
        c.container(
            vmid(),
            word(List.of("dns")),
            containerTemplate(storage(), word(List.of("a.tar.zst"))),
            storage(),
            size(),
            t -> t.node(node())
                .cores(number(1, 8))
                .nic(word(BRIDGES), b -> b.tag(number(1, 4094)).firewall())
                .bindMount(word(List.of("/data")), word(List.of("/tank")))
                .device(word(List.of("/dev/sda")))
                .features(s -> s.nesting().mount(word(List.of("nfs"))))
                .dns(word(List.of("10.0.0.2"))));
      case 22 ->
        c.replicate(guest(), node(), s -> s.schedule(word(EVENTS)).comment(word(TEXTS)))
            .migrate(guest(), node(), m -> m.online().targetStorage(storage()));
      case 23 -> c.ha(this::ha);
      case 24 -> sdn(c);
      default ->
        c.backup(this::backup)
            .terraform(t ->
                t.guests(guest()).providers(one(TerraformProvider.class)).apiHost(word(ADDRESSES)));
    }
  }

  private void node(NodeSpec n) {
    for (int i = random.nextInt(7); i >= 0; i--) {
      switch (random.nextInt(11)) {
        case 0 -> n.nic(word(CARDS), address());
        case 1 ->
          n.nic(
              word(INTERFACES),
              b -> b.mac(word(List.of("02:00:5E:00:53:01")))
                  .speed(gbit(number(1, 100)))
                  .comment(word(TEXTS)));
        case 2 -> n.bond(anyBond(), address());
        case 3, 4 -> n.bridge(word(BRIDGES), this::bridge);
        case 5 -> n.vlan(word(INTERFACES), address());
        case 6 -> n.hardware(this::hardware);
        case 10 -> {
          if (random.nextInt(8) == 0) {
            cable(n);
          }
        }
        case 7 ->
          n.zpool(word(List.of("tank")), one(ZfsRaid.class), word(DEVICES))
              .osds(word(DEVICES))
              .osd(word(DEVICES), word(List.of("ssd")));
        case 8 -> n.votes(number(1, 2)).roles(one(NodeRole.class)).packages(word(List.of("htop")));
        default ->
          n.with(it ->
              it.vlan(word(INTERFACES), b -> b.mtu(number(1280, 9000)).comment(word(TEXTS))));
      }
    }
  }

  private Bonding anyBond() {
    Bonding bond = random.nextBoolean()
        ? lacp(word(BONDS), word(CARDS), word(MORE_CARDS))
        : bond(word(BONDS), one(BondMode.class), word(CARDS));
    if (maybe()) {
      bond = bond.hashPolicy(one(HashPolicy.class)).fast();
    }
    return maybe()
        ? bond.primary(word(INTERFACES)).miimon(number(0, 100)).mtu(number(1280, 9000))
        : bond;
  }

  private void bridge(BridgeSpec b) {
    if (random.nextBoolean()) {
      b.over(word(random.nextBoolean() ? CARDS : INTERFACES));
    } else {
      b.over(anyBond());
    }
    if (maybe()) {
      b.address(address()).address(word(ADDRESSES) + "/24");
    }
    if (maybe()) {
      b.vlanAware(word(List.of("30", "100-199"))).carries(network()).comment(word(TEXTS));
    }
  }

  private void physical(ClusterSpec c) {
    switch (random.nextInt(3)) {
      case 0 -> c.circuit(word(List.of("feed-a", "feed-b")), word(List.of("ups-a")));
      case 1 -> c.rack(word(List.of("rack-a", "rack-b")), word(List.of("basement")));
      default ->
        c.ethernetSwitch(
            word(List.of("sw1", "sw2")),
            s -> s.ports(48, gbit(number(1, 100)))
                .stack(word(List.of("mlag1")))
                .rack(word(List.of("rack-a")))
                .mtu(number(1500, 9216)));
    }
  }

  private void cable(NodeSpec n) {
    n.cable(
        word(List.of("eno1", "eno2", "eno3")),
        SwitchRef.named(word(List.of("sw1", "sw2"))).port(number(1, 48)),
        k -> k.label(word(List.of("A-1"))).length(meters(number(1, 9))));
  }

  private void hardware(HardwareSpec h) {
    h.cpu(word(List.of("AMD EPYC", "Intel Xeon")), number(1, 2), b -> b.level(one(CpuLevel.class)))
        .powerSupplies(CircuitRef.named(word(List.of("feed-a", "feed-b"))))
        .powerSupplies(random.nextInt(4) - 1)
        .bmc(one(BmcKind.class), address())
        .rack(word(List.of("rack-a")))
        .disk(word(DEVICES), size(), one(DiskKind.class))
        .memory(size());
  }

  private void storage(ClusterSpec c) {
    String id = word(STORAGES);
    switch (random.nextInt(7)) {
      case 0 -> any(c, dir(id, word(List.of("/srv"))));
      case 1 -> any(c, nfs(id, word(ADDRESSES), word(List.of("/export"))));
      case 2 -> any(c, zfs(id, word(List.of("tank/vm"))));
      case 3 -> any(c, lvm(id, word(List.of("vg0"))));
      case 4 -> any(c, iscsi(id, word(ADDRESSES), word(List.of("iqn.2024-02.example:a"))));
      case 5 -> any(c, rbd(id, word(List.of("disks", "archive"))));
      default ->
        any(
            c,
            pbs(
                id,
                word(ADDRESSES),
                word(List.of("store1")),
                word(List.of("a@pbs")),
                odd() ? fromEnvironment(one(HOSTILE)) : prompted()));
    }
  }

  private <S extends StorageSpec<S>> void any(ClusterSpec c, StorageType<S> type) {
    c.storage(type, s -> {
      s.content(one(ContentType.class), one(ContentType.class));
      if (maybe()) {
        s.nodes(node(), node()).disabled();
      }
    });
  }

  private void vm(VmSpec v) {
    for (int i = random.nextInt(6); i >= 0; i--) {
      switch (random.nextInt(10)) {
        case 8 ->
          v.hardware(h -> h.machine(word(List.of("q35")))
              .bios(one(Bios.class))
              .cpuFlags(word(List.of("+aes"))));
        case 9 ->
          v.startup(s -> s.order(number(0, 9)).up(minutes(number(0, 9))))
              .pool(word(List.of("prod/web")))
              .cpuLimit(number(0, 4))
              .cpuUnits(number(1, 500));
        case 0 -> v.disk(storage(), size());
        case 1 -> v.disk(storage(), size(), p -> p.importFrom(storage(), word(List.of("a.qcow2"))));
        case 2 -> v.nic(word(BRIDGES), this::guestNic);
        case 3 -> v.nic(VnetRef.named(word(IDS))).nic(word(BRIDGES), vlan(number(1, 4094)));
        case 4 -> v.cloudInit(this::cloudInit);
        case 5 -> v.node(node()).cores(number(1, 8)).sockets(number(1, 2)).memory(size());
        case 6 -> v.cloneOf(guest()).iso(storage(), word(List.of("a.iso")));
        default ->
          v.tags(word(List.of("web")))
              .description(word(TEXTS))
              .cpuType(word(List.of("host", "x86-64-v3")))
              .rpo(minutes(number(0, 60)))
              .rto(minutes(number(0, 60)))
              .mustRun();
      }
    }
  }

  private void guestNic(GuestNicSpec b) {
    if (maybe()) {
      b.tag(number(1, 4094))
          .model(one(NicModel.class))
          .mac(word(List.of("BC:24:11:00:00:01")))
          .firewall();
    }
  }

  private void cloudInit(CloudInitSpec s) {
    s.user(word(List.of("ops"))).packages(word(List.of("nginx")));
    if (maybe()) {
      s.address(random.nextInt(3), address()).dhcp(random.nextInt(3));
    }
    if (maybe()) {
      s.storage(storage()).dns(word(ADDRESSES)).searchDomain(word(List.of("example.net")));
    }
  }

  private void ha(HaSpec h) {
    h.resources(guest())
        .resource(guest(), r -> r.state(one(HaState.class)).maxRestart(number(0, 3)));
    if (maybe()) {
      h.nodeAffinity(
          word(IDS), a -> a.resources(guest()).node(node(), number(0, 9)).nodes(node()));
    }
    if (maybe()) {
      h.resourceAffinity(word(IDS), one(Affinity.class), guest(), guest());
    }
    if (maybe()) {
      h.resourceAffinity(
          word(IDS), one(Affinity.class), List.of(guest(), guest()), a -> a.disabled());
    }
  }

  private void sdn(ClusterSpec c) {
    String id = word(IDS);
    c.evpnController(word(IDS), number(1, 65_000), network());
    switch (random.nextInt(5)) {
      case 0 -> any(c, simple(id));
      case 1 -> any(c, vlanZone(id, word(INTERFACES)));
      case 2 -> any(c, qinq(id, word(INTERFACES), number(1, 4094)));
      case 3 -> any(c, vxlan(id, network()));
      default ->
        c.zone(
            evpn(id, ControllerRef.named(word(IDS)), number(1, 9999)),
            z -> z.exitNodes(node(), node()));
    }
    c.vnet(
        word(IDS),
        ZoneRef.named(word(IDS)),
        b -> b.tag(number(1, 4094))
            .alias(word(TEXTS))
            .subnet(
                word(SUBNETS),
                s -> s.gateway(word(ADDRESSES)).dhcpRange(word(ADDRESSES), word(ADDRESSES))));
  }

  private <S extends ZoneSpec<S>> void any(ClusterSpec c, ZoneType<S> type) {
    c.zone(type, z -> {
      if (maybe()) {
        z.nodes(node()).mtu(number(1280, 1500)).ipam(word(List.of("pve"))).dhcp();
      }
    });
  }

  private void backup(BackupSpec b) {
    b.server(word(List.of("pbs")), word(ADDRESSES), word(List.of("store1")));
    b.job(word(IDS), word(EVENTS), storage(), p -> {
      if (random.nextBoolean()) {
        p.all();
      }
      if (maybe()) {
        p.guests(guest());
      }
      p.mode(one(BackupMode.class)).keepLast(number(1, 9));
    });
    if (maybe()) {
      b.hosts(List.of(node()), word(EVENTS), storage(), word(List.of("/etc")));
    }
  }
}
