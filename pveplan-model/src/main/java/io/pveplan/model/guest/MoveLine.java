package io.pveplan.model.guest;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.Traffic;
import io.pveplan.model.cluster.Datacenter;
import io.pveplan.model.cluster.MigrationSettings;
import io.pveplan.model.network.IpAddress;
import io.pveplan.model.network.Network;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The command that moves a guest, with the options it needs (qemu-server, src/PVE/API2/Qemu.pm, and
 * pve-container, src/PVE/API2/LXC.pm, migrate_vm; pve-ha-manager, src/PVE/CLI/ha_manager.pm).
 *
 * <p>Whether the move can be is not looked at. The command is run on the node of the guest, one of
 * {@code ha-manager} on any.
 *
 * <pre>{@code
 * MoveLine.of(plan, plan.plan().migrations().get(0));    // qm migrate 200 pve2 --online
 * MoveLine.of(plan, moveOfAnotherPlan);                  // refused if the plan has no such guest
 * }</pre>
 *
 * @since 0.1
 */
public final class MoveLine {

  // Copied without being asked for.
  private static final String TPM_STATE = "tpmstate0";

  private MoveLine() {}

  /**
   * The command of a move that the plan declares.
   *
   * @throws java.util.NoSuchElementException if the plan has no such guest
   */
  public static String of(ResolvedPlan plan, Migration move) {
    Guest guest = plan.guest(move.guest()).orElseThrow();
    return of(plan, guest, move.target(), move.running(), move.targetStorage());
  }

  /**
   * The command of a move.
   *
   * @param plan the plan
   * @param guest a guest of the plan
   * @param to name of the node it moves to
   * @param running whether it runs at that time
   * @param storage ID of the storage that what it has on local storages goes to
   */
  public static String of(
      ResolvedPlan plan, Guest guest, String to, boolean running, Optional<String> storage) {
    // Names of nodes and storages need no quotes (NameFormat.NODE, STORAGE_ID).
    boolean live = running && guest instanceof Vm vm && !vm.template();
    if (plan.placement().managedByHa(guest.vmid())) {
      String sid = (guest instanceof Vm ? "vm:" : "ct:") + guest.vmid();
      return "ha-manager " + (live ? "migrate " : "relocate ") + sid + " " + to;
    }
    boolean localDisks = hasLocalDisks(plan, guest);
    Optional<String> goal = storage.filter(id -> hasLocalVolumes(plan, guest));
    if (guest instanceof Container) {
      return "pct migrate " + guest.vmid() + " " + to + (running ? " --restart" : "")
          + goal.map(id -> " --target-storage " + id).orElse("");
    }
    return "qm migrate " + guest.vmid() + " " + to + (live ? " --online" : "")
        + (live && localDisks ? " --with-local-disks" : "")
        + goal.map(id -> " --targetstorage " + id).orElse("")
        + network(plan, guest, to)
            .flatMap(Network::subnet)
            .map(it -> " --migration_network " + it)
            .orElse("");
  }

  // The state of a TPM and the cloud-init drive too.
  private static boolean hasLocalVolumes(ResolvedPlan plan, Guest guest) {
    return plan.placement().volumes(guest).stream()
        .filter(volume -> volume.kind() != GuestVolume.Kind.ISO)
        .anyMatch(volume -> !plan.reach().shared(volume.storage()));
  }

  /**
   * Whether a guest has volumes that are on one node and on another storage than this. HA moves a
   * volume only to where it lies (pve-ha-manager, src/PVE/HA/Resources/PVEVM.pm).
   */
  public static boolean changesStorage(ResolvedPlan plan, Guest guest, String storage) {
    return plan.placement().volumes(guest).stream()
        .filter(volume -> volume.kind() != GuestVolume.Kind.ISO)
        .filter(volume -> !plan.reach().shared(volume.storage()))
        .anyMatch(volume -> !volume.storage().equals(storage));
  }

  private static boolean hasLocalDisks(ResolvedPlan plan, Guest guest) {
    return plan.placement().volumes(guest).stream()
        .filter(volume -> volume.kind() == GuestVolume.Kind.DISK)
        .filter(volume -> !volume.name().equals(TPM_STATE))
        .anyMatch(volume -> !plan.reach().shared(volume.storage()));
  }

  /**
   * The network that the command names: one that carries migrations, between a node that has an
   * address in it and one that has exactly one, where the datacenter sets none. Neither HA nor pct
   * takes one in the command.
   */
  public static Optional<Network> network(ResolvedPlan plan, Guest guest, String to) {
    return networks(plan, guest, to)
        .filter(it -> addressesIn(plan, to, it).size() == 1)
        .findFirst();
  }

  /**
   * The networks that the command would name, but for the several addresses that the target has in
   * their subnets: the product does not know then which one to take (pve-cluster,
   * src/PVE/CLI/pvecm.pm, mtunnel).
   */
  public static List<Network> networksWithSeveralAddresses(
      ResolvedPlan plan, Guest guest, String to) {
    return networks(plan, guest, to)
        .filter(it -> addressesIn(plan, to, it).size() > 1)
        .toList();
  }

  private static Stream<Network> networks(ResolvedPlan plan, Guest guest, String to) {
    Optional<String> from = guest.node();
    boolean set = plan.plan()
        .datacenter()
        .flatMap(Datacenter::migration)
        .flatMap(MigrationSettings::network)
        .isPresent();
    if (set
        || from.isEmpty()
        || guest instanceof Container
        || plan.placement().managedByHa(guest.vmid())) {
      return Stream.empty();
    }
    return plan.networks().stream()
        .filter(it -> it.traffic().contains(Traffic.MIGRATION) && it.subnet().isPresent())
        .filter(it -> plan.topology().address(from.get(), it.name()).isPresent()
            && plan.topology().address(to, it.name()).isPresent());
  }

  private static List<IpAddress> addressesIn(ResolvedPlan plan, String node, Network network) {
    return plan.topology().addressesIn(node, network.subnet().orElseThrow());
  }
}
