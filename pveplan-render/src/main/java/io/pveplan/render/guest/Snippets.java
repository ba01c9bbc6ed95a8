package io.pveplan.render.guest;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.automation.TerraformProvider;
import io.pveplan.model.guest.CloudInit;
import io.pveplan.model.guest.HiddenSettings;
import io.pveplan.model.guest.Vm;
import io.pveplan.model.guest.Volume;
import io.pveplan.model.storage.Storage;
import io.pveplan.model.unit.DataSize;
import io.pveplan.render.Artifact;
import io.pveplan.render.FileMode;
import io.pveplan.render.Gap;
import io.pveplan.render.Procedure;
import io.pveplan.render.Step;
import io.pveplan.render.Target;
import io.pveplan.render.text.Command;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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

  // cloud-init schema reads these; of a network it looks at nothing where netplan is not installed.
  private static final Set<String> CHECKED = Set.of("user-data", "vendor-data");

  // qemu-server, src/PVE/QemuServer/Cloudinit.pm read_cloudinit_snippets_file.
  private static final long LIMIT = DataSize.mib(1).bytes();

  private final Vm vm;
  private final CloudInitDocuments documents;
  private final Optional<Storage> storage;
  private final boolean terraform;
  private final boolean withBpg;
  private final boolean uploaded;
  private final boolean onlySettings;
  private final CloudInit settings;
  private final boolean byScript;

  Snippets(ResolvedPlan plan, Vm vm, CloudInitDocuments documents) {
    this.vm = vm;
    this.documents = documents;
    this.storage = documents.snippetStorage(vm);
    this.settings = vm.cloudInit().orElseThrow();
    this.terraform = plan.terraformGuests().makes(vm);
    this.onlySettings = HiddenSettings.usesSettings(plan, vm);
    this.withBpg = bpgUploads(plan, vm);
    this.uploaded = terraform
        && plan.plan()
            .terraform()
            .filter(it -> it.providers().contains(TerraformProvider.TELMATE))
            .isEmpty();
    this.byScript = ScriptedGuests.of(plan).makes(vm);
  }

  /**
   * Names of the documents of a guest that scripts put on storages. Not those that the module for bpg
   * uploads.
   */
  static List<String> scripted(ResolvedPlan plan, Vm vm, CloudInitDocuments documents) {
    if (vm.cloudInit().isEmpty()) {
      return List.of();
    }
    Snippets snippets = new Snippets(plan, vm, documents);
    return snippets.storage.isEmpty() || snippets.uploaded ? List.of() : snippets.placed();
  }

  /** Whether the module for bpg, if that is the one which is applied, uploads the documents. */
  static boolean bpgUploads(ResolvedPlan plan, Vm vm) {
    return plan.terraformGuests().makes(vm)
        && plan.plan()
            .terraform()
            .filter(it -> it.writesFor(TerraformProvider.BPG))
            .isPresent();
  }

  /** What {@code cicustom} says of a guest: the documents written here, and the planner's own. */
  Optional<String> custom() {
    List<String> placed = storage.isEmpty() ? List.of() : placed();
    return Optional.of(together(placed)).filter(it -> !it.isEmpty());
  }

  private List<String> placed() {
    if (!onlySettings) {
      return whole();
    }
    boolean vendorData =
        settings.beyondSettings() && settings.vendorData().isEmpty() && !vm.forWindows();
    return vendorData ? List.of("vendor-data") : List.of();
  }

  private List<String> whole() {
    List<String> names = new ArrayList<>();
    if (settings.userData().isEmpty()) {
      names.add("user-data");
    }
    if (settings.networkConfig().isEmpty()
        && CloudInitRenderer.cardWithoutMac(vm).isEmpty()) {
      names.add("network-config");
    }
    // Where one of the two is not written here, Proxmox VE makes the instance ID of what it reads.
    if (settings.metaData().isEmpty() && names.size() == 2) {
      names.add("meta-data");
    }
    return names;
  }

  private String content(String document) {
    return switch (document) {
      case "user-data" -> documents.userData(vm);
      case "network-config" -> documents.networkConfig(vm);
      default -> documents.metaData(vm);
    };
  }

  List<Artifact> artifacts() {
    Map<String, String> whole = new LinkedHashMap<>();
    whole().forEach(document -> whole.put(document, content(document)));
    if (vm.forWindows()) {
      return List.of();
    }
    if (!onlySettings) {
      // Whoever sets them by hand needs the guest; a script of the step before puts them in place.
      Step step = byScript && storage.isPresent() ? Step.TEMPLATES : Step.GUESTS;
      return artifacts(whole, document -> placed(document, whole), step);
    }
    List<Artifact> artifacts = new ArrayList<>();
    artifacts.addAll(artifacts(whole, document -> read(), Step.TEMPLATES));
    documents.vendorData(vm).ifPresent(text -> {
      Map<String, String> packages = Map.of("vendor-data", text);
      artifacts.addAll(artifacts(packages, document -> placed(document, packages), Step.TEMPLATES));
    });
    return artifacts;
  }

  /** What is larger than Proxmox VE reads of a snippet. */
  List<Gap> tooLarge(List<Artifact> written) {
    List<Gap> gaps = new ArrayList<>();
    for (Artifact file : written) {
      String document = file.path().substring(file.path().lastIndexOf('/') + 1);
      int bytes = file.content().getBytes(StandardCharsets.UTF_8).length;
      if (bytes > LIMIT && placed().contains(document)) {
        gaps.add(Gap.settled(
            vm.path().child("cloud-init").child(document),
            file.step().orElseThrow(),
            document + " has " + bytes + " bytes, and Proxmox VE reads " + LIMIT
                + ": the guest does not start. Let it fetch large files by a command."));
      }
    }
    return gaps;
  }

  private List<Artifact> artifacts(
      Map<String, String> contents, Function<String, Procedure> procedures, Step step) {
    List<Artifact> artifacts = new ArrayList<>();
    contents.forEach((document, content) -> artifacts.add(new Artifact(
        Target.cluster(),
        path(document),
        Optional.empty(),
        content,
        FileMode.FILE,
        Optional.of(step),
        false,
        List.of(vm.path().child("cloud-init")),
        procedures.apply(document),
        List.of(),
        "")));
    return artifacts;
  }

  private String path(String document) {
    return "cloud-init/" + documents.folder(vm) + "/" + document;
  }

  private Procedure read() {
    String why = vm.template()
        ? "nothing: this is for reading; the template has settings that say the same, since clones would"
            + " take documents over"
        : "nothing: this is for reading; Terraform gives the guest settings that say the same";
    return Procedure.repeatable()
        .needs(why + "; qm cloudinit dump, with a VMID and user or network, tells what Proxmox VE"
            + " makes of them");
  }

  private Procedure placed(String document, Map<String, String> contents) {
    Procedure procedure = CHECKED.contains(document)
        ? Procedure.repeatable().checkBefore(check(document))
        : Procedure.repeatable();
    if (storage.isEmpty()) {
      return procedure.needs(
          "a storage for snippets that all nodes have on which the guest may run;"
              + " the plan has none");
    }
    String id = storage.get().id();
    if (byScript) {
      // The script tells where, how to look, and the way back.
      return procedure.needs("nothing more: "
          + (CHECKED.contains(document) ? "once they are checked, " : "")
          + Step.TEMPLATES.prefix() + "-snippets.sh puts them on storage " + id
          + ", and the scripts that make the guests name them");
    }
    if (uploaded) {
      return procedure.needs("nothing yet: the module for bpg uploads it to storage " + id
          + " in step " + Step.GUESTS.number());
    }
    if (terraform) {
      // The script tells how to look, and the way back.
      return procedure.needs(where(id) + (withBpg ? "; the module for bpg uploads it itself" : ""));
    }
    // All documents of a guest are named at once.
    return Procedure.repeatable()
        .checkBefore(check(contents.keySet().iterator().next()))
        .needs(where(id) + ", and the guest, not started yet")
        .checkAfter(
            Command.of("pvesm", "list", id).flag("--content", "snippets").text())
        .undo("take the snippets out of the settings of the guest, then delete the files: a guest"
            + " does not start without a snippet it names")
        .apply(Command.of("qm", "set", vm.vmid().toString())
            .flag("--cicustom", together(contents.keySet()))
            .text());
  }

  private String where(String id) {
    List<String> nodes = documents.snippetNodes(vm);
    return "storage " + id + ", where " + Step.TEMPLATES.prefix() + "-snippets.sh of "
        + (nodes.size() > 1 ? "each of " : "") + String.join(", ", nodes) + " puts it";
  }

  // The same for all guests, so that the runbook says it once.
  private static String check(String document) {
    return "for file in cloud-init/*/" + document + "; do\n"
        + "  cloud-init schema --config-file \"$file\"\n"
        + "done";
  }

  private String together(Collection<String> names) {
    Map<String, Volume> all = new LinkedHashMap<>();
    documents.inheritedVendorData(vm).ifPresent(it -> all.put("vendor", it));
    names.forEach(it -> all.put(KEYS.get(it), documents.snippet(vm, it).orElseThrow()));
    all.putAll(settings.ownDocuments());
    return custom(all);
  }

  /** The value of {@code cicustom} for snippets by their keys. */
  static String custom(Map<String, Volume> snippets) {
    return Stream.of("user", "network", "meta", "vendor")
        .filter(snippets::containsKey)
        .map(key -> key + "=" + snippets.get(key))
        .collect(Collectors.joining(","));
  }
}
