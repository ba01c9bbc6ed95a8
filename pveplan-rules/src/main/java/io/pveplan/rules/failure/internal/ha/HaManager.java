package io.pveplan.rules.failure.internal.ha;

import io.pveplan.model.ha.HaState;
import io.pveplan.rules.failure.internal.ha.NodeSelection.Preference;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Goes through the rounds of the HA manager. In a round it looks at the resources in the order of
 * their IDs, again and again until nothing changes; what it has told the nodes to do is done by the
 * next round (pve-ha-manager, src/PVE/HA/Manager.pm manage).
 */
final class HaManager {

  // A resource whose move fails is moved again each round, for ever. No other sequence that is
  // known comes near this number.
  private static final int MOST_ROUNDS = 100;

  private final Situation now;
  private final Startability startability;
  private final NodeSelection selection;
  private final List<Decision> decisions = new ArrayList<>();
  // What no node was found for is tried again each round, and told once.
  private final Set<String> notRecovered = new HashSet<>();
  private boolean fencing;
  private boolean settled = true;

  HaManager(Situation now, Startability startability) {
    this.now = now;
    this.startability = startability;
    this.selection = new NodeSelection(now);
  }

  List<Decision> decisions() {
    return decisions;
  }

  boolean settled() {
    return settled;
  }

  /** Something happens to nodes: what is not recovered is told again. */
  void beginAnew() {
    notRecovered.clear();
  }

  private String name(int node) {
    return now.plan.nodes.get(node).name();
  }

  /**
   * Goes on until nothing changes any more.
   *
   * @param lostAreFenced whether nodes that are off have been so for long enough to be fenced
   */
  void settle(boolean lostAreFenced) {
    fencing = lostAreFenced;
    int rounds = 0;
    boolean more = true;
    while (more && rounds < MOST_ROUNDS) {
      more = decide();
      more |= finishWork();
      rounds++;
    }
    settled = !more;
  }

  // The nodes do what they were told in the round before.
  private boolean finishWork() {
    boolean any = false;
    for (int i = 0; i < now.stage.length; i++) {
      boolean waits = switch (now.stage[i]) {
        case MOVING, PLACING, TO_STOP -> true;
        case STARTED -> now.starting[i];
        default -> false;
      };
      if (waits && !now.done[i] && isOperational(now.node[i])) {
        now.done[i] = true;
        any = true;
      }
    }
    return any;
  }

  private boolean isOperational(int node) {
    return now.online[node] || now.maintenance[node];
  }

  private boolean decide() {
    boolean any = false;
    boolean changed = true;
    int passes = 0;
    while (changed && passes < MOST_ROUNDS) {
      changed = false;
      for (int i = 0; i < now.stage.length; i++) {
        Stage before = now.stage[i];
        decide(i);
        changed |= now.stage[i] != before;
      }
      changed |= fence();
      any |= changed;
      passes++;
    }
    return any;
  }

  private void decide(int service) {
    switch (now.stage[service]) {
      case TO_START -> place(service);
      case PLACING, MOVING -> arrive(service);
      case STARTED -> watch(service);
      case TO_STOP -> stop(service);
      case STOPPED -> keepStopped(service);
      case RECOVERY -> recover(service);
      case FENCING, ERROR -> {}
    }
  }

  private boolean isLost(int node) {
    return fencing && !now.online[node] && !now.maintenance[node];
  }

  private HaState wanted(int service) {
    return now.heldDown[service]
        ? HaState.STOPPED
        : now.plan.services.get(service).wanted();
  }

  private void place(int service) {
    int to = now.plan.cluster.scheduler().rebalanceOnStart()
        ? selection.select(service, Preference.BEST)
        : now.node[service];
    if (to == now.node[service]) {
      now.change(service, Stage.STARTED);
    } else {
      now.change(service, Stage.PLACING, now.node[service], to);
    }
  }

  private void arrive(int service) {
    if (now.done[service]) {
      Stage next = wanted(service) == HaState.STARTED ? Stage.STARTED : Stage.TO_STOP;
      String from = name(now.node[service]);
      int to = now.target[service];
      // Where no node was found to start it on, the product orders a move to nowhere, which fails.
      boolean moved = to != Situation.NONE
          && startability.moves(
              now.plan.services.get(service).sid(),
              from,
              name(to),
              now.running[service],
              now::runs);
      now.change(service, next, moved ? to : now.node[service], Situation.NONE);
    } else if (isLost(now.node[service])) {
      now.change(service, Stage.FENCING);
    }
  }

  private void stop(int service) {
    if (now.done[service]) {
      now.change(service, Stage.STOPPED);
    } else if (isLost(now.node[service])) {
      now.change(service, Stage.FENCING);
    }
  }

  private void keepStopped(int service) {
    if (wanted(service) == HaState.DISABLED) {
      return;
    }
    if (isLost(now.node[service])) {
      now.change(service, Stage.FENCING);
    } else if (wanted(service) == HaState.STARTED) {
      now.change(service, Stage.TO_START);
    }
  }

  private boolean fence() {
    boolean any = false;
    for (int i = 0; i < now.stage.length; i++) {
      if (now.stage[i] == Stage.FENCING) {
        now.change(i, Stage.RECOVERY);
        any = true;
      }
    }
    return any;
  }

  private void recover(int service) {
    boolean stays = now.plan.cluster.scheduler().staysAfterRecovery();
    int to = selection.select(service, stays ? Preference.STAY : Preference.BEST);
    int from = now.node[service];
    if (to == Situation.NONE) {
      note(service, Decision.Kind.NOT_RECOVERED, from, from);
      return;
    }
    note(service, Decision.Kind.RECOVERED, from, to);
    Stage next = wanted(service) == HaState.STARTED ? Stage.STARTED : Stage.TO_STOP;
    now.change(service, next, to, Situation.NONE);
  }

  // A resource that should run: where its node is up it may have to move, or to be started again.
  private void watch(int service) {
    int on = now.node[service];
    if (!now.online[on]) {
      if (isLost(on)) {
        now.change(service, Stage.FENCING);
      }
      if (!now.maintenance[on]) {
        return;
      }
      now.leftForMaintenance[service] = on;
    }
    if (wanted(service) != HaState.STARTED) {
      now.change(service, Stage.TO_STOP);
      return;
    }
    boolean answered = now.starting[service] && now.done[service];
    Preference preference = Preference.STAY;
    if (answered) {
      now.running[service] = starts(service);
      if (now.running[service]) {
        now.starting[service] = false;
        now.forgetFailures(service);
      } else if (giveUp(service)) {
        return;
      } else {
        preference = Preference.ANOTHER;
      }
    } else if (isUnaffected(service)) {
      return;
    }
    move(service, preference);
  }

  // Without rules and maintenance the node it is on is a candidate, and it stays.
  private boolean isUnaffected(int service) {
    return now.online[now.node[service]]
        && now.leftForMaintenance[service] == Situation.NONE
        && !now.plan.isBound(service);
  }

  private boolean starts(int service) {
    HaService started = now.plan.services.get(service);
    for (int attempt = 0; attempt <= started.maxRestart(); attempt++) {
      if (startability.starts(started.sid(), name(now.node[service]), now::runs)) {
        return true;
      }
    }
    return false;
  }

  private boolean giveUp(int service) {
    now.failedOn(service, now.node[service]);
    boolean exhausted =
        now.failedNodes(service).size() > now.plan.services.get(service).maxRelocate();
    if (exhausted) {
      note(service, Decision.Kind.GIVEN_UP, now.node[service], now.node[service]);
      now.change(service, Stage.ERROR);
    }
    return exhausted;
  }

  private void move(int service, Preference preference) {
    int on = now.node[service];
    int to = selection.select(service, preference);
    int left = now.leftForMaintenance[service];
    if (to == Situation.NONE || to == on) {
      if (left == on && now.online[on]) {
        now.leftForMaintenance[service] = Situation.NONE;
      }
      if (preference == Preference.ANOTHER) {
        now.done[service] = false;
      }
      return;
    }
    if (to == left || (left != Situation.NONE && on != left)) {
      now.leftForMaintenance[service] = Situation.NONE;
    }
    note(service, Decision.Kind.MOVED, on, to);
    now.change(service, Stage.MOVING, on, to);
  }

  private void note(int service, Decision.Kind kind, int from, int to) {
    Decision made = new Decision(now.plan.services.get(service).sid(), kind, name(from), name(to));
    if (kind != Decision.Kind.NOT_RECOVERED || notRecovered.add(made.service())) {
      decisions.add(made);
    }
  }
}
