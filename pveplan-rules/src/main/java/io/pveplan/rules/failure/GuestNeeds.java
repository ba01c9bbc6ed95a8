package io.pveplan.rules.failure;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.guest.Container;
import io.pveplan.model.guest.Guest;
import io.pveplan.model.guest.GuestDevice;
import io.pveplan.model.guest.GuestNic;
import io.pveplan.model.guest.GuestVolume;
import io.pveplan.model.guest.Vm;
import io.pveplan.model.guest.Vmid;
import io.pveplan.model.hardware.Cpu;
import io.pveplan.model.hardware.DeviceKind;
import io.pveplan.model.hardware.Hardware;
import io.pveplan.model.sdn.Vnet;
import io.pveplan.model.storage.ZfsPoolStorage;
import io.pveplan.model.time.CalendarEvent;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Why a guest would not start on a node: a volume is not there, a bridge, a device or a directory, there
 * are fewer CPUs than it has, the CPU is too old for its type, or a document of its cloud-init is missing. Memory is not among it: the product starts a guest that does not fit.
 */
final class GuestNeeds {

  private final ResolvedPlan plan;
  private final HaMoves moves;
  private final Map<Vmid, Map<String, Optional<String>>> known = new HashMap<>();
  private final Map<Vmid, List<String>> storages = new HashMap<>();

  GuestNeeds(ResolvedPlan plan) {
    this.plan = plan;
    this.moves = new HaMoves(plan);
  }

  /**
   * What keeps a guest from starting on a node.
   *
   * @param home name of the node that has its local volumes
   */
  Optional<String> obstacle(Guest guest, String node, String home) {
    Optional<String> volume = missingVolume(guest, node, home);
    return volume.isPresent()
        ? volume
        : known
            .computeIfAbsent(guest.vmid(), key -> new HashMap<>())
            .computeIfAbsent(node, key -> missingPart(guest, node));
  }

  /**
   * Whether HA can move a guest: its local volumes are on the node it leaves, and nothing keeps it
   * from the other one.
   *
   * @param home name of the node that has its local volumes
   */
  boolean movable(Guest guest, String from, String to, String home, boolean running) {
    return missingVolume(guest, from, home).isEmpty()
        && moves.obstacle(guest, from, to, running).isEmpty();
  }

  /**
   * What keeps a machine from being moved while it runs: all devices but PCI devices by a mapping
   * that says so (qemu-server, src/PVE/QemuMigrate/Helpers.pm, check_local_resources).
   */
  Optional<String> fixedInUse(Guest guest) {
    return guest instanceof Vm vm
        ? vm.devices().stream()
            .filter(device -> plan.mapping(device)
                .filter(it -> device.deviceKind() == DeviceKind.PCI && it.liveMigration())
                .isEmpty())
            .findFirst()
            .map(device -> device.deviceKind() + " device "
                + device.mapping().or(device::host).orElseThrow() + " does not move in use")
        : Optional.empty();
  }

  /**
   * Why HA can not move a running guest to a node.
   *
   * @param taken the device that others have there
   */
  String whyNotMoved(Guest guest, String from, String to, Optional<String> taken) {
    return obstacle(guest, to, to)
        .or(() -> fixedInUse(guest))
        .or(() -> taken)
        .or(() -> moves.obstacle(guest, from, to, true))
        .orElse("its volumes can not be taken along from " + from);
  }

  /** IDs of the storages that a guest needs all the time. */
  List<String> storages(Guest guest) {
    return storages.computeIfAbsent(
        guest.vmid(),
        key -> plan.placement().volumes(guest).stream()
            .filter(volume -> volume.kind() == GuestVolume.Kind.DISK)
            .map(GuestVolume::storage)
            .distinct()
            .toList());
  }

  /** How old the copy may be that a guest goes on with on another node; empty without copies. */
  Optional<Duration> dataLoss(Guest guest, String from, String to) {
    boolean goesOnWithCopy = !from.equals(to)
        && plan.contents().localVolumes(guest).stream()
            .anyMatch(volume -> volume.kind() == GuestVolume.Kind.DISK);
    return plan.reach().replicationJobs(guest.vmid()).stream()
        .filter(
            job -> goesOnWithCopy && (job.target().equals(to) || job.target().equals(from)))
        .flatMap(job -> job.schedule().stream())
        .map(CalendarEvent::longestGap)
        .max(Comparator.naturalOrder());
  }

  private Optional<String> missingVolume(Guest guest, String node, String home) {
    for (GuestVolume volume : plan.placement().volumes(guest)) {
      if (!plan.reach().reaches(node, volume.storage())) {
        return Optional.of(
            "storage " + volume.storage() + " of " + volume.name() + " is not on " + node);
      }
      boolean comesAlong = volume.kind() == GuestVolume.Kind.CLOUD_INIT
          || plan.reach().shared(volume.storage())
          || node.equals(home)
          || copied(guest, volume, node);
      if (!comesAlong) {
        return Optional.of(volume.name() + " lies on " + volume.storage() + " of " + home);
      }
    }
    return Optional.empty();
  }

  // Replication runs the other way round once the guest is on its target.
  private boolean copied(Guest guest, GuestVolume volume, String node) {
    return volume.replicated()
        && plan.storage(volume.storage())
            .filter(ZfsPoolStorage.class::isInstance)
            .isPresent()
        && (plan.reach().replicates(guest.vmid(), node)
            || (guest.node().filter(node::equals).isPresent()
                && !plan.reach().replicationJobs(guest.vmid()).isEmpty()));
  }

  private Optional<String> missingPart(Guest guest, String node) {
    for (GuestNic nic : guest.nics()) {
      Optional<String> missing = missingBridge(nic.bridge(), node);
      if (missing.isPresent()) {
        return missing;
      }
    }
    if (guest instanceof Vm vm) {
      for (GuestDevice device : vm.devices()) {
        Optional<String> missing = missingDevice(vm, device, node);
        if (missing.isPresent()) {
          return missing;
        }
      }
    }
    Optional<String> mount = mountsOfNode(guest).filter(source -> !isHome(guest, node));
    if (mount.isPresent()) {
      return Optional.of("it mounts " + mount.get() + " of " + guest.node().orElse("another node"));
    }
    OptionalInt threads = plan.node(node)
        .flatMap(it -> it.hardware())
        .flatMap(Hardware::cpu)
        .map(Cpu::threads)
        .orElse(OptionalInt.empty());
    if (guest instanceof Vm && threads.isPresent()) {
      int cpus = HaFacts.cpus(guest);
      if (cpus > threads.getAsInt()) {
        return Optional.of("it has " + cpus + " CPUs, and " + node + " " + threads.getAsInt());
      }
    }
    return moves.startObstacle(guest, node);
  }

  // What is mounted from the node without being said to be shared is known on that node only.
  private static Optional<String> mountsOfNode(Guest guest) {
    return guest instanceof Container container
        ? container.mountPoints().stream()
            .filter(point -> !point.shared())
            .flatMap(point -> point.source().stream())
            .findFirst()
        : Optional.empty();
  }

  private static boolean isHome(Guest guest, String node) {
    return guest.node().filter(node::equals).isPresent();
  }

  // A zone without nodes is on all of them (pve-network, src/PVE/Network/SDN/Zones.pm).
  private Optional<String> missingBridge(String bridge, String node) {
    Optional<Vnet> vnet = plan.vnet(bridge);
    if (vnet.isPresent()) {
      return plan.zone(vnet.get().zone())
          .filter(zone -> !zone.nodes().isEmpty() && !zone.nodes().contains(node))
          .map(zone -> "VNet " + bridge + " of zone " + zone.id() + " is not on " + node);
    }
    return plan.topology().named(node, bridge).isEmpty()
            && !plan.topology().interfaces(node).isEmpty()
        ? Optional.of("bridge " + bridge + " is not on " + node)
        : Optional.empty();
  }

  // A device that comes by no mapping is known on the node of the guest only.
  private Optional<String> missingDevice(Vm vm, GuestDevice device, String node) {
    if (device.host().isPresent() && !isHome(vm, node)) {
      return Optional.of("it has " + device.deviceKind() + " device "
          + device.host().get() + " of " + vm.node().orElse("another node"));
    }
    if (plan.mapping(device).filter(it -> it.on(node).isEmpty()).isPresent()) {
      return Optional.of("mapping " + device.mapping().orElseThrow() + " has nothing on " + node);
    }
    boolean withoutIommu = device.deviceKind() == DeviceKind.PCI
        && plan.node(node)
            .flatMap(it -> it.hardware())
            .flatMap(Hardware::cpu)
            .flatMap(Cpu::iommu)
            .filter(there -> !there)
            .isPresent();
    return withoutIommu ? Optional.of(node + " has no IOMMU") : Optional.empty();
  }
}
