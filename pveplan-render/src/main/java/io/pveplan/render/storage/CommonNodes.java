package io.pveplan.render.storage;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.hardware.Node;
import io.pveplan.model.storage.Storage;
import java.util.List;

/** The nodes that have each of some storages; a disabled one counts as if it were not. */
final class CommonNodes {

  private CommonNodes() {}

  static List<String> of(ResolvedPlan plan, List<Storage> storages) {
    return plan.nodes().stream()
        .map(Node::name)
        .filter(node ->
            storages.stream().allMatch(it -> it.nodes().isEmpty() || it.nodes().contains(node)))
        .toList();
  }
}
