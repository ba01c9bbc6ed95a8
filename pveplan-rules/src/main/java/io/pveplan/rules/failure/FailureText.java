package io.pveplan.rules.failure;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.guest.Guest;
import io.pveplan.model.guest.Vmid;
import io.pveplan.model.unit.DataSize;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
      case NOTHING -> "nothing fails";
      case NODES -> nodes(scenario) + " fail";
      case QDEVICE -> "the host of the QDevice fails";
      case SWITCHES, CIRCUITS, STORAGE_SERVERS ->
        scenario.kind().text().replace('-', ' ') + " " + and(List.of(name.split("\\+"))) + " fail";
      case UPS -> "UPS " + name + " fails";
      case UPSES -> "UPSs " + and(List.of(name.split("\\+"))) + " fail";
      case NIC -> "NIC " + part(name) + " fails";
      case BOND -> "all NICs of bond " + part(name) + " fail";
      case DISK -> "disk " + part(name) + " fails";
      case POOL -> "ZFS pool " + part(name) + " loses too many disks";
      case OSDS ->
        "OSDs " + and(Stream.of(name.split("\\+")).map(FailureText::part).toList()) + " fail";
      case PORTAL -> "address " + part(name) + " fails";
      case NODE_AND_BACKUP_SERVER ->
        nodes(scenario) + " and "
            + several("backup server ", scenario.failed().backupServers())
            + " fail";
      case NODE_AND_QDEVICE -> nodes(scenario) + " and the host of the QDevice fail";
      case PARTITION -> "room " + name + " does not hear the others";
      case DRAIN -> "node " + name + " is emptied for maintenance";
      default -> scenario.kind().text().replace('-', ' ') + " " + name + " fails";
    };
  }

  // Names of parts begin with what they belong to.
  private static String part(String name) {
    int blank = name.indexOf(' ');
    return blank < 0 ? name : name.substring(blank + 1) + " of " + name.substring(0, blank);
  }

  private static String nodes(Scenario scenario) {
    return several("node ", scenario.nodes());
  }

  private static String several(String what, Collection<String> names) {
    String noun = names.size() == 1 ? what : what.strip() + "s ";
    return noun + and(List.copyOf(names));
  }

  /** What does not go on, and why, what matters most first; nothing if all goes on. */
  public List<String> losses(Survival survival) {
    List<String> losses = new ArrayList<>();
    if (!survival.quorate()) {
      losses.add(need(GoalNeed.VOTES, survival, Set.of()));
    }
    survival.ceph().ifPresent(ceph -> {
      if (!ceph.monitorsAgree()) {
        losses.add(need(GoalNeed.MONITORS, survival, Set.of()));
      } else if (!ceph.serves()) {
        losses.add(need(GoalNeed.POOLS, survival, Set.of()));
      }
      if (ceph.dataLossPossible()) {
        losses.add("data in Ceph may be lost for good");
      }
    });
    losses.addAll(guests(survival, survival.lost()));
    return losses;
  }

  /**
   * What a goal lacks in a failure.
   *
   * @param need what is not met
   * @param survival the failure
   * @param required the guests that must run
   */
  public String need(GoalNeed need, Survival survival, Set<Vmid> required) {
    return switch (need) {
      case VOTES ->
        survival.votes() + " of " + plan.quorum().expectedVotes() + " votes "
            + (survival.votes() == 1 ? "is" : "are") + " left and " + survival.quorum()
            + (survival.quorum() == 1 ? " is" : " are")
            + " needed, so nothing can be started or changed"
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
      case BEFOREHAND, GUESTS ->
        String.join(
            "; ",
            guests(
                survival,
                survival.lost().stream()
                    .filter(it -> required.contains(it.guest()))
                    .toList()));
      case MEMORY ->
        survival.loads().stream()
            .filter(NodeLoad::starved)
            .map(load -> load.node() + " needs at least " + gib(load.minimum())
                + " of memory and has " + gib(load.installed().orElseThrow()))
            .collect(Collectors.joining("; "));
    };
  }

  // Sizes that are compared have one unit; what is needed is rounded up, so that it stays the more.
  private static String gib(DataSize size) {
    double tenths = Math.ceil(size.bytes() * 10.0 / DataSize.gib(1).bytes());
    return tenths % 10 == 0
        ? String.format(Locale.ROOT, "%.0fGiB", tenths / 10)
        : String.format(Locale.ROOT, "%.1fGiB", tenths / 10);
  }

  private static String pools(Survival survival) {
    Map<String, List<String>> alike = new LinkedHashMap<>();
    survival.ceph().stream()
        .flatMap(ceph -> ceph.pools().stream())
        .filter(pool -> !pool.serves())
        .forEach(pool -> alike
            .computeIfAbsent(
                "because " + pool.left() + " of " + pool.copies()
                    + (pool.restorable() > 1 ? " chunks" : " copies")
                    + " may be left of some objects and " + pool.needed() + " are needed",
                key -> new ArrayList<>())
            .add(pool.pool()));
    return alike.entrySet().stream()
        .map(it -> (it.getValue().size() == 1 ? "pool " : "pools ")
            + and(it.getValue())
            + (it.getValue().size() == 1 ? " stops, " : " stop, ")
            + it.getKey())
        .collect(Collectors.joining("; "));
  }

  /** Sentences about guests, one for those that fare alike. */
  public List<String> guests(Survival survival, Collection<GuestFate> fates) {
    SortedMap<Fate, Map<Optional<String>, List<Vmid>>> alike = new TreeMap<>();
    for (GuestFate fate : fates) {
      alike
          .computeIfAbsent(fate.fate(), key -> new LinkedHashMap<>())
          .computeIfAbsent(fate.reason(), key -> new ArrayList<>())
          .add(fate.guest());
    }
    List<String> sentences = new ArrayList<>();
    alike.forEach((fate, reasons) -> reasons.forEach((reason, guests) -> sentences.add(
        names(guests) + " " + what(fate, reason, guests.size() > 1, survival.quorate()))));
    return sentences;
  }

  /** What becomes of a guest, without its name: {@code hangs, because storage nas ..}. */
  public String guest(Survival survival, GuestFate fate) {
    return what(fate.fate(), fate.reason(), false, survival.quorate());
  }

  private static String what(Fate fate, Optional<String> reason, boolean many, boolean quorate) {
    String because = reason.map(it -> ", because " + it).orElse("");
    String they = many ? "they are" : "it is";
    return switch (fate) {
      case RESTARTED -> (many ? "are" : "is") + " restarted by HA";
      case MOVED -> (many ? "are" : "is") + " moved by HA";
      case NO_NODE -> (many ? "wait" : "waits") + " for a node" + because;
      case DOES_NOT_START -> (many ? "do" : "does") + " not start on another node" + because;
      case DOWN_WITH_NODE ->
        (many ? "stay" : "stays") + " down as long as the node, because "
            + (quorate ? they + " not under HA" : "nothing is restarted without quorum");
      case FENCED -> (many ? "stop" : "stops") + ", because the node resets itself";
      case STORAGE_LOST ->
        (many ? "hang" : "hangs")
            + reason.map(it -> ", because " + it + " does not answer").orElse("");
      case UNREACHABLE ->
        (many ? "run" : "runs") + " without network" + because + ", which HA does not notice";
      case OFF -> (many ? "are" : "is") + " off" + because;
      case NOT_MOVED -> (many ? "stay where they are" : "stays where it is") + because;
    };
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
