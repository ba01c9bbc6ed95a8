package io.pveplan.render.automation;

import io.pveplan.model.PlanPath;
import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.guest.Volume;
import io.pveplan.render.Rendering;
import io.pveplan.render.guest.CloudInitDocuments;
import io.pveplan.render.text.HclBlock;
import io.pveplan.render.text.HclBody;
import io.pveplan.render.text.HclFile;
import io.pveplan.render.text.HclValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The root module for Telmate/proxmox: guests, which is all that the provider knows. */
final class TelmateModule {

  static final String FOLDER = "terraform/telmate";

  private static final String SOURCE = "Telmate/proxmox";

  // There is no final release of 3.x, and no range ever selects a candidate.
  private static final String VERSION = "3.0.2-rc09";

  private static final String TOKEN =
      "an API token in TF_VAR_api_token_id and TF_VAR_api_token_secret" + ModuleFiles.MADE_AS_SHOWN;

  private static final GuestOutput OUTPUT = new GuestOutput(
      "guests",
      "Name, VMID, node and addresses of each guest.",
      TelmateVm.TYPE,
      List.of("name", "vmid", "current_node", "default_ipv4_address", "default_ipv6_address"));

  private final ResolvedPlan plan;
  private final CloudInitDocuments documents;

  TelmateModule(ResolvedPlan plan) {
    this.plan = plan;
    this.documents = CloudInitDocuments.of(plan);
  }

  Rendering render(List<PlannedVm> guests) {
    if (guests.isEmpty()) {
      return Rendering.nothing();
    }
    FleetResources resources = new FleetResources(Map.of(TelmateVm.TYPE, "vms"), guests.size());
    boolean snippets = false;
    for (PlannedVm guest : guests) {
      Optional<Volume> snippet = guest
          .cloudInitOwner()
          .filter(it -> documents.vendorData(it).isPresent())
          .flatMap(it -> documents.snippet(it, "vendor-data"))
          .or(() -> documents.inheritedVendorData(guest.vm()));
      new TelmateVm(guest, snippet)
          .write(resources.add(TelmateVm.TYPE, guest.fleet(), guest.label()));
      snippets |= snippet.isPresent();
    }
    HclFile outputs = new HclFile();
    OUTPUT.write(outputs, ModuleFiles.alone(guests), resources);
    List<String> needs = snippets ? List.of(TOKEN, "the snippets vendor-data") : List.of(TOKEN);
    List<PlanPath> covers = guests.stream().map(PlannedVm::path).toList();
    ModuleFiles files = new ModuleFiles(FOLDER, plan, guests, needs)
        .add("versions.tf", ModuleFiles.versions(SOURCE, VERSION))
        .add("providers.tf", provider())
        .add("variables.tf", variables())
        .add("guests.tf", resources.resources(), covers)
        .addFleets(resources, covers)
        .add("outputs.tf", outputs)
        .add("terraform.tfvars.example", example());
    if (ModuleFiles.imports(plan)) {
      HclBody imports = HclBody.empty().comment(ModuleFiles.TAKEN_OVER);
      for (PlannedVm guest : guests) {
        imports = imports.block(ModuleFiles.imported(
            FleetResources.address(TelmateVm.TYPE, guest.fleet(), guest.label()),
            guest.vm(),
            "/qemu/"));
      }
      files = files.add("imports.tf", imports);
    }
    return Rendering.of(files.artifacts());
  }

  private static HclBody provider() {
    return HclBody.empty()
        .block(HclBlock.of("provider", "proxmox")
            .set("pm_api_url", HclValue.reference("var", "api_url"))
            .set("pm_api_token_id", HclValue.reference("var", "api_token_id"))
            .set("pm_api_token_secret", HclValue.reference("var", "api_token_secret"))
            .set("pm_tls_insecure", HclValue.reference("var", "tls_insecure")));
  }

  private HclBody variables() {
    return HclBody.empty()
        .block(ModuleFiles.variable("api_url", "string", "The API of a node, with /api2/json.")
            .set("default", url()))
        .block(ModuleFiles.variable("api_token_id", "string", "API token as USER@REALM!NAME."))
        .block(ModuleFiles.secret("api_token_secret", "Secret of the API token."))
        .block(ModuleFiles.variable(
                "tls_insecure", "bool", "Whether to accept a certificate nobody vouches for.")
            .set("default", false));
  }

  private HclBody example() {
    return HclBody.empty()
        .comment("Copy to terraform.tfvars and change what differs. Secrets stay out of both: set"
            + " TF_VAR_api_token_secret.")
        .set("api_url", url())
        .set("api_token_id", "terraform@pve!provider")
        .set("tls_insecure", false);
  }

  private String url() {
    return ModuleFiles.api(plan) + "/api2/json";
  }
}
