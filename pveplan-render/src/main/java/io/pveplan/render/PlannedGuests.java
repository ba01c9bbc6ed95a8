package io.pveplan.render;

import io.pveplan.model.PlanPath;
import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.automation.TerraformPart;
import io.pveplan.model.guest.Guest;
import io.pveplan.model.guest.Migration;
import io.pveplan.model.guest.MoveLine;
import io.pveplan.model.guest.Vm;
import io.pveplan.render.text.Phrase;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The guests, and what is done with them once they exist. */
final class PlannedGuests {

  private final ResolvedPlan plan;
  private final PlannedItems items;

  PlannedGuests(ResolvedPlan plan, PlannedItems items) {
    this.plan = plan;
    this.items = items;
  }

  void add() {
    new PlannedImages(plan, items).add();
    plan.plan()
        .deviceMappings()
        .forEach(mapping -> items.before(
            mapping.path(),
            Step.TEMPLATES,
            Facts.behind(
                "map " + mapping.deviceKind() + " " + mapping.id(), mapping, "deviceKind", "id")));
    pools(plan)
        .forEach((pool, step) -> items.before(
            TerraformShare.poolPath(pool),
            step,
            "make the resource pool " + pool + ", if it is not there"));
    plan.guests().forEach(this::guest);
    plan.vms().forEach(this::operatingSystem);
    plan.plan()
        .replicationJobs()
        .forEach(job -> items.before(
            job.path(),
            Step.REPLICATION,
            Facts.behind(
                "replicate guest " + job.guest() + " to " + job.target() + " as job " + job.id(),
                job,
                "guest",
                "number",
                "target")));
    highAvailability();
    plan.plan()
        .migrations()
        .forEach(move -> items.before(move.path(), Step.ACCEPTANCE, move(move)));
  }

  private Phrase move(Migration move) {
    Guest moved = plan.guest(move.guest()).orElseThrow();
    Optional<String> storage = move.targetStorage()
        .filter(it ->
            plan.placement().managedByHa(move.guest()) && MoveLine.changesStorage(plan, moved, it));
    if (storage.isPresent()) {
      return Phrase.of("move guest " + move.guest() + " to " + move.target()
          + " and what it has on local storages to " + storage.get()
          + ": HA moves it and knows no other storage, so that there is no command for both: "
          + Facts.of(move, "guest", "target", "targetStorage"));
    }
    String line = MoveLine.of(plan, move);
    String own = plan.guest(move.guest()).flatMap(Guest::node).orElse("its node");
    String facts = Facts.of(move, told(move, line));
    Phrase phrase = Phrase.of("move guest " + move.guest() + " to " + move.target() + " by ")
        .code(line)
        .text(" on " + (line.startsWith("ha-manager ") ? "any node" : own)
            + (facts.isEmpty() ? "" : ": " + facts));
    return movesBack(move)
        ? phrase
            .text("; change its node in the plan afterwards, or the next ")
            .code("terraform apply")
            .text(" moves it back")
        : phrase;
  }

  // A module ignores the node of a container, and of a machine that has a resource of HA or is made
  // with one that has.
  private boolean movesBack(Migration move) {
    Optional<Guest> guest = plan.guest(move.guest()).filter(plan.terraformGuests()::makes);
    return guest.filter(Vm.class::isInstance).isPresent()
        && plan.guests().stream()
            .filter(plan.terraformGuests()::makes)
            .filter(other -> other.vmid().equals(move.guest())
                || other.fleet().isPresent() && other.fleet().equals(guest.get().fleet()))
            .noneMatch(other -> plan.placement().haResource(other.vmid()).isPresent());
  }

  // The command has the options that the guest needs, asked for or not: a fact beside it that says
  // no to one of them would be read as another way to do it.
  private static String[] told(Migration move, String line) {
    List<String> told = new ArrayList<>(List.of("guest", "target"));
    if (!move.online() || line.contains(" --online") || line.startsWith("ha-manager migrate ")) {
      told.add("online");
    }
    if (!move.withLocalDisks() || line.contains(" --with-local-disks")) {
      told.add("withLocalDisks");
    }
    if (move.targetStorage().filter(it -> line.contains("storage " + it)).isPresent()) {
      told.add("targetStorage");
    }
    return told.toArray(String[]::new);
  }

  private void guest(Guest guest) {
    boolean template = isTemplate(guest);
    String kind = guest instanceof Vm ? "VM" : "container";
    items.before(
        guest.path(),
        step(plan, guest),
        Facts.behind(
            "create " + (template ? "template" : kind) + " " + guest.vmid() + " " + guest.name(),
            guest,
            "kind",
            "vmid",
            "name",
            "template",
            "rpo",
            "rto",
            "mustRun",
            "changeRate",
            "dirtyRate",
            "snapshots"));
  }

  // Its place is not below that of the guest, which files cover as a whole.
  private void operatingSystem(Vm vm) {
    if (vm.template()
        || vm.clone().isPresent()
        || vm.disks().isEmpty()
        || vm.disks().stream().anyMatch(disk -> disk.importFrom().isPresent())) {
      return;
    }
    String from =
        vm.iso().map(image -> " from " + image).orElse(", which the plan has no image of");
    items.after(
        PlanPath.of("operating-system", vm.vmid().toString()),
        Step.GUESTS,
        "install the operating system of " + vm.vmid() + " " + vm.name() + from
            + (vm.agent() ? ", with the QEMU guest agent" : ""));
  }

  /** The pools of the guests, each with the step in which it has to be there. */
  static Map<String, Step> pools(ResolvedPlan plan) {
    boolean terraform = plan.plan()
        .terraform()
        .filter(it -> it.manages().contains(TerraformPart.POOLS))
        .isPresent();
    Map<String, Step> pools = new TreeMap<>();
    for (Guest guest : plan.guests()) {
      Step step = terraform ? Step.TEMPLATES : step(plan, guest);
      guest.pool().ifPresent(pool -> pools.merge(pool, step, PlannedGuests::earlier));
    }
    return pools;
  }

  private static Step earlier(Step one, Step other) {
    return one.compareTo(other) < 0 ? one : other;
  }

  // Terraform makes templates together with the other guests.
  private static Step step(ResolvedPlan plan, Guest guest) {
    return isTemplate(guest) && !plan.terraformGuests().makes(guest) ? Step.TEMPLATES : Step.GUESTS;
  }

  private static boolean isTemplate(Guest guest) {
    return guest instanceof Vm vm && vm.template();
  }

  private void highAvailability() {
    plan.ha()
        .resources()
        .forEach(each -> items.before(
            each.path(),
            Step.HA,
            Facts.behind("put guest " + each.guest() + " under HA", each, "guest")));
    plan.ha()
        .nodeAffinities()
        .forEach(each -> items.before(
            each.path(),
            Step.HA,
            Facts.behind("add node affinity rule " + each.name(), each, "name")));
    plan.ha()
        .resourceAffinities()
        .forEach(each -> items.before(
            each.path(),
            Step.HA,
            Facts.behind("add resource affinity rule " + each.name(), each, "name")));
  }
}
