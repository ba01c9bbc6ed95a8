package io.pveplan.rules.failure.internal.ha;

import java.util.Arrays;

/**
 * Selects the node for a resource, as {@code select_service_node} of pve-ha-manager,
 * src/PVE/HA/Manager.pm does.
 *
 * <p>Of the nodes that are online, the ones of the highest priority; of those, none that a resource
 * it is to be apart from uses; of those, the one that most resources it is to be with use; of what
 * is left, the one it left for maintenance, or the one it is on, or the one with the best score.
 * Lower priorities are not tried when nothing is left.
 */
final class NodeSelection {

  /** What is wanted of the selection. */
  enum Preference {
    /** To stay where it is, if it may. */
    STAY,
    /** The best node. */
    BEST,
    /** The best node it has not failed on. */
    ANOTHER
  }

  private final Situation now;
  private final boolean[] candidate;
  private final boolean[] usedByApart;
  private final int[] usedByTogether;

  NodeSelection(Situation now) {
    this.now = now;
    int nodes = now.online.length;
    candidate = new boolean[nodes];
    usedByApart = new boolean[nodes];
    usedByTogether = new int[nodes];
  }

  /** Number of the node, or {@link Situation#NONE}. */
  int select(int service, Preference preference) {
    if (!findCandidates(service)) {
      return Situation.NONE;
    }
    findPartners(service);
    int current = now.node[service];
    if (preference == Preference.STAY && mayStay(service, current)) {
      return current;
    }
    if (preference == Preference.ANOTHER) {
      now.failedNodes(service).forEach(failed -> candidate[failed] = false);
    }
    for (int i = 0; i < candidate.length; i++) {
      candidate[i] &= !usedByApart[i];
    }
    keepWherePartnersAre();
    int left = now.leftForMaintenance[service];
    if (left != Situation.NONE && candidate[left]) {
      return left;
    }
    if (preference == Preference.STAY && candidate[current]) {
      return current;
    }
    return best(service);
  }

  private boolean findCandidates(int service) {
    int[] priorities = now.plan.priorities(service);
    int highest = Numbered.NOT_ALLOWED;
    for (int i = 0; i < priorities.length; i++) {
      if (now.online[i]) {
        highest = Math.max(highest, priorities[i]);
      }
    }
    for (int i = 0; i < priorities.length; i++) {
      candidate[i] = now.online[i] && priorities[i] == highest && highest != Numbered.NOT_ALLOWED;
    }
    return highest != Numbered.NOT_ALLOWED;
  }

  private void findPartners(int service) {
    Arrays.fill(usedByApart, false);
    Arrays.fill(usedByTogether, 0);
    for (int partner : now.plan.together(service)) {
      int goal = now.targetInUse(partner);
      int at = goal == Situation.NONE ? now.sourceInUse(partner) : goal;
      if (at != Situation.NONE) {
        usedByTogether[at]++;
      }
    }
    for (int partner : now.plan.apart(service)) {
      markApart(now.sourceInUse(partner));
      markApart(now.targetInUse(partner));
    }
  }

  private void markApart(int at) {
    if (at != Situation.NONE) {
      usedByApart[at] = true;
    }
  }

  // Without failback a resource stays on any node it may be on, not only on one of the highest
  // priority.
  private boolean mayStay(int service, int current) {
    return !now.plan.services.get(service).failback()
        && now.online[current]
        && now.plan.priorities(service)[current] != Numbered.NOT_ALLOWED
        && (usedByTogether[current] > 0 || !usedByApart[current]);
  }

  private void keepWherePartnersAre() {
    int most = Situation.NONE;
    for (int i = 0; i < candidate.length; i++) {
      if (candidate[i]
          && usedByTogether[i] > 0
          && (most == Situation.NONE || usedByTogether[i] > usedByTogether[most])) {
        most = i;
      }
    }
    if (most == Situation.NONE) {
      return;
    }
    Arrays.fill(candidate, false);
    candidate[most] = true;
  }

  private int best(int service) {
    int only = onlyCandidate();
    if (only != Situation.NONE) {
      return only;
    }
    int best = Situation.NONE;
    double[] scores = now.scores(service);
    for (int i = 0; i < candidate.length; i++) {
      if (candidate[i] && (best == Situation.NONE || scores[i] < scores[best])) {
        best = i;
      }
    }
    return best;
  }

  private int onlyCandidate() {
    int only = Situation.NONE;
    for (int i = 0; i < candidate.length; i++) {
      if (candidate[i]) {
        if (only != Situation.NONE) {
          return Situation.NONE;
        }
        only = i;
      }
    }
    return only;
  }
}
