package io.pveplan.rules.migration;

import io.pveplan.model.ClusterPlan;
import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.guest.Container;
import io.pveplan.model.guest.Guest;
import io.pveplan.model.guest.Migration;
import io.pveplan.model.guest.MoveLine;
import io.pveplan.model.guest.Vm;
import io.pveplan.model.guest.Vmid;
import io.pveplan.model.network.Network;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Makes the command that moves a guest, with the options it needs (qemu-server, src/PVE/API2/Qemu.pm,
 * and pve-container, src/PVE/API2/LXC.pm, migrate_vm; pve-ha-manager, src/PVE/CLI/ha_manager.pm).
 *
 * <p>Virtual machines move while they run, containers by a restart. A guest that HA manages is moved
 * by HA, which takes local disks along by itself. {@code --migration_network} is there where a
 * network of the plan is for migrations and the datacenter does not say so; only root may use it.
 *
 * <pre>{@code
 * Moves moves = Moves.of(plan);
 * moves.move(200, "pve2").line();             // qm migrate 200 pve2 --online --with-local-disks
 * moves.stopped().move(200, "pve2").line();   // qm migrate 200 pve2
 * moves.move(201, "pve3");                    // refused: bridge vmbr1 is not there
 * }</pre>
 *
 * @since 0.1
 */
public final class Moves {

  private final ResolvedPlan plan;
  private final Migratability matrix;
  private final boolean running;
  private final Optional<String> storage;

  private Moves(ResolvedPlan plan, boolean running, Optional<String> storage) {
    this.plan = plan;
    this.matrix = Migratability.of(plan);
    this.running = running;
    this.storage = storage;
  }

  /**
   * The moves in the cluster of a plan.
   *
   * @throws io.pveplan.model.PlanDefinitionException if the plan has duplicates or references to
   *     nothing, which one from the DSL or from JSON can not have
   */
  public static Moves of(ClusterPlan plan) {
    return of(ResolvedPlan.of(plan));
  }

  /** The moves in the cluster of a plan. */
  public static Moves of(ResolvedPlan plan) {
    return new Moves(plan, true, Optional.empty());
  }

  /** The moves of guests that are stopped; HA stops a guest for it and starts it again. */
  public Moves stopped() {
    return new Moves(plan, false, storage);
  }

  /**
   * The moves that put local disks on another storage.
   *
   * @param id ID of the storage
   * @throws IllegalArgumentException if the plan has no such storage
   */
  public Moves toStorage(String id) {
    if (plan.storage(id).isEmpty()) {
      throw new IllegalArgumentException("the plan has no storage " + id);
    }
    return new Moves(plan, running, Optional.of(id));
  }

  /**
   * The move that the plan declares.
   *
   * @throws MoveRefusedException if something is in the way
   * @throws IllegalArgumentException if it is none of the plan
   */
  public MoveCommand move(Migration planned) {
    if (!plan.plan().migrations().contains(planned)) {
      throw new IllegalArgumentException("the plan has no move " + planned.path());
    }
    return planned(planned);
  }

  MoveCommand planned(Migration planned) {
    return new Moves(plan, planned.running(), planned.targetStorage())
        .move(planned.guest(), planned.target());
  }

  /**
   * The move of a guest to a node.
   *
   * @param guest VMID
   * @param node name of the node
   * @throws MoveRefusedException if something is in the way
   * @throws IllegalArgumentException if the plan has no such guest or node
   */
  public MoveCommand move(int guest, String node) {
    return move(Vmid.of(guest), node);
  }

  /**
   * The move of a guest to a node.
   *
   * @param vmid VMID
   * @param node name of the node
   * @throws MoveRefusedException if something is in the way
   * @throws IllegalArgumentException if the plan has no such guest or node
   */
  public MoveCommand move(Vmid vmid, String node) {
    Guest guest = plan.guest(vmid)
        .orElseThrow(() -> new IllegalArgumentException("the plan has no guest " + vmid));
    GuestMoves row = matrix.row(guest, storage);
    boolean live = running && isLive(guest);
    require(guest, node, row, live);
    String from = guest.node().orElseThrow();
    return new MoveCommand(
        vmid,
        from,
        node,
        live ? Way.LIVE : guest instanceof Container && running ? Way.RESTART : Way.OFFLINE,
        MoveLine.of(plan, guest, node, running, storage),
        MoveTime.of(
            plan,
            guest,
            from,
            node,
            live,
            guest instanceof Container && running,
            MoveLine.network(plan, guest, node).map(Network::name)),
        along(guest, from, node));
  }

  private Map<Vmid, MoveTime> along(Guest guest, String from, String node) {
    Map<Vmid, MoveTime> times = new LinkedHashMap<>();
    for (Guest other : new Companions(plan).of(guest, node)) {
      boolean runs = running && plan.placement().startedByHa(other.vmid());
      times.put(
          other.vmid(),
          MoveTime.of(
              plan,
              other,
              other.node().orElse(from),
              node,
              runs && isLive(other),
              runs && other instanceof Container,
              Optional.empty()));
    }
    return times;
  }

  private static boolean isLive(Guest guest) {
    return guest instanceof Vm vm && !vm.template();
  }

  private void require(Guest guest, String node, GuestMoves row, boolean live) {
    Way best = row.way(node);
    String move = guest.vmid() + " can not be moved to " + node;
    if (best == Way.HERE) {
      throw new MoveRefusedException(move, List.of(), "it is there");
    }
    if (guest.node().isEmpty()) {
      throw new MoveRefusedException(move, List.of(), "the plan does not tell the node it is on");
    }
    if (plan.placement().managedByHa(guest.vmid())
        && storage.filter(it -> MoveLine.changesStorage(plan, guest, it)).isPresent()) {
      throw new MoveRefusedException(
          move, List.of(), "HA moves it, which knows no other storage for its disks");
    }
    if (best == Way.NONE) {
      List<Blocker> all = row.blockers(node);
      List<Blocker> always =
          all.stream().filter(it -> it.state() == Hindered.ANY).toList();
      throw new MoveRefusedException(move, always.isEmpty() ? all : always, "");
    }
    List<Blocker> hindering =
        row.blockers(node).stream().filter(it -> it.hinders(live)).toList();
    if (!hindering.isEmpty()) {
      throw live
          ? new MoveRefusedException(move + " while it runs", hindering, "; stopped() moves it")
          : new MoveRefusedException(
              move + " while it is stopped", hindering, "; it moves while it runs");
    }
  }
}
