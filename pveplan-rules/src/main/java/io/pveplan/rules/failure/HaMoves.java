package io.pveplan.rules.failure;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.guest.Container;
import io.pveplan.model.guest.Guest;
import io.pveplan.model.guest.Vm;
import io.pveplan.model.guest.Vmid;
import io.pveplan.rules.migration.Blocker;
import io.pveplan.rules.migration.BlockerKind;
import io.pveplan.rules.migration.GuestMoves;
import io.pveplan.rules.migration.Hindered;
import io.pveplan.rules.migration.Migratability;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What keeps HA from moving a guest to a node it has chosen: the same command moves it as by hand,
 * with the leave to take along what is off and has devices of its node, and to go where no
 * replication job leads (pve-ha-manager, src/PVE/HA/Resources/PVEVM.pm and PVECT.pm, migrate).
 */
final class HaMoves {

  // What is off moves all the same, and does not start there.
  private static final Set<BlockerKind> AT_START = EnumSet.of(
      BlockerKind.SNIPPET,
      BlockerKind.BRIDGE,
      BlockerKind.MTU,
      BlockerKind.DEVICE,
      BlockerKind.CPU_COUNT,
      BlockerKind.CPU_TYPE);

  private final ResolvedPlan plan;
  // By guest and the node it is on.
  private final Map<Vmid, Map<String, GuestMoves>> rows = new HashMap<>();

  HaMoves(ResolvedPlan plan) {
    this.plan = plan;
  }

  /**
   * The first reason why HA can not move a guest.
   *
   * @param running whether it runs before; a machine then has to run on meanwhile
   */
  Optional<String> obstacle(Guest guest, String from, String to, boolean running) {
    boolean live = running && guest instanceof Vm;
    for (Blocker blocker : row(guest, from).blockers()) {
      if (blocker.on(to)
          && blocker.hinders(live)
          // Nobody looks at documents before the next start.
          && blocker.kind() != BlockerKind.SNIPPET
          && (live || !AT_START.contains(blocker.kind()))
          && !isWayBack(blocker, guest, from, to)) {
        return Optional.of(blocker.text());
      }
    }
    return Optional.empty();
  }

  /** The first reason why a guest does not start on a node other than its own. */
  Optional<String> startObstacle(Guest guest, String node) {
    for (Blocker blocker : row(guest, guest.node().orElse("")).blockers()) {
      if (blocker.on(node)
          && blocker.state() == Hindered.ANY
          && AT_START.contains(blocker.kind())) {
        return Optional.of(blocker.text());
      }
    }
    return Optional.empty();
  }

  private GuestMoves row(Guest guest, String from) {
    return rows.computeIfAbsent(guest.vmid(), key -> new HashMap<>())
        .computeIfAbsent(from, node -> Migratability.of(plan).alone(on(guest, node)));
  }

  private static Guest on(Guest guest, String node) {
    if (guest.node().orElse("").equals(node)) {
      return guest;
    }
    return guest instanceof Container container
        ? Container.builder().from(container).node(node).build()
        : Vm.builder().from((Vm) guest).node(node).build();
  }

  // Replication runs the other way round once the guest is on its target.
  private boolean isWayBack(Blocker blocker, Guest guest, String from, String to) {
    return blocker.kind() == BlockerKind.SNAPSHOT
        && guest.node().filter(to::equals).isPresent()
        && plan.reach().replicates(guest.vmid(), from);
  }
}
