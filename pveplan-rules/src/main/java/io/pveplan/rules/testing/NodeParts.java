package io.pveplan.rules.testing;

import io.pveplan.model.Traffic;
import io.pveplan.model.ceph.Osd;
import io.pveplan.model.guest.Vmid;
import io.pveplan.model.hardware.Bmc;
import io.pveplan.model.hardware.BmcKind;
import io.pveplan.model.hardware.Circuit;
import io.pveplan.model.hardware.Cpu;
import io.pveplan.model.hardware.CpuLevel;
import io.pveplan.model.hardware.CpuVendor;
import io.pveplan.model.hardware.Disk;
import io.pveplan.model.hardware.DiskController;
import io.pveplan.model.hardware.DiskFilter;
import io.pveplan.model.hardware.DiskKind;
import io.pveplan.model.hardware.Hardware;
import io.pveplan.model.hardware.Node;
import io.pveplan.model.hardware.NodeRole;
import io.pveplan.model.hardware.PowerSupply;
import io.pveplan.model.hardware.SystemDisks;
import io.pveplan.model.hardware.SystemFilesystem;
import io.pveplan.model.hardware.SystemRaid;
import io.pveplan.model.hardware.TimeSync;
import io.pveplan.model.network.Bridge;
import io.pveplan.model.network.InterfaceAddress;
import io.pveplan.model.network.Network;
import io.pveplan.model.network.NodeInterface;
import io.pveplan.model.storage.ZfsPool;
import io.pveplan.model.storage.ZfsRaid;
import io.pveplan.model.unit.DataSize;
import java.util.ArrayList;
import java.util.List;

/** The nodes of a generated plan, and the circuits they hang on. */
final class NodeParts {

  private static final int MANY = 34;
  private static final int FIRST_HOST = 11;
  private static final int FIRST_CONTROLLER = 111;

  private final Dice dice;
  private final NetworkParts networks;
  private final List<Circuit> circuits = new ArrayList<>();
  private final List<Node> nodes = new ArrayList<>();

  NodeParts(Dice dice, NetworkParts networks) {
    this.dice = dice;
    this.networks = networks;
    for (String name : dice.each(70, List.of("feed-a", "feed-b", "feed-c"))) {
      circuits.add(Circuit.builder()
          .name(name)
          .ups(dice.maybe(60, () -> dice.of("ups-a", "ups-b")))
          .build());
    }
    int count = dice.chance(1) ? MANY : dice.of(0, 1, 2, 3, 3, 3, 4, 5, 8);
    String usualCpu = dice.of("AMD EPYC 9354P", "AMD EPYC 7443P", "Intel Xeon Gold 6338");
    for (int number = 0; number < count; number++) {
      nodes.add(node(number, usualCpu));
    }
  }

  List<Circuit> circuits() {
    return circuits;
  }

  List<Node> all() {
    return nodes;
  }

  List<String> names() {
    return nodes.stream().map(Node::name).toList();
  }

  /** The bridges that guests can be attached to, each once. */
  List<String> bridges() {
    return nodes.stream()
        .flatMap(node -> node.interfaces().stream())
        .filter(Bridge.class::isInstance)
        .map(NodeInterface::name)
        .distinct()
        .toList();
  }

  private Node node(int number, String usualCpu) {
    Node.Builder node = Node.builder()
        .name("pve" + (number + 1))
        .roles(dice.each(40, List.of(NodeRole.values())))
        .packages(dice.each(40, List.of("dnsmasq", "frr", "multipath-tools", "openvswitch-switch")))
        .interfaces(
            dice.chance(90)
                ? new InterfaceParts(dice, networks, number, host(number)).all()
                : List.of());
    if (dice.chance(5)) {
      node.timeSync(dice.of(TimeSync.values()));
    }
    if (dice.chance(5)) {
      node.addTimeServer(dice.of("ntp1.example.net", "ntp9.example.net"));
    }
    if (dice.chance(3)) {
      node.addExistingGuest(Vmid.of(900 + number));
    }
    if (dice.chance(60)) {
      node.release(dice.chance(90) ? "9.1" : "9.0");
    }
    if (dice.chance(8)) {
      node.votes(dice.from(1, 4));
    }
    if (dice.told()) {
      node.hardware(hardware(number, usualCpu));
    }
    if (dice.chance(40)) {
      node.addZfsPools(ZfsPool.builder()
          .name("tank")
          .raid(ZfsRaid.MIRROR)
          .addDevices("/dev/disk/by-id/nvme-1", "/dev/disk/by-id/nvme-2")
          .build());
    }
    if (dice.chance(30)) {
      node.addOsds(Osd.builder().device("/dev/disk/by-id/nvme-3").build());
    }
    return node.build();
  }

  // Some are that of another node, or of the router.
  private int host(int number) {
    return dice.chance(97) ? FIRST_HOST + number : dice.of(1, FIRST_HOST);
  }

  // Some of these sets are too small, of unequal disks, or with too much swap.
  private SystemDisks system() {
    SystemFilesystem filesystem = dice.of(SystemFilesystem.values());
    boolean layout = filesystem == SystemFilesystem.ZFS || filesystem == SystemFilesystem.BTRFS;
    SystemDisks.Builder system = SystemDisks.builder().filesystem(filesystem);
    if (layout) {
      system.raid(dice.of(SystemRaid.RAID0, SystemRaid.RAID1, SystemRaid.RAID10));
    } else {
      system.hardwareRaid(dice.maybe(70, () -> true));
      system.swap(dice.maybe(30, () -> DataSize.gib(dice.of(0, 8, 300))));
    }
    boolean listed = dice.chance(80);
    if (!listed) {
      system.addFilter(new DiskFilter("ID_MODEL", "EXAMPLE_BOOT*"));
    }
    for (int disk = !listed ? 0 : layout ? dice.from(1, 4) : 1; disk > 0; disk--) {
      system.addDisk(Disk.builder()
          .device("/dev/sd" + (char) ('w' + disk - 1))
          .size(DataSize.gib(dice.chance(90) ? 480 : 100))
          .diskKind(DiskKind.SSD)
          .controller(DiskController.HBA)
          .powerLossProtection(true)
          .build());
    }
    return system.build();
  }

  private Hardware hardware(int number, String usualCpu) {
    Hardware.Builder hardware = Hardware.builder()
        .cpu(dice.told(() -> cpu(usualCpu)))
        .memory(dice.told(() -> DataSize.gib(dice.of(32, 128, 512))))
        .eccMemory(dice.maybe(70, () -> true))
        .rack(dice.told(() -> dice.of("rack-a", "rack-b", "rack-c")));
    for (int disk = dice.from(0, 4); disk > 0; disk--) {
      hardware.addDisks(Disk.builder()
          .device("/dev/disk/by-id/nvme-" + disk)
          .size(DataSize.tb(dice.chance(95) ? 2 : 100))
          .diskKind(dice.of(DiskKind.values()))
          .controller(dice.told(() -> dice.of(DiskController.values())))
          .powerLossProtection(dice.told(() -> dice.chance(80)))
          .build());
    }
    if (dice.told()) {
      hardware.systemDisks(system());
    }
    for (int supply = dice.from(0, 2); supply > 0; supply--) {
      PowerSupply.Builder fed = PowerSupply.builder();
      if (!circuits.isEmpty() && dice.told()) {
        fed.circuit(dice.of(circuits).name());
      }
      hardware.addPowerSupplies(fed.build());
    }
    List<Network> reachable = networks.withSubnet();
    if (!reachable.isEmpty() && dice.chance(70)) {
      Network home = reachable.stream()
          .filter(it -> it.name().equals(Traffic.OUT_OF_BAND.text()) && dice.chance(80))
          .findFirst()
          .orElseGet(() -> dice.of(reachable));
      InterfaceAddress address = networks.address(home, FIRST_CONTROLLER + number);
      hardware.bmc(
          Bmc.builder().controller(dice.of(BmcKind.values())).address(address).build());
    }
    return hardware.build();
  }

  private Cpu cpu(String usual) {
    String model = dice.chance(85) ? usual : dice.of("AMD EPYC 9354P", "Intel Xeon Gold 6338");
    Cpu.Builder cpu = Cpu.builder()
        .model(model)
        .sockets(dice.from(1, 2))
        .vendor(dice.told(() -> model.startsWith("AMD") ? CpuVendor.AMD : CpuVendor.INTEL))
        .level(dice.told(() -> dice.of(CpuLevel.V2, CpuLevel.V3, CpuLevel.V4)))
        .virtualization(dice.maybe(30, () -> dice.chance(80)));
    if (dice.told()) {
      cpu.threads(dice.of(16, 32, 64));
    }
    return cpu.build();
  }
}
