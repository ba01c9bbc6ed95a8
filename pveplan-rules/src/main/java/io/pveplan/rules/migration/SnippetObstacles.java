package io.pveplan.rules.migration;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.guest.Contents;
import io.pveplan.model.guest.Vm;
import io.pveplan.model.guest.Volume;
import io.pveplan.model.hardware.Node;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Where documents of cloud-init are not: the drive is made anew from them at each start but that of
 * a move in use (qemu-server, src/PVE/QemuServer.pm, vm_start_nolock;
 * src/PVE/QemuServer/Cloudinit.pm, read_cloudinit_snippets_file). On a storage that is not shared
 * they are put on the nodes that their guest may run on, and no other one.
 */
final class SnippetObstacles implements Obstacles {

  private static final String PART = "cicustom";

  private final ResolvedPlan plan;
  private final List<String> nodes;
  // The nodes that lack a shared storage: the same for many guests.
  private final Map<String, List<String>> missing = new ConcurrentHashMap<>();

  SnippetObstacles(ResolvedPlan plan) {
    this.plan = plan;
    this.nodes = plan.nodes().stream().map(Node::name).toList();
  }

  @Override
  public void addTo(RowDraft row) {
    if (row.guest() instanceof Vm vm && !vm.template()) {
      Contents contents = plan.contents();
      Map<String, Volume> own = contents.ownDocuments(vm);
      if (!own.isEmpty()) {
        Set<String> needed = contents.readingNodes(vm);
        for (Volume document : new LinkedHashSet<>(own.values())) {
          block(row, document.storage(), needed, document + ", which is not there");
        }
      }
      // Its own and those of its template are the same to a node: it has to have all of them.
      Map<String, Set<String>> written = new LinkedHashMap<>();
      for (Vm writer : contents.writtenDocumentsOf(vm)) {
        contents
            .snippetStorage(writer)
            .ifPresent(storage -> written
                .computeIfAbsent(storage.id(), id -> new LinkedHashSet<>(nodes))
                .retainAll(contents.documentNodes(writer)));
      }
      written.forEach((storage, there) ->
          block(row, storage, there, "documents on storage " + storage + ", which are not there"));
    }
  }

  private void block(RowDraft row, String storage, Set<String> needed, String what) {
    List<String> lacking = plan.reach().shared(storage)
        ? missing.computeIfAbsent(storage, id -> without(id, nodes))
        : without(storage, needed);
    row.block(BlockerKind.SNIPPET, PART, storage, "its cloud-init reads " + what, lacking);
  }

  private List<String> without(String storage, Collection<String> needed) {
    return nodes.stream()
        .filter(node -> !(plan.reach().reaches(node, storage) && needed.contains(node)))
        .toList();
  }
}
