package io.pveplan.rules.failure.internal.ha;

import io.pveplan.model.ha.HaState;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Where everything is at one moment, by the numbers of {@link Numbered}. */
final class Situation {

  /** No node. */
  static final int NONE = -1;

  final Numbered plan;
  final boolean[] online;
  final boolean[] maintenance;
  final Stage[] stage;
  final int[] node;
  final int[] target;
  // The node that a resource left for its maintenance, and returns to.
  final int[] leftForMaintenance;
  // Whether the node has done what it was last told to do with the resource.
  final boolean[] done;
  final boolean[] starting;
  // Whether a start has succeeded, and the resource was only moved since.
  final boolean[] running;
  // Whether somebody stopped it, whatever the plan wants.
  final boolean[] heldDown;
  private final Map<Integer, List<Integer>> failedNodes;
  private Load load;

  Situation(Numbered plan) {
    this.plan = plan;
    int services = plan.services.size();
    online = new boolean[plan.nodes.size()];
    Arrays.fill(online, true);
    maintenance = new boolean[plan.nodes.size()];
    stage = new Stage[services];
    node = new int[services];
    target = filled(services);
    leftForMaintenance = filled(services);
    done = new boolean[services];
    starting = new boolean[services];
    running = new boolean[services];
    heldDown = new boolean[services];
    failedNodes = new HashMap<>();
    for (int i = 0; i < services; i++) {
      node[i] = plan.node(plan.services.get(i).node());
      stage[i] = plan.services.get(i).wanted() == HaState.STARTED ? Stage.TO_START : Stage.TO_STOP;
    }
    load = newLoad();
    weighAll();
  }

  private Situation(Situation other) {
    plan = other.plan;
    online = other.online.clone();
    maintenance = other.maintenance.clone();
    stage = other.stage.clone();
    node = other.node.clone();
    target = other.target.clone();
    leftForMaintenance = other.leftForMaintenance.clone();
    done = other.done.clone();
    starting = other.starting.clone();
    running = other.running.clone();
    heldDown = other.heldDown.clone();
    failedNodes = new HashMap<>(other.failedNodes);
    load = other.load.copy();
  }

  private static int[] filled(int length) {
    int[] none = new int[length];
    Arrays.fill(none, NONE);
    return none;
  }

  private Load newLoad() {
    return plan.cluster.scheduler().byDemand()
        ? new DemandLoad(plan.nodes)
        : new GuestCount(plan.nodes.size());
  }

  private void weighAll() {
    if (plan.cluster.scheduler().countsOthers()) {
      int[] nodes = plan.otherNodes();
      for (int i = 0; i < nodes.length; i++) {
        load.put(nodes[i], plan.cluster.others().get(i).demand());
      }
    }
    for (int i = 0; i < stage.length; i++) {
      weigh(i, true);
    }
  }

  Situation copy() {
    return new Situation(this);
  }

  /** Takes nodes off, or back; what runs on them weighs anew. */
  void setOnline(int number, boolean up) {
    for (int i = 0; i < stage.length; i++) {
      if (node[i] == number || target[i] == number) {
        weigh(i, false);
      }
    }
    online[number] = up;
    for (int i = 0; i < stage.length; i++) {
      if (node[i] == number || target[i] == number) {
        weigh(i, true);
      }
    }
  }

  /** Gives a resource something else to do. */
  void change(int service, Stage next, int on, int to) {
    weigh(service, false);
    stage[service] = next;
    node[service] = on;
    target[service] = to;
    done[service] = false;
    starting[service] = next == Stage.STARTED;
    running[service] &= next == Stage.STARTED || next == Stage.MOVING;
    weigh(service, true);
  }

  void change(int service, Stage next) {
    change(service, next, node[service], NONE);
  }

  // A resource that moves weighs on both nodes.
  private void weigh(int service, boolean more) {
    Demand demand = plan.services.get(service).demand();
    int source = sourceInUse(service);
    int goal = targetInUse(service);
    if (source != NONE) {
      count(source, demand, more);
    }
    if (goal != NONE && goal != source) {
      count(goal, demand, more);
    }
  }

  private void count(int on, Demand demand, boolean more) {
    if (more) {
      load.put(on, demand);
    } else {
      load.take(on, demand);
    }
  }

  /** The node that a resource takes up now, unless it is off. */
  int sourceInUse(int service) {
    boolean uses = switch (stage[service]) {
      case STARTED, TO_STOP, FENCING, RECOVERY, ERROR, MOVING -> true;
      case TO_START, PLACING, STOPPED -> false;
    };
    return uses && online[node[service]] ? node[service] : NONE;
  }

  /** The node that a resource is moving to, unless it is off. */
  int targetInUse(int service) {
    boolean uses = stage[service] == Stage.MOVING || stage[service] == Stage.PLACING;
    int goal = target[service];
    return uses && goal != NONE && online[goal] ? goal : NONE;
  }

  /** Whether a resource runs on a node. */
  boolean runs(String service, String on) {
    int number = plan.service(service);
    return running[number] && node[number] == plan.node(on);
  }

  double[] scores(int service) {
    return load.scores(plan.services.get(service).demand(), online);
  }

  List<Integer> failedNodes(int service) {
    return failedNodes.getOrDefault(service, List.of());
  }

  void failedOn(int service, int number) {
    failedNodes.merge(
        service,
        List.of(number),
        (before, now) -> Stream.concat(before.stream(), now.stream()).toList());
  }

  void forgetFailures(int service) {
    failedNodes.remove(service);
  }
}
