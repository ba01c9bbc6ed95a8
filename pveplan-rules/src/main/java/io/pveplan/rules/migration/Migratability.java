package io.pveplan.rules.migration;

import io.pveplan.model.ClusterPlan;
import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.guest.Guest;
import io.pveplan.model.guest.Vmid;
import io.pveplan.model.hardware.Node;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which guest can be moved to which node, and how: a matrix of guests and nodes.
 *
 * <p>A way to a node means that the product does not refuse the move and that the guest runs there
 * afterwards, beside the guests that the plan puts there. What many guests need is looked up once;
 * a row is computed when it is asked for.
 *
 * <pre>{@code
 * Migratability matrix = Migratability.of(plan);
 * matrix.way(Vmid.of(200), "pve2");             // LIVE
 * matrix.of(Vmid.of(200)).blockers("pve3");     // bridge vmbr1 is not there
 * matrix.way(Vmid.of(200), "nowhere");          // refused: the plan has no such node
 * }</pre>
 *
 * @since 0.1
 */
public final class Migratability {

  private final ResolvedPlan plan;
  private final List<String> nodes;
  private final List<Obstacles> own;
  private final List<Obstacles> obstacles;

  private Migratability(ResolvedPlan plan) {
    this.plan = plan;
    this.nodes = plan.nodes().stream().map(Node::name).toList();
    this.own = List.of(
        new VolumeObstacles(plan),
        new ReplicationObstacles(plan),
        new NetworkObstacles(plan),
        new DeviceObstacles(plan),
        new CpuObstacles(plan),
        new SnippetObstacles(plan));
    this.obstacles = Stream.concat(
            own.stream(),
            Stream.of(
                new HaObstacles(plan),
                new CompanionObstacles(plan, own),
                new TakenDeviceObstacles(plan),
                new MemoryObstacles(plan)))
        .toList();
  }

  /**
   * The matrix of a plan.
   *
   * @throws io.pveplan.model.PlanDefinitionException if the plan has duplicates or references to
   *     nothing, which one from the DSL or from JSON can not have
   */
  public static Migratability of(ClusterPlan plan) {
    return of(ResolvedPlan.of(plan));
  }

  /** The matrix of a plan. */
  public static Migratability of(ResolvedPlan plan) {
    return plan.derived(Migratability.class, Migratability::new);
  }

  /** Names of the nodes, in the order of the plan. */
  public List<String> nodes() {
    return nodes;
  }

  /** A row for each guest, in the order of the plan. */
  public List<GuestMoves> rows() {
    return plan.guests().stream().map(this::of).toList();
  }

  /**
   * The row of a guest.
   *
   * @throws IllegalArgumentException if the plan has no such guest
   */
  public GuestMoves of(Vmid guest) {
    return of(known(guest));
  }

  /**
   * The best way of a guest to a node.
   *
   * @throws IllegalArgumentException if the plan has no such guest or node
   */
  public Way way(Vmid guest, String node) {
    return of(guest).way(node);
  }

  /**
   * The row of a guest whose local disks go to another storage.
   *
   * @param guest VMID
   * @param targetStorage ID of the storage
   * @throws IllegalArgumentException if the plan has no such guest or storage
   */
  public GuestMoves toStorage(Vmid guest, String targetStorage) {
    if (plan.storage(targetStorage).isEmpty()) {
      throw new IllegalArgumentException("the plan has no storage " + targetStorage);
    }
    return row(known(guest), Optional.of(targetStorage));
  }

  /** The row of a guest of the plan. */
  public GuestMoves of(Guest guest) {
    return row(guest, Optional.empty());
  }

  /**
   * The row of a guest for its own sake: without the rules of HA, guests that HA moves along,
   * devices that other guests have, and memory.
   *
   * @param guest a guest of the plan, or the same guest on another node
   */
  public GuestMoves alone(Guest guest) {
    return row(guest, Optional.empty(), own);
  }

  GuestMoves row(Guest guest, Optional<String> targetStorage) {
    return row(guest, targetStorage, obstacles);
  }

  private GuestMoves row(Guest guest, Optional<String> targetStorage, List<Obstacles> some) {
    RowDraft row = new RowDraft(guest, targetStorage, nodes);
    some.forEach(each -> each.addTo(row));
    return row.row();
  }

  private Guest known(Vmid guest) {
    return plan.guest(guest)
        .orElseThrow(() -> new IllegalArgumentException("the plan has no guest " + guest));
  }
}
