package io.pveplan.render.guest;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.guest.Vm;
import io.pveplan.model.guest.Volume;
import io.pveplan.model.storage.DirStorage;
import io.pveplan.model.storage.NfsStorage;
import io.pveplan.model.storage.Storage;
import io.pveplan.render.Artifact;
import io.pveplan.render.FileMode;
import io.pveplan.render.Procedure;
import io.pveplan.render.Step;
import io.pveplan.render.Target;
import io.pveplan.render.text.Command;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The documents of one guest as files: which of them become snippets, and how. */
final class Snippets {

  // Document and key of cicustom (qemu-server, QemuServer.pm).
  private static final Map<String, String> KEYS = Map.of(
      "user-data",
      "user",
      "network-config",
      "network",
      "meta-data",
      "meta",
      "vendor-data",
      "vendor");

  private final Vm vm;
  private final CloudInitDocuments documents;
  private final Optional<Storage> storage;
  private final boolean terraform;
  private final boolean scripted;

  Snippets(ResolvedPlan plan, Vm vm, CloudInitDocuments documents) {
    this.vm = vm;
    this.documents = documents;
    this.storage = documents.snippetStorage(vm);
    this.terraform = plan.plan().terraform().map(it -> it.makes(vm)).orElse(false);
    this.scripted = ScriptedGuests.of(plan).makes(vm);
  }

  /** What a script that makes the guest sets as {@code cicustom}. */
  Optional<String> custom() {
    List<String> names = List.of("user-data", "network-config", "meta-data");
    if (vm.template()) {
      names = documents.vendorData(vm).isPresent() ? List.of("vendor-data") : List.of();
    }
    return storage.isEmpty()
            || names.isEmpty()
            || CloudInitRenderer.cardWithoutMac(vm).isPresent()
        ? Optional.empty()
        : Optional.of(custom(names));
  }

  List<Artifact> artifacts() {
    Map<String, String> whole = new LinkedHashMap<>();
    whole.put("user-data", documents.userData(vm));
    whole.put("network-config", documents.networkConfig(vm));
    whole.put("meta-data", documents.metaData(vm));
    if (!terraform && !vm.template()) {
      // Proxmox VE takes settings of a guest only once it exists.
      return artifacts(whole, placed(whole), true, Step.GUESTS);
    }
    List<Artifact> artifacts = new ArrayList<>(artifacts(whole, read(), false, Step.TEMPLATES));
    documents.vendorData(vm).ifPresent(text -> {
      Map<String, String> packages = Map.of("vendor-data", text);
      artifacts.addAll(artifacts(packages, placed(packages), true, Step.TEMPLATES));
    });
    return artifacts;
  }

  private List<Artifact> artifacts(
      Map<String, String> contents, Procedure procedure, boolean placed, Step step) {
    List<Artifact> artifacts = new ArrayList<>();
    contents.forEach((document, content) -> artifacts.add(new Artifact(
        Target.cluster(),
        path(document),
        placed ? nodePath(document) : Optional.empty(),
        content,
        FileMode.FILE,
        Optional.of(step),
        false,
        List.of(vm.path().child("cloud-init")),
        procedure,
        List.of(),
        "")));
    return artifacts;
  }

  private String path(String document) {
    return "cloud-init/" + documents.folder(vm) + "/" + document;
  }

  private Optional<String> nodePath(String document) {
    Optional<Volume> snippet = documents.snippet(vm, document);
    return storage
        .flatMap(Snippets::directory)
        .flatMap(directory -> snippet.map(it -> directory + "/snippets/" + it.file()));
  }

  // Where the plugins of pve-storage mount: NFSPlugin.pm below /mnt/pve, DirPlugin.pm at its path.
  private static Optional<String> directory(Storage storage) {
    if (storage instanceof NfsStorage) {
      return Optional.of("/mnt/pve/" + storage.id());
    }
    return storage instanceof DirStorage dir ? Optional.of(dir.directory()) : Optional.empty();
  }

  private Procedure read() {
    String why = vm.template()
        ? "nothing: this is for reading; the template has settings that say the same, since clones would"
            + " take documents over"
        : "nothing: this is for reading; Terraform gives the guest settings that say the same";
    return Procedure.repeatable().needs(why).checkBefore(check("user-data"));
  }

  private Procedure placed(Map<String, String> contents) {
    String document = contents.keySet().iterator().next();
    Procedure procedure = Procedure.repeatable().checkBefore(check(document));
    if (storage.isEmpty()) {
      return procedure.needs(
          "a storage for snippets that all nodes have on which the guest may run;"
              + " the plan has none");
    }
    String id = storage.get().id();
    Procedure placed = procedure
        .checkAfter(
            Command.of("pvesm", "list", id).flag("--content", "snippets").text())
        .undo("take the snippets out of the settings of the guest, then delete the files: a guest"
            + " does not start without a snippet it names");
    if (terraform) {
      return placed.needs(where(id) + "; with the module for bpg skip this, it uploads the file");
    }
    if (scripted) {
      return placed.needs(
          where(id) + ", before the guest starts; the script that makes it names them");
    }
    return placed
        .needs(where(id) + ", and the guest, not started yet")
        .apply(Command.of("qm", "set", vm.vmid().toString())
            .flag("--cicustom", custom(contents.keySet()))
            .text());
  }

  private String where(String id) {
    List<String> nodes = documents.snippetNodes(vm);
    return nodes.size() > 1
        ? "storage " + id + " with a copy on each of " + String.join(", ", nodes)
        : "storage " + id;
  }

  private String check(String document) {
    return Command.of("cloud-init", "schema")
        .flag("--config-file", path(document))
        .text();
  }

  private String custom(Collection<String> names) {
    return String.join(
        ",",
        names.stream()
            .map(it -> KEYS.get(it) + "=" + documents.snippet(vm, it).orElseThrow())
            .toList());
  }
}
