package io.pveplan.model.guest;

import io.pveplan.model.ClusterPlan;
import io.pveplan.model.storage.ContentType;
import io.pveplan.model.storage.Storage;
import io.pveplan.model.storage.StorageReach;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/** Where the cloud-init documents of a machine lie, so that each node it may run on has them. */
final class SnippetStorages {

  private record Shelf(Optional<Storage> storage, Set<String> readers) {}

  private final List<Storage> taking;
  private final Placement placement;
  private final StorageReach reach;
  private final DocumentSources sources;

  // Each of the many clones of a template asks for that of the template.
  private final Map<Vmid, Shelf> shelves = new ConcurrentHashMap<>();

  SnippetStorages(
      ClusterPlan plan, Placement placement, StorageReach reach, Predicate<Guest> byTerraform) {
    this.placement = placement;
    this.reach = reach;
    this.sources = new DocumentSources(plan, placement, byTerraform);
    this.taking = plan.storages().stream()
        .filter(it -> reach.content(it).contains(ContentType.SNIPPETS))
        .toList();
  }

  Optional<Storage> of(Vm vm) {
    return shelf(vm).storage();
  }

  DocumentSources sources() {
    return sources;
  }

  /** The nodes on which a machine or a clone that reads its documents may run. */
  Set<String> readers(Vm vm) {
    return shelf(vm).readers();
  }

  Set<String> nodes(Vm vm) {
    Set<String> nodes = new LinkedHashSet<>();
    vm.node().ifPresent(nodes::add);
    nodes.addAll(placement.eligibleNodes(vm));
    return nodes;
  }

  private Shelf shelf(Vm vm) {
    boolean planned = placement.guest(vm.vmid()).filter(it -> it == vm).isPresent();
    return planned ? shelves.computeIfAbsent(vm.vmid(), key -> find(vm)) : find(vm);
  }

  private Shelf find(Vm vm) {
    Set<String> readers = nodes(vm);
    sources.heirs(vm).forEach(heir -> readers.addAll(nodes(heir)));
    List<Storage> fit = taking.stream()
        .filter(it -> !it.disabled() && reach.nodesOf(it.id()).containsAll(readers))
        .toList();
    Optional<Storage> storage = fit.stream()
        .filter(Storage::sharedByAllNodes)
        .findFirst()
        .or(() -> fit.stream().findFirst());
    return new Shelf(storage, Collections.unmodifiableSet(readers));
  }
}
