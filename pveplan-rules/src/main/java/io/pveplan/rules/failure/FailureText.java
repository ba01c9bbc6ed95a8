package io.pveplan.rules.failure;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.guest.Guest;
import io.pveplan.model.guest.Vmid;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Sentences about failures and what comes of them, for reports and findings.
 *
 * <pre>{@code
 * FailureText text = FailureText.of(plan);
 * text.event(survival.scenario()); // switch sw1 fails
 * text.losses(survival);           // [1 of 3 votes is left and 2 are needed, so ...]
 * }</pre>
 *
 * @since 0.1
 */
public final class FailureText {

  private static final int SHOWN = 5;

  private final ResolvedPlan plan;

  private FailureText(ResolvedPlan plan) {
    this.plan = plan;
  }

  /** Sentences about a plan. */
  public static FailureText of(ResolvedPlan plan) {
    return new FailureText(plan);
  }

  /** What happens: {@code switch sw1 fails}. */
  public String event(Scenario scenario) {
    String name = scenario.name();
    return switch (scenario.kind()) {
      case NODES -> "nodes " + and(List.copyOf(scenario.nodes())) + " fail";
      case QDEVICE -> "the host of the QDevice fails";
      case UPS -> "UPS " + name + " fails";
      case NIC -> "NIC " + name + " fails";
      case PORTAL -> "address " + name + " of a storage server fails";
      case POOL -> "pool " + name + " loses its disks";
      case OSDS -> "OSDs " + name + " fail";
      case NODE_AND_BACKUP_SERVER -> "node and backup server " + name + " fail";
      case NODE_AND_QDEVICE -> "node " + name + " and the host of the QDevice fail";
      case PARTITION -> "room " + name + " does not hear the others";
      case DRAIN -> "node " + name + " is emptied for maintenance";
      default -> scenario.kind().text().replace('-', ' ') + " " + name + " fails";
    };
  }

  /** What does not go on, and why, what matters most first; nothing if all goes on. */
  public List<String> losses(Survival survival) {
    List<String> losses = new ArrayList<>();
    if (!survival.quorate()) {
      losses.add(need(GoalNeed.VOTES, survival));
    }
    survival.ceph().ifPresent(ceph -> {
      if (!ceph.monitorsAgree()) {
        losses.add(need(GoalNeed.MONITORS, survival));
      } else if (!ceph.serves()) {
        losses.add(need(GoalNeed.POOLS, survival));
      }
      if (ceph.dataLossPossible()) {
        losses.add("data in Ceph may be lost for good");
      }
    });
    losses.addAll(guests(survival, survival.lost()));
    return losses;
  }

  /** What a goal lacks in a failure that it does not stand. */
  public String need(GoalNeed need, Survival survival) {
    return switch (need) {
      case VOTES ->
        survival.votes() + " of " + plan.quorum().expectedVotes() + " votes "
            + (survival.votes() == 1 ? "is" : "are") + " left and " + survival.quorum()
            + " are needed, so nothing can be started or changed"
            + (survival.fenced().isEmpty()
                ? ""
                : ", and " + and(List.copyOf(survival.fenced())) + " with guests under HA reset"
                    + (survival.fenced().size() == 1 ? "s itself" : " themselves"));
      case MONITORS ->
        survival
            .ceph()
            .map(ceph -> ceph.monitorsLeft() + " of " + ceph.monitors() + " Ceph monitors "
                + (ceph.monitorsLeft() == 1 ? "is" : "are") + " left and "
                + ceph.monitorsNeeded() + " are needed, so all of Ceph stops")
            .orElse("");
      case POOLS -> pools(survival);
      case GUESTS -> String.join("; ", guests(survival, survival.lost()));
      case MEMORY ->
        survival.loads().stream()
            .filter(NodeLoad::starved)
            .map(load -> load.node() + " needs at least " + load.minimum() + " of memory and has "
                + load.installed().orElseThrow())
            .collect(Collectors.joining("; "));
    };
  }

  private static String pools(Survival survival) {
    return survival.ceph().stream()
        .flatMap(ceph -> ceph.pools().stream())
        .filter(pool -> !pool.serves())
        .map(pool -> "pool " + pool.pool() + " stops, because " + pool.left() + " of "
            + pool.copies() + " copies may be left of some objects and " + pool.needed()
            + " are needed")
        .collect(Collectors.joining("; "));
  }

  /** Sentences about guests, one for those that fare alike. */
  public List<String> guests(Survival survival, Collection<GuestFate> fates) {
    Map<String, List<Vmid>> alike = new LinkedHashMap<>();
    SortedMap<Fate, List<GuestFate>> byFate = new TreeMap<>();
    fates.forEach(
        it -> byFate.computeIfAbsent(it.fate(), key -> new ArrayList<>()).add(it));
    byFate
        .values()
        .forEach(list -> list.forEach(fate -> alike
            .computeIfAbsent(sentence(survival, fate), key -> new ArrayList<>())
            .add(fate.guest())));
    List<String> sentences = new ArrayList<>();
    alike.forEach((sentence, guests) -> sentences.add(sentence.formatted(names(guests))));
    return sentences;
  }

  // Percent signs of names are doubled: the result is a format with one place for the guests.
  private String sentence(Survival survival, GuestFate fate) {
    Optional<String> reason = fate.reason().map(it -> it.replace("%", "%%"));
    String because = reason.map(it -> ", because " + it).orElse("");
    return switch (fate.fate()) {
      case RESTARTED -> "HA restarts %s on another node";
      case MOVED -> "HA moves %s to another node";
      case NO_NODE -> "HA finds no node for %s" + because;
      case DOES_NOT_START -> "HA can not start %s on another node" + because;
      case DOWN_WITH_NODE -> "%s stays down as long as the node, because " + notRestarted(survival);
      case FENCED -> "%s stops, because the node resets itself";
      case STORAGE_LOST ->
        "%s hangs" + reason.map(it -> ", because " + it + " does not answer").orElse("");
      case UNREACHABLE -> "%s runs without network" + because + ", which HA does not notice";
      case NOT_MOVED -> "%s stays where it is" + because;
    };
  }

  private static String notRestarted(Survival survival) {
    return survival.quorate() ? "it is not under HA" : "nothing is restarted without quorum";
  }

  /** Guests by number and name: {@code 200 (web01), 201 (web02) and 12 more}. */
  public String names(Collection<Vmid> guests) {
    String shown = guests.stream().limit(SHOWN).map(this::name).collect(Collectors.joining(", "));
    return (guests.size() == 1 ? "guest " : "guests ")
        + shown
        + (guests.size() > SHOWN ? " and " + (guests.size() - SHOWN) + " more" : "");
  }

  private String name(Vmid vmid) {
    return vmid + plan.guest(vmid).map(Guest::name).map(it -> " (" + it + ")").orElse("");
  }

  /** A time for people, to the second: {@code 3min 45s}. */
  public static String time(Duration time) {
    long seconds = time.toSeconds();
    long days = seconds / 86_400;
    long hours = seconds / 3600 % 24;
    long minutes = seconds / 60 % 60;
    StringBuilder text = new StringBuilder();
    text.append(days > 0 ? days + "d " : "");
    text.append(hours > 0 ? hours + "h " : "");
    text.append(minutes > 0 ? minutes + "min " : "");
    text.append(seconds % 60 > 0 || seconds == 0 ? seconds % 60 + "s" : "");
    return text.toString().strip();
  }

  private static String and(List<String> names) {
    int last = names.size() - 1;
    return last < 1
        ? String.join("", names)
        : String.join(", ", names.subList(0, last)) + " and " + names.get(last);
  }
}
