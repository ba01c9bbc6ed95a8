package io.pveplan.rules.migration;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.guest.Guest;
import io.pveplan.model.guest.Vmid;
import io.pveplan.model.hardware.Node;
import io.pveplan.rules.failure.internal.ha.PlannedRules;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Where guests can not go that HA moves along: they fail, and are apart from the guest then. What
 * several of them lack is said once.
 */
final class CompanionObstacles implements Obstacles {

  /** What keeps guests from nodes. */
  private record Hindrance(String text, Hindered state, List<String> nodes) {}

  /** What the guests of a group lack, with those that do, and what the plan does not tell of them. */
  private record Group(Map<Hindrance, Named> hindrances, Map<OpenFact, Named> open) {}

  /** Some guests, by the IDs of their resources. */
  private record Named(Set<String> sids) {

    /** How the others among them are called beside one guest; empty where there are none. */
    String without(String sid) {
      return Companions.named(
          sids.size() - (sids.contains(sid) ? 1 : 0), sids.stream().filter(it -> !it.equals(sid)));
    }
  }

  private final ResolvedPlan plan;
  private final List<String> nodes;
  private final List<Obstacles> own;
  private final Companions companions;
  private final Map<Vmid, GuestMoves> rows = new ConcurrentHashMap<>();
  private final Map<Set<Vmid>, Group> groups = new ConcurrentHashMap<>();

  /**
   * Of a plan.
   *
   * @param own what keeps a guest from nodes for its own sake, its memory aside
   */
  CompanionObstacles(ResolvedPlan plan, List<Obstacles> own) {
    this.plan = plan;
    this.nodes = plan.nodes().stream().map(Node::name).toList();
    this.own = own;
    this.companions = new Companions(plan);
  }

  @Override
  public void addTo(RowDraft row) {
    List<Guest> along = companions.of(row.guest());
    if (along.isEmpty()) {
      return;
    }
    Set<Vmid> members = new TreeSet<>();
    members.add(row.guest().vmid());
    along.forEach(other -> members.add(other.vmid()));
    Group group = groups.computeIfAbsent(members, this::group);
    String sid = PlannedRules.sid(row.guest());
    group.hindrances().forEach((hindrance, who) -> {
      String others = who.without(sid);
      if (!others.isEmpty()) {
        row.add(
            BlockerKind.TOGETHER,
            "",
            others,
            "HA moves " + others + " along: " + hindrance.text(),
            hindrance.state(),
            hindrance.nodes());
      }
    });
    group.open().forEach((fact, who) -> {
      if (!who.without(sid).isEmpty()) {
        row.open(BlockerKind.TOGETHER, fact.fact(), fact.nodes());
      }
    });
  }

  private Group group(Set<Vmid> members) {
    Map<Hindrance, Named> hindrances = new LinkedHashMap<>();
    Map<OpenFact, Named> open = new LinkedHashMap<>();
    for (Vmid vmid : members) {
      Guest guest = plan.guest(vmid).orElseThrow();
      String sid = PlannedRules.sid(guest);
      GuestMoves moves = rows.computeIfAbsent(vmid, key -> row(guest));
      boolean runs = plan.placement().startedByHa(vmid);
      for (Blocker blocker : moves.blockers()) {
        if (runs || blocker.hinders(false)) {
          Hindered state = runs ? blocker.state() : Hindered.ANY;
          add(hindrances, new Hindrance(blocker.text(), state, blocker.nodes()), sid);
        }
      }
      for (OpenFact fact : moves.open()) {
        add(open, new OpenFact(BlockerKind.TOGETHER, fact.fact(), fact.nodes()), sid);
      }
    }
    return new Group(hindrances, open);
  }

  private static <T> void add(Map<T, Named> all, T one, String sid) {
    all.computeIfAbsent(one, key -> new Named(new LinkedHashSet<>())).sids().add(sid);
  }

  private GuestMoves row(Guest other) {
    RowDraft row = new RowDraft(other, Optional.empty(), nodes);
    own.forEach(each -> each.addTo(row));
    return row.row();
  }
}
