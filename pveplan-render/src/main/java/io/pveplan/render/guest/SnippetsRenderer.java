package io.pveplan.render.guest;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.guest.Guest;
import io.pveplan.model.guest.Vm;
import io.pveplan.model.guest.Volume;
import io.pveplan.model.storage.FileStorage;
import io.pveplan.model.storage.Storage;
import io.pveplan.render.Artifact;
import io.pveplan.render.FileMode;
import io.pveplan.render.GuestNames;
import io.pveplan.render.Procedure;
import io.pveplan.render.Renderer;
import io.pveplan.render.Rendering;
import io.pveplan.render.Step;
import io.pveplan.render.Target;
import io.pveplan.render.text.Command;
import io.pveplan.render.text.ShellScript;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Renders how the documents of cloud-init become snippets: {@code nodes/<node>/22-snippets.sh} copies
 * them from the bundle to the storages, since Proxmox VE takes no snippets by its API.
 *
 * <pre>
 * step 'storage nas'
 * takes_snippets nas || fail 'nas is not there, or takes no snippets ..'
 * snippets_of nas
 * place 101-web01 user-data
 * </pre>
 *
 * <p>A shared storage is filled by the first node that has it, in one script for all guests; any other
 * by each node on which the guest may run. Documents of the planner's own are not in the bundle: the script ends where one of
 * them is missing.
 *
 * @since 0.1
 */
public final class SnippetsRenderer implements Renderer {

  // A guest that is started meanwhile never reads half a document.
  private static final String FUNCTIONS = """
      here=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
      directory=

      takes_snippets() {
        pvesm status --storage "$1" --content snippets --enabled 1 |
          grep -E "^$1 +[a-z]+ +active " >/dev/null
      }

      snippets_of() {
        directory=$(dirname "$(pvesm path "$1:snippets/document.yaml")")
        mkdir --parents "$directory"
      }

      # A document of a guest, under the name that the guest knows it by.
      place() {
        local from=$here/cloud-init/$1/$2 to=$directory/$1-$2.yaml
        if ! cmp --silent "$from" "$to"; then
          install --mode=0644 "$from" "$to.new"
          mv --force "$to.new" "$to"
          printf 'wrote %s\\n' "$to"
        fi
      }

      is_there() {
        [ -f "$directory/$1" ]
      }
      """;

  private static final class Shelf {
    private final Map<String, Set<String>> documents = new LinkedHashMap<>();
    private final Set<String> own = new LinkedHashSet<>();
    private final List<Guest> uploaded = new ArrayList<>();
  }

  /** Called by the service loader. */
  public SnippetsRenderer() {}

  @Override
  public String id() {
    return "snippets";
  }

  @Override
  public Rendering render(ResolvedPlan plan) {
    Map<String, Map<String, Shelf>> byNode = new LinkedHashMap<>();
    plan.nodes().forEach(node -> byNode.put(node.name(), new LinkedHashMap<>()));
    CloudInitDocuments documents = CloudInitDocuments.of(plan);
    for (Vm vm : plan.vms()) {
      List<String> placed = Snippets.scripted(plan, vm, documents);
      if (!placed.isEmpty()) {
        String storage = documents.snippetStorage(vm).orElseThrow().id();
        for (String node : documents.snippetNodes(vm)) {
          Shelf shelf = shelf(byNode, node, storage);
          shelf
              .documents
              .computeIfAbsent(documents.folder(vm), key -> new LinkedHashSet<>())
              .addAll(placed);
          if (Snippets.bpgUploads(plan, vm)) {
            shelf.uploaded.add(vm);
          }
        }
      }
      for (Volume own : documents.ownDocuments(vm)) {
        own(plan, own, plan.contents().readingNodes(vm), byNode);
      }
    }
    List<Artifact> artifacts = new ArrayList<>();
    byNode.forEach((node, storages) -> {
      if (!storages.isEmpty()) {
        artifacts.add(script(node, storages));
      }
    });
    return Rendering.of(artifacts);
  }

  private static Shelf shelf(Map<String, Map<String, Shelf>> byNode, String node, String storage) {
    return byNode
        .computeIfAbsent(node, key -> new LinkedHashMap<>())
        .computeIfAbsent(storage, key -> new Shelf());
  }

  // Where the storage is no directory or lacks a node, CI-007 and CI-008 say so.
  private static void own(
      ResolvedPlan plan, Volume volume, Set<String> nodes, Map<String, Map<String, Shelf>> byNode) {
    Storage storage = plan.storage(volume.storage()).orElseThrow();
    if (storage instanceof FileStorage) {
      List<String> filling = storage.sharedByAllNodes()
          ? plan.reach().nodesOf(storage.id()).stream().limit(1).toList()
          : nodes.stream()
              .filter(node -> plan.reach().reaches(node, storage.id()))
              .toList();
      filling.forEach(node -> shelf(byNode, node, storage.id()).own.add(volume.file()));
    }
  }

  private static Artifact script(String node, Map<String, Shelf> storages) {
    ShellScript script = ShellScript.of(
            "Documents of cloud-init, as snippets that " + node + " puts on storages.",
            "Runs from its place in the bundle, which has them in the folder cloud-init.")
        .onlyOn(node)
        .define(FUNCTIONS);
    for (Map.Entry<String, Shelf> each : storages.entrySet()) {
      String id = each.getKey();
      script = script
          .step("storage " + id)
          .require(
              Command.of("takes_snippets", id),
              id + " is not there on " + node
                  + ", or does not take snippets: pvesm set adds them to" + " its content.")
          .run(Command.of("snippets_of", id));
      for (Map.Entry<String, Set<String>> guest : each.getValue().documents.entrySet()) {
        for (String document : guest.getValue()) {
          script = script.run(Command.of("place", guest.getKey(), document));
        }
      }
      for (String file : each.getValue().own) {
        script = script.require(
            Command.of("is_there", file),
            id + ":snippets/" + file
                + " is not there. It is not in the bundle: put it there, since a"
                + " guest does not start without it.");
      }
    }
    return Artifact.file(
            Target.node(node),
            "nodes/" + node + "/" + Step.TEMPLATES.prefix() + "-snippets.sh",
            Step.TEMPLATES,
            script.text())
        .mode(FileMode.SCRIPT)
        .with(Procedure.repeatable()
            .needs("the storages of the documents; the folders cloud-init and nodes/" + node
                + " of the bundle, beside each other as here" + instead(storages.values()))
            .checkAfter(String.join(
                "\n",
                storages.keySet().stream()
                    .map(id -> Command.of("pvesm", "list", id)
                        .flag("--content", "snippets")
                        .text())
                    .toList()))
            .undo("take the snippets out of the settings of the guests, then pvesm free on " + node
                + ": a guest does not start without a snippet it names"));
  }

  // Two modules are two ways to make the same guests, and one of them uploads what is said here.
  private static String instead(Collection<Shelf> shelves) {
    List<Guest> uploaded =
        shelves.stream().flatMap(shelf -> shelf.uploaded.stream()).distinct().toList();
    if (uploaded.isEmpty()) {
      return "";
    }
    long others = shelves.stream()
        .mapToLong(shelf -> shelf.documents.size() + shelf.own.size() - shelf.uploaded.size())
        .sum();
    return "; with the module for bpg "
        + (others == 0 ? "skip this script, since that" : "it is needed as well, although that")
        + " uploads the documents of " + GuestNames.of(uploaded);
  }
}
