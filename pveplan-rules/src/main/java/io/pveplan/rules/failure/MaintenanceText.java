package io.pveplan.rules.failure;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.guest.Container;
import io.pveplan.model.guest.Guest;
import io.pveplan.model.guest.Vmid;
import io.pveplan.model.hardware.Node;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The words of a {@link MaintenanceRunbook}. */
final class MaintenanceText {

  private final ResolvedPlan plan;
  private final FailureText text;
  private final boolean ha;
  private final boolean ceph;
  private final List<String> lines = new ArrayList<>();

  MaintenanceText(ResolvedPlan plan) {
    this.plan = plan;
    this.text = FailureText.of(plan);
    this.ha = !plan.ha().resources().isEmpty();
    this.ceph = plan.plan().ceph().isPresent();
  }

  String of(List<DrainPlan> drains) {
    lines.add("# Rolling maintenance of " + plan.plan().name());
    paragraph(
        "One node after another, in this order; the next one only when all checks after the one"
            + " before have passed. Nodes that can be emptied come first, the one with the least to move"
            + " in front.");
    summary(drains);
    paragraph(
        "Times are those of the data over the migration network at 0.8 of its speed, which is an"
            + " assumption. One guest gets one leg of a bond at most, several at a time get all of them;"
            + " encrypted moves (`secure`, by SSH) are bound by one CPU core each besides, which is not"
            + " counted. Memory that changes while a guest moves goes over it again, which is not"
            + " counted. Guests are moved in batches of " + workers(drains)
            + " (`max_workers`). A container is stopped and started on the other node, and so is a machine"
            + " with a device that does not move in use.");
    missing(drains);
    for (int i = 0; i < drains.size(); i++) {
      node(i + 1, drains.get(i));
    }
    return String.join("\n", lines) + "\n";
  }

  private static int workers(List<DrainPlan> drains) {
    return drains.stream().mapToInt(DrainPlan::workers).findFirst().orElse(0);
  }

  private void paragraph(String text) {
    lines.add("");
    lines.add(text);
  }

  private void summary(List<DrainPlan> drains) {
    lines.add("");
    lines.add("| # | node | guests moved | data | time | votes while it is off | can be emptied |");
    lines.add("|---|---|---|---|---|---|---|");
    int number = 1;
    for (DrainPlan drain : drains) {
      lines.add("| " + number + " | " + drain.node() + " | " + drain.steps().size() + " | "
          + drain.data() + " | " + time(drain) + " | " + drain.votes() + " of "
          + plan.quorum().expectedVotes() + ", needed " + drain.quorum() + " | "
          + canBeEmptied(drain) + " |");
      number++;
    }
  }

  private static String canBeEmptied(DrainPlan drain) {
    boolean outage = drain.steps().stream().anyMatch(step -> !step.live() && !step.container());
    return !drain.possible() ? "no" : outage ? "yes, with an outage" : "yes";
  }

  private static String time(DrainPlan drain) {
    return drain.time().map(MaintenanceText::words).orElse("not known");
  }

  static String words(Duration time) {
    long seconds = time.toSeconds();
    long minutes = (seconds + 59) / 60;
    if (seconds < 120) {
      return seconds + " s";
    }
    return minutes < 120 ? minutes + " min" : minutes / 60 + " h " + minutes % 60 + " min";
  }

  private void missing(List<DrainPlan> drains) {
    List<String> facts = drains.stream()
        .flatMap(drain -> drain.missingFacts().stream())
        .distinct()
        .toList();
    if (!facts.isEmpty()) {
      paragraph("The plan does not tell: " + String.join("; ", facts) + ".");
    }
  }

  private void node(int number, DrainPlan drain) {
    paragraph("## " + number + ". " + drain.node());
    problems(drain);
    before(drain);
    empty(drain);
    maintain(drain);
    after(drain);
  }

  private void problems(DrainPlan drain) {
    List<String> points = new ArrayList<>();
    if (drain.votes() < drain.quorum()) {
      points.add("Without it the cluster has no quorum: " + drain.votes() + " of " + drain.quorum()
          + " votes. Add a QDevice or a node first, or plan the downtime of all.");
    }
    drain
        .staying()
        .forEach(guest -> points.add(guest(guest.guest()) + mustRun(guest.guest())
            + " can not leave it: " + guest.reason()
            + (guest.conflict().isEmpty()
                ? ""
                : ", because of: " + String.join("; ", guest.conflict()))
            + "."));
    drain.full().forEach(full -> points.add("Once it is empty, " + full + " of memory."));
    stops(drain.off()).forEach(loss -> points.add("While it is off, " + loss + "."));
    goesOn(drain.off()).forEach(each -> points.add("While it is off: " + each + "."));
    drain.risks().forEach(risk -> points.add("If meanwhile " + risk + "."));
    if (!points.isEmpty()) {
      lines.add("");
      points.forEach(point -> lines.add("- " + point));
    }
  }

  private List<String> stops(Survival off) {
    List<String> losses = new ArrayList<>();
    off.ceph()
        .filter(ceph -> !ceph.serves())
        .map(ceph -> ceph.monitorsAgree() ? GoalNeed.POOLS : GoalNeed.MONITORS)
        .ifPresent(need -> losses.add(text.need(need, off, Set.of())));
    losses.addAll(text.guests(
        off, off.lost().stream().filter(it -> it.fate() != Fate.NOT_MOVED).toList()));
    return losses;
  }

  private List<String> goesOn(Survival off) {
    List<String> notes = new ArrayList<>();
    String pools = off.ceph().stream()
        .flatMap(ceph -> ceph.pools().stream())
        .filter(pool -> pool.serves() && pool.degraded())
        .map(PoolOutcome::toString)
        .collect(Collectors.joining("; "));
    if (!pools.isEmpty()) {
      notes.add("Ceph has " + pools);
    }
    off.interruptions().stream()
        .filter(it -> it.kind() != InterruptionKind.STORAGE || it.guests().isEmpty())
        .map(Interruption::toString)
        .forEach(notes::add);
    return notes;
  }

  private void before(DrainPlan drain) {
    List<String> commands = new ArrayList<>();
    commands.add("pvecm status            # Quorate: Yes, all nodes are members");
    if (ha) {
      commands.add("ha-manager status       # quorum OK, no service in error, recovery or fence");
    }
    if (ceph) {
      commands.add("ceph health             # HEALTH_OK");
      if (holdsOsds(drain.node())) {
        commands.add("ceph osd set noout");
      }
    }
    block("Before, on any node:", commands);
  }

  private boolean holdsOsds(String node) {
    return plan.node(node).map(Node::osds).filter(osds -> !osds.isEmpty()).isPresent();
  }

  private void empty(DrainPlan drain) {
    if (!drain.steps().isEmpty()) {
      paragraph("Empty it:");
      lines.add("");
      lines.add("| batch | guest | from | to | how | data |");
      lines.add("|---|---|---|---|---|---|");
      drain
          .steps()
          .forEach(step -> lines.add("| " + step.batch() + " | " + guest(step.guest())
              + (step.live() ? "" : mustRun(step.guest())) + " | "
              + step.from() + " | " + step.to() + " | " + how(step) + " | " + step.data() + " |"));
    }
    List<String> commands = new ArrayList<>();
    drain.staying().forEach(guest -> commands.add(stop(guest.guest(), drain.node())));
    List<String> orders = commands(drain, true);
    if (!orders.isEmpty()) {
      commands.addAll(orders);
      commands.add("ha-manager status       # until these are started where they were ordered to");
    }
    if (ha) {
      String enable = "ha-manager crm-command node-maintenance enable " + drain.node();
      drain.full().forEach(full -> commands.add("# Not before there is memory: " + full));
      commands.add(drain.full().isEmpty() ? enable : "# " + enable);
      commands.add("ha-manager status       # until no started service is left on " + drain.node());
    }
    commands.addAll(commands(drain, false));
    if (!commands.isEmpty()) {
      block("On " + drain.node() + ":", commands);
    }
  }

  private static List<String> commands(DrainPlan drain, boolean byHa) {
    return drain.steps().stream()
        .filter(step -> step.byHa() == byHa)
        .flatMap(step -> step.command().stream())
        .toList();
  }

  private static String how(DrainStep step) {
    return (step.live() ? "live" : step.container() ? "restart" : "switched off")
        + (step.localDisks() ? " with local disks" : "")
        + (step.ordered() ? ", by HA on order" : step.byHa() ? ", by HA" : "");
  }

  // HA would start a guest again that is only shut down.
  private String stop(Vmid guest, String node) {
    return plan.placement().managedByHa(guest)
        ? "ha-manager set " + sid(guest) + " --state stopped   # it is down while " + node + " is"
            + mustRun(guest)
        : tool(guest) + " shutdown " + guest + "   # it is down while " + node + " is"
            + mustRun(guest);
  }

  private String start(Vmid guest) {
    return plan.placement().managedByHa(guest)
        ? "ha-manager set " + sid(guest) + " --state started"
        : tool(guest) + " start " + guest;
  }

  private String sid(Vmid guest) {
    return plan.guest(guest).map(HaFacts::sid).orElseThrow();
  }

  private String tool(Vmid guest) {
    return plan.guest(guest).filter(Container.class::isInstance).isPresent() ? "pct" : "qm";
  }

  private void maintain(DrainPlan drain) {
    boolean stops = drain.votes() < drain.quorum() || !stops(drain.off()).isEmpty();
    block(
        "Maintain it"
            + (stops ? ", in a downtime that is agreed with all who use what stops" : "")
            + "; for updates:",
        List.of("apt-get update", "apt-get dist-upgrade", "reboot"));
  }

  private void after(DrainPlan drain) {
    List<String> commands = new ArrayList<>();
    commands.add("pvecm status            # " + drain.node() + " is a member again");
    if (ceph) {
      if (holdsOsds(drain.node())) {
        commands.add("ceph osd tree           # all OSDs of " + drain.node() + " are up");
        commands.add("ceph osd unset noout");
      }
      commands.add("ceph health             # until HEALTH_OK");
    }
    if (ha) {
      commands.add("ha-manager crm-command node-maintenance disable " + drain.node());
      commands.add("ha-manager status       # until its services are back and started");
    }
    for (StayingGuest guest : drain.staying()) {
      commands.add(start(guest.guest()));
    }
    block("After, on " + drain.node() + ":", commands);
    List<String> back = new ArrayList<>();
    for (DrainStep step : drain.steps()) {
      Optional<String> command = step.wayBack();
      command.ifPresent(it -> back.add(it + "   # on " + step.to()));
    }
    if (!back.isEmpty()) {
      block("Bring back what HA does not:", back);
    }
  }

  private void block(String title, List<String> commands) {
    paragraph(title);
    lines.add("");
    lines.add("```");
    lines.addAll(commands);
    lines.add("```");
  }

  private String guest(Vmid guest) {
    return guest + " " + plan.guest(guest).map(Guest::name).orElse("");
  }

  private String mustRun(Vmid guest) {
    return plan.guest(guest).filter(Guest::mustRun).isPresent() ? " (must run)" : "";
  }
}
