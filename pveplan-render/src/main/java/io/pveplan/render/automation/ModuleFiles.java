package io.pveplan.render.automation;

import io.pveplan.model.PlanPath;
import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.automation.Terraform;
import io.pveplan.model.guest.Guest;
import io.pveplan.model.hardware.Node;
import io.pveplan.render.Artifact;
import io.pveplan.render.FileMode;
import io.pveplan.render.Procedure;
import io.pveplan.render.Step;
import io.pveplan.render.Target;
import io.pveplan.render.text.HclBlock;
import io.pveplan.render.text.HclBody;
import io.pveplan.render.text.HclFile;
import io.pveplan.render.text.HclReference;
import io.pveplan.render.text.HclValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The files of one root module, and what is the same in both. */
final class ModuleFiles {

  // The first that moves a resource to another type, as provider upgrades ask for.
  static final String TERRAFORM = ">= 1.8.0";
  static final String TAKEN_OVER =
      "What is there already is taken over. Remove a block whose object is missing.";

  static final String MADE_AS_SHOWN = ", and a certificate of the API that Terraform trusts:"
      + " docs/terraform.md of pveplan has the commands for both";

  private static final int API_PORT = 8006;

  private final String folder;
  private final Procedure procedure;
  private final List<Artifact> artifacts = new ArrayList<>();

  /**
   * No files yet.
   *
   * @param needs what the provider needs of its user
   */
  ModuleFiles(String folder, ResolvedPlan plan, List<PlannedVm> guests, List<String> needs) {
    this.folder = folder;
    this.procedure = procedure(folder, guests, needs(plan, guests, needs));
  }

  List<Artifact> artifacts() {
    return List.copyOf(artifacts);
  }

  ModuleFiles add(String name, HclFile file) {
    return add(name, file.text(), List.of());
  }

  ModuleFiles add(String name, HclBody body, List<PlanPath> covers) {
    return add(name, body.text(), covers);
  }

  ModuleFiles add(String name, String text, List<PlanPath> covers) {
    // Not by one step after the other: each looks through the whole text.
    artifacts.add(new Artifact(
        Target.workstation(),
        folder + "/" + name,
        Optional.empty(),
        text,
        FileMode.FILE,
        Optional.of(Step.GUESTS),
        false,
        covers,
        procedure,
        List.of(),
        ""));
    return this;
  }

  ModuleFiles add(String name, HclBody body) {
    return add(name, body, List.of());
  }

  /** Adds the maps of the fleets, if there are any. */
  ModuleFiles addFleets(FleetResources resources, List<PlanPath> covers) {
    resources
        .tables()
        .ifPresent(tables -> add(
            "fleets.tf",
            HclBody.empty().comment("What differs from guest to guest.").block(tables),
            covers));
    return this;
  }

  static HclBody versions(String source, String version) {
    HclValue provider = HclValue.object().with("source", source).with("version", version);
    return HclBody.empty()
        .comment(
            "Keep .terraform.lock.hcl, which terraform init writes, in version control: it pins"
                + " the provider.")
        .comment(
            "Keep the state in a remote backend that few may read: it holds what the guests are"
                + " made with.")
        .block(HclBlock.of("terraform")
            .set("required_version", TERRAFORM)
            .block(HclBlock.of("required_providers").set("proxmox", provider)));
  }

  static HclBlock variable(String name, String type, String description) {
    return HclBlock.of("variable", name)
        .set("description", description)
        .set("type", HclValue.reference(type));
  }

  static HclBlock secret(String name, String description) {
    return variable(name, "string", description + " Set it as TF_VAR_" + name + ".")
        .set("sensitive", true);
  }

  private static String needs(ResolvedPlan plan, List<PlannedVm> guests, List<String> provider) {
    List<String> needs = new ArrayList<>();
    needs.add("Terraform " + TERRAFORM + " or OpenTofu as new");
    needs.addAll(provider);
    if (guests.stream().anyMatch(it -> it.template().isPresent())) {
      needs.add("the templates");
    }
    if (plan.plan().terraform().map(it -> it.providers().size()).orElse(0) > 1) {
      needs.add(
          "that you use this module or the other provider's, never both: they make the same guests");
    }
    return String.join("; ", needs);
  }

  private static Procedure procedure(String folder, List<PlannedVm> guests, String needs) {
    String terraform = "terraform -chdir=" + folder + " ";
    // Each clone waits for the lock of its template, and Terraform starts ten at a time.
    long clones = guests.stream().filter(it -> it.template().isPresent()).count();
    String slowly = clones > 2 ? " -parallelism=2" : "";
    return Procedure.repeatable()
        .needs(needs)
        .checkBefore(terraform + "init\n" + terraform + "validate\n" + terraform + "plan")
        .apply(terraform + "apply" + slowly)
        .checkAfter(terraform + "plan -detailed-exitcode")
        .undo(terraform + "destroy, which deletes the guests with their disks");
  }

  /** The API as {@code https://host:8006}: what the plan names, or the first node. */
  static String api(ResolvedPlan plan) {
    String host = plan.plan()
        .terraform()
        .flatMap(Terraform::apiHost)
        .orElseGet(() -> address(plan, plan.nodes().get(0)));
    return "https://" + (host.indexOf(':') < 0 ? host : "[" + host + "]") + ":" + API_PORT;
  }

  static boolean imports(ResolvedPlan plan) {
    return plan.plan().terraform().filter(Terraform::importBlocks).isPresent();
  }

  /** Takes over a guest by the node it is planned on. */
  static HclBlock imported(HclReference to, Guest guest, String between) {
    return HclBlock.of("import")
        .set("to", to)
        .set("id", guest.node().orElseThrow() + between + guest.vmid());
  }

  private static String address(ResolvedPlan plan, Node node) {
    return plan.topology()
        .nameAddress(node.name())
        .map(it -> it.address().toString())
        .orElse(node.name());
  }

  /** Labels of the guests that are in no fleet. */
  static List<String> alone(List<PlannedVm> guests) {
    return guests.stream()
        .filter(it -> it.fleet().isEmpty())
        .map(PlannedVm::label)
        .toList();
  }
}
