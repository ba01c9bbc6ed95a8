package io.pveplan.rules.failure;

import io.pveplan.model.ClusterPlan;
import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.unit.DataRate;
import io.pveplan.model.unit.DataSize;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How a node is emptied for maintenance, and what the cluster can bear meanwhile.
 *
 * <p>HA moves what it manages to where its manager chooses, which does not look at memory. What would
 * not fit there is ordered to a node before, on which its rules leave it and that has the memory;
 * where there is none it stays. A machine with a device that does not move in use is ordered to be
 * relocated, which shuts it down for the move. The other guests are placed where memory, and PCI
 * devices of their mappings, are left after that. Containers are restarted. Templates stay.
 *
 * <pre>{@code
 * DrainPlan drain = DrainPlan.of(plan, "pve3");
 * drain.steps();                  // 1: 101 pve3 -> pve1 live by HA, 8GiB
 * drain.possible();               // false if a guest has to stay, or others do not go on
 * DrainPlan.of(plan, "nowhere");  // refused: the plan has no such node
 * }</pre>
 *
 * @param node name of the node
 * @param steps the moves in order: those that HA is ordered to do, those it chooses, those by hand
 * @param staying guests that can not leave it, by VMID
 * @param full nodes that need more memory than they have once it is empty
 * @param off how the others get on while it is empty and off: Ceph, storages, what it did for them
 * @param votes votes that are left while it is off
 * @param quorum votes that are needed
 * @param risks for each other node whose failure meanwhile does harm, which
 * @param workers moves at the same time: {@code max_workers} of the datacenter, 4 when not set
 * @param rate what the migration network carries between the nodes involved; empty when not known
 * @param time time that the moves take, at 0.8 of that rate, an assumption, and each at that of one
 *     leg of a bond; empty when it is not known
 * @param missingFacts facts that the plan does not tell, and that the answers depend on
 * @since 0.1
 */
public record DrainPlan(
    String node,
    List<DrainStep> steps,
    List<StayingGuest> staying,
    List<FullNode> full,
    Survival off,
    int votes,
    int quorum,
    List<DrainRisk> risks,
    int workers,
    Optional<DataRate> rate,
    Optional<Duration> time,
    List<String> missingFacts) {

  /** Keeps copies of the lists. */
  public DrainPlan {
    steps = List.copyOf(steps);
    staying = List.copyOf(staying);
    full = List.copyOf(full);
    risks = List.copyOf(risks);
    missingFacts = List.copyOf(missingFacts);
  }

  /**
   * How a node of a plan is emptied.
   *
   * @param plan the plan
   * @param node name of the node
   * @throws IllegalArgumentException if the plan has no such node
   */
  public static DrainPlan of(ClusterPlan plan, String node) {
    return of(ResolvedPlan.of(plan), node);
  }

  /**
   * How a node of a plan is emptied.
   *
   * @param plan the plan
   * @param node name of the node
   * @throws IllegalArgumentException if the plan has no such node
   */
  public static DrainPlan of(ResolvedPlan plan, String node) {
    return new DrainDraft(new Outlook(plan), node).plan();
  }

  /**
   * Whether the node gets empty, every other one has the memory for it, and while it is off quorum is
   * kept, every Ceph pool can be read and written, and every guest has its storage.
   */
  public boolean possible() {
    return staying.isEmpty()
        && full.isEmpty()
        && votes >= quorum
        && off.stoppedPools().isEmpty()
        && off.lost().isEmpty();
  }

  /** What goes over the migration network. */
  public DataSize data() {
    return DataSize.bytes(steps.stream().mapToLong(step -> step.data().bytes()).sum());
  }
}
