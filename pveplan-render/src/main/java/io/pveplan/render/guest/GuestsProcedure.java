package io.pveplan.render.guest;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.guest.Container;
import io.pveplan.model.guest.Guest;
import io.pveplan.model.guest.GuestDisk;
import io.pveplan.model.guest.Vm;
import io.pveplan.model.guest.Volume;
import io.pveplan.render.GuestNames;
import io.pveplan.render.Procedure;
import io.pveplan.render.TerraformShare;
import io.pveplan.render.text.Command;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What the runbook says about a script that makes guests. */
final class GuestsProcedure {

  private GuestsProcedure() {}

  static Procedure of(ResolvedPlan plan, String node, List<Guest> guests) {
    List<String> needs = new ArrayList<>();
    needs.add("the script is copied to " + node + ", which has the storages and bridges of "
        + GuestNames.of(guests));
    SortedSet<String> images = images(guests);
    if (!images.isEmpty()) {
      needs.add("in place: " + String.join(", ", images));
    }
    SortedSet<String> sources = new TreeSet<>();
    guests.forEach(guest -> sources.addAll(ofNode(guest)));
    if (!sources.isEmpty()) {
      needs.add("on " + node + ": " + String.join(", ", sources));
    }
    String pools = poolsOfTerraform(plan, guests);
    if (!pools.isEmpty()) {
      needs.add("made by " + TerraformShare.CLUSTER + ": " + pools);
    }
    String templates = templatesOfTerraform(plan, guests);
    if (!templates.isEmpty()) {
      needs.add("made by Terraform before: " + templates);
    }
    if (plan.guests().stream().anyMatch(it -> ScriptedGuests.madeByTerraform(plan, it))) {
      needs.add("Terraform makes none of these");
    }
    return Procedure.repeatable()
        .needs(String.join("; ", needs))
        .checkBefore(resources() + "\n# shows who has which VMID now")
        .checkAfter(resources() + "\n# shows " + GuestNames.of(guests))
        .undo(undo(guests));
  }

  static String kind(Guest guest) {
    if (guest instanceof Vm vm) {
      return vm.template() ? "template" : "VM";
    }
    return "container";
  }

  /** The directories and block devices of its node that a guest mounts. */
  static List<String> mounted(Guest guest) {
    return guest instanceof Container container
        ? container.mountPoints().stream()
            .flatMap(point -> point.source().stream())
            .distinct()
            .toList()
        : List.of();
  }

  // Devices are looked for when it starts (pve-container, PVE/LXC/Tools.pm).
  private static List<String> ofNode(Guest guest) {
    List<String> all = new ArrayList<>(mounted(guest));
    if (guest instanceof Container container) {
      container.devices().forEach(device -> all.add(device.path()));
    }
    return all;
  }

  private static String poolsOfTerraform(ResolvedPlan plan, List<Guest> guests) {
    TerraformShare share = TerraformShare.of(plan);
    return guests.stream()
        .flatMap(guest -> guest.pool().stream())
        .filter(pool -> share.takes(TerraformShare.poolPath(pool)))
        .distinct()
        .sorted()
        .map(pool -> "resource pool " + pool)
        .collect(Collectors.joining(", "));
  }

  private static String templatesOfTerraform(ResolvedPlan plan, List<Guest> guests) {
    return guests.stream()
        .filter(Vm.class::isInstance)
        .flatMap(guest -> ((Vm) guest).clone().stream())
        .flatMap(clone -> plan.guest(clone.template()).stream())
        .filter(template -> ScriptedGuests.madeByTerraform(plan, template))
        .map(template -> "template " + template.vmid() + " " + template.name())
        .distinct()
        .collect(Collectors.joining(", "));
  }

  private static String resources() {
    return Command.of("pvesh", "get", "/cluster/resources").flag("--type", "vm").text();
  }

  private static SortedSet<String> images(List<Guest> guests) {
    SortedSet<String> images = new TreeSet<>();
    for (Guest guest : guests) {
      guest.disks().stream()
          .map(GuestDisk::importFrom)
          .forEach(it -> it.map(Volume::toString).ifPresent(images::add));
      if (guest instanceof Container container) {
        images.add(container.ostemplate().toString());
      } else if (guest instanceof Vm vm) {
        vm.iso().map(Volume::toString).ifPresent(images::add);
      }
    }
    return images;
  }

  private static String undo(List<Guest> guests) {
    List<String> ways = new ArrayList<>();
    if (guests.stream().anyMatch(Vm.class::isInstance)) {
      ways.add("qm destroy");
    }
    if (guests.stream().anyMatch(Container.class::isInstance)) {
      ways.add("pct destroy");
    }
    String protectedOnes =
        guests.stream().anyMatch(Guest::protection) ? ", after protection is taken off" : "";
    return String.join(" and ", ways)
        + " for what the script made, stopped, on the node that has it"
        + protectedOnes + ": all that is on its disks is gone. A guest called unfinished- and its"
        + " VMID is half made; run the script again, or destroy it";
  }
}
