package io.pveplan.model.guest;

import io.pveplan.model.ClusterPlan;
import io.pveplan.model.automation.TerraformGuests;
import io.pveplan.model.storage.ContentType;
import io.pveplan.model.storage.Storage;
import io.pveplan.model.storage.StorageReach;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Where the cloud-init documents of a machine lie, so that each node it may run on has them. */
final class SnippetStorages {

  private final List<Storage> taking;
  private final Placement placement;
  private final StorageReach reach;
  private final DocumentSources sources;

  SnippetStorages(
      ClusterPlan plan, Placement placement, StorageReach reach, TerraformGuests terraform) {
    this.placement = placement;
    this.reach = reach;
    this.sources = new DocumentSources(plan, placement, terraform);
    this.taking = plan.storages().stream()
        .filter(it -> reach.content(it).contains(ContentType.SNIPPETS))
        .toList();
  }

  Optional<Storage> of(Vm vm) {
    Set<String> nodes = readers(vm);
    List<Storage> fit = taking.stream()
        .filter(it -> !it.disabled() && reach.nodesOf(it.id()).containsAll(nodes))
        .toList();
    return fit.stream()
        .filter(Storage::sharedByAllNodes)
        .findFirst()
        .or(() -> fit.stream().findFirst());
  }

  DocumentSources sources() {
    return sources;
  }

  /** The nodes on which a machine or a clone that reads its documents may run. */
  Set<String> readers(Vm vm) {
    Set<String> nodes = nodes(vm);
    sources.heirs(vm).forEach(heir -> nodes.addAll(nodes(heir)));
    return nodes;
  }

  Set<String> nodes(Vm vm) {
    Set<String> nodes = new LinkedHashSet<>();
    vm.node().ifPresent(nodes::add);
    nodes.addAll(placement.eligibleNodes(vm));
    return nodes;
  }
}
