package io.pveplan.render;

import io.pveplan.model.PlanPath;
import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.guest.Clone;
import io.pveplan.model.guest.Container;
import io.pveplan.model.guest.Guest;
import io.pveplan.model.guest.Vm;
import io.pveplan.model.guest.Volume;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** The images and documents that guests are made from, and where somebody puts them. */
final class PlannedImages {

  private final ResolvedPlan plan;
  private final PlannedItems items;

  // With the nodes that read each of them.
  private final SortedMap<Volume, Set<String>> used =
      new TreeMap<>(Comparator.comparing(Volume::toString));
  private final SortedMap<Volume, Set<String>> documents =
      new TreeMap<>(Comparator.comparing(Volume::toString));

  PlannedImages(ResolvedPlan plan, PlannedItems items) {
    this.plan = plan;
    this.items = items;
  }

  void add() {
    plan.guests().forEach(this::use);
    SortedMap<Volume, Set<String>> unfetched = new TreeMap<>(used);
    plan.plan().images().forEach(image -> unfetched.remove(image.volume()));
    unfetched
        .keySet()
        .forEach(image ->
            items.before(PlanPath.of("image", image.toString()), Step.TEMPLATES, place(image)));
    documents.forEach((document, nodes) -> items.before(
        PlanPath.of("snippet", document.toString()), Step.TEMPLATES, place(document, nodes)));
    plan.plan()
        .images()
        .forEach(image -> items.before(
            image.path(), Step.TEMPLATES, Facts.behind(place(image.volume()), image, "volume")));
  }

  private void use(Guest guest) {
    guest.disks().forEach(disk -> disk.importFrom().ifPresent(image -> use(image, maker(guest))));
    if (guest instanceof Vm vm) {
      vm.iso().ifPresent(image -> use(image, vm.node()));
      plan.contents()
          .ownDocuments(vm)
          .values()
          .forEach(document -> documents
              .computeIfAbsent(document, key -> new TreeSet<>())
              .addAll(plan.contents().readingNodes(vm)));
    } else if (guest instanceof Container container) {
      use(container.ostemplate(), container.node());
    }
  }

  private void use(Volume image, Optional<String> node) {
    Set<String> nodes = used.computeIfAbsent(image, key -> new LinkedHashSet<>());
    node.ifPresent(nodes::add);
  }

  // A clone that a script makes gets its disks where its template is, and moves later.
  private Optional<String> maker(Guest guest) {
    return guest instanceof Vm vm
            && vm.clone().isPresent()
            && !plan.terraformGuests().makes(vm)
        ? vm.clone().map(Clone::template).flatMap(plan::guest).flatMap(Guest::node)
        : guest.node();
  }

  private String place(Volume image) {
    return place(image, used.getOrDefault(image, Set.of()));
  }

  private String place(Volume file, Set<String> nodes) {
    String title = "put " + file + " in place";
    return nodes.isEmpty() || plan.reach().shared(file.storage())
        ? title
        : title + " on " + String.join(", ", nodes);
  }
}
