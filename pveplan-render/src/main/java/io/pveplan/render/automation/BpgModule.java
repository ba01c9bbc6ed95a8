package io.pveplan.render.automation;

import io.pveplan.model.PlanPath;
import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.guest.Vm;
import io.pveplan.model.guest.Vmid;
import io.pveplan.model.guest.Volume;
import io.pveplan.model.hardware.Node;
import io.pveplan.model.network.HostAddress;
import io.pveplan.render.Rendering;
import io.pveplan.render.guest.CloudInitDocuments;
import io.pveplan.render.text.HclBlock;
import io.pveplan.render.text.HclBody;
import io.pveplan.render.text.HclFile;
import io.pveplan.render.text.HclValue;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The root module for bpg/proxmox.
 *
 * <p>SSH is used for one thing: Proxmox VE's API takes no snippets, so the packages, files and
 * commands of a guest travel over it (provider docs/index.md, "When is SSH Required?").
 */
final class BpgModule {

  static final String FOLDER = "terraform/bpg/guests";

  static final String TOKEN = "an API token in TF_VAR_api_token" + ModuleFiles.MADE_AS_SHOWN;

  private static final String SOURCE = "bpg/proxmox";

  // About the bytes of a guest in an output.
  private static final int OUTPUT = 400;

  private static final GuestOutput VMS = new GuestOutput(
      "guests",
      "Name, VMID, node and addresses of each guest.",
      BpgVm.TYPE,
      List.of("name", "vm_id", "node_name", "ipv4_addresses", "ipv6_addresses"));

  private static final GuestOutput CONTAINERS = new GuestOutput(
      "containers",
      "VMID, node and addresses of each container.",
      BpgContainer.TYPE,
      List.of("vm_id", "node_name", "ipv4", "ipv6"));

  private final ResolvedPlan plan;
  private final CloudInitDocuments documents;
  private final FleetResources resources;

  /** For its files about the provider alone. */
  BpgModule(ResolvedPlan plan) {
    this(plan, 0);
  }

  /**
   * A module without files yet.
   *
   * @param guests how many it makes
   */
  BpgModule(ResolvedPlan plan, int guests) {
    this.plan = plan;
    this.documents = CloudInitDocuments.of(plan);
    this.resources = new FleetResources(
        Map.of(BpgSnippet.TYPE, "vendor_data", BpgVm.TYPE, "vms", BpgContainer.TYPE, "containers"),
        guests);
  }

  Rendering render(List<PlannedVm> guests, List<PlannedContainer> containers) {
    if (guests.isEmpty() && containers.isEmpty()) {
      return Rendering.nothing();
    }
    // By identity: the hash of a guest is one of all that it has.
    Map<PlannedVm, BpgSnippet> snippets = new IdentityHashMap<>();
    for (PlannedVm guest : guests) {
      if (guest.vm().cloudInit().isPresent()) {
        documents
            .vendorData(guest.vm())
            .flatMap(text -> BpgSnippet.of(plan, guest, text, documents))
            .ifPresent(it -> snippets.put(guest, it));
      }
    }
    collect(guests, snippets, containers);
    boolean ssh = !snippets.isEmpty();
    List<String> needs =
        ssh ? List.of(TOKEN, "an SSH agent with a key for the nodes") : List.of(TOKEN);
    List<PlanPath> covers = Stream.concat(
            guests.stream().map(PlannedVm::path),
            containers.stream().map(it -> it.container().path()))
        .toList();
    ModuleFiles files = new ModuleFiles(FOLDER, plan, guests, needs)
        .add("versions.tf", versions())
        .add("providers.tf", provider(ssh))
        .add("variables.tf", variables(ssh))
        .add("guests.tf", resources.resources(), covers)
        .addFleets(resources, covers)
        .add("outputs.tf", outputs(guests, containers));
    if (ModuleFiles.imports(plan)) {
      files = files.add("imports.tf", imports(guests, containers));
    }
    files = files.add("terraform.tfvars.example", example(ssh, List.of()));
    return Rendering.of(files.artifacts());
  }

  HclBody versions() {
    return ModuleFiles.versions(SOURCE, BpgTypes.of(plan).constraint());
  }

  HclBody provider(boolean ssh) {
    HclBlock provider = HclBlock.of("provider", "proxmox")
        .set("endpoint", HclValue.reference("var", "endpoint"))
        .set("api_token", HclValue.reference("var", "api_token"))
        .set("insecure", HclValue.reference("var", "insecure"));
    return HclBody.empty().block(ssh ? provider.block(ssh()) : provider);
  }

  // Without these the provider takes the first interface with a gateway that the API lists.
  private HclBlock ssh() {
    HclBlock ssh = HclBlock.of("ssh")
        .set("agent", true)
        .set("username", HclValue.reference("var", "ssh_username"));
    for (Node node : plan.nodes()) {
      Optional<HostAddress> address = plan.topology().nameAddress(node.name());
      if (address.isPresent()) {
        ssh = ssh.block(HclBlock.of("node")
            .set("name", node.name())
            .set("address", address.get().address().toString()));
      }
    }
    return ssh;
  }

  HclBody variables(boolean ssh) {
    HclBody variables = HclBody.empty()
        .block(ModuleFiles.variable("endpoint", "string", "The API of a node, without /api2/json.")
            .set("default", endpoint()))
        .block(ModuleFiles.secret("api_token", "API token as USER@REALM!NAME=SECRET."))
        .block(ModuleFiles.variable(
                "insecure", "bool", "Whether to accept a certificate nobody vouches for.")
            .set("default", false));
    if (!ssh) {
      return variables;
    }
    return variables.block(ModuleFiles.variable(
            "ssh_username",
            "string",
            "User on the nodes; other than root it needs sudo without a password.")
        .set("default", "root"));
  }

  HclBody example(boolean ssh, List<HclBlock> secrets) {
    String more =
        secrets.stream().map(it -> ", TF_VAR_" + it.labels().get(0)).collect(Collectors.joining());
    HclBody example = HclBody.empty()
        .comment("Copy to terraform.tfvars and change what differs. Secrets stay out of both: set"
            + " TF_VAR_api_token" + more + ".")
        .set("endpoint", endpoint())
        .set("insecure", false);
    return ssh ? example.set("ssh_username", "root") : example;
  }

  private String endpoint() {
    return ModuleFiles.api(plan) + "/";
  }

  private void collect(
      List<PlannedVm> guests,
      Map<PlannedVm, BpgSnippet> snippets,
      List<PlannedContainer> containers) {
    BpgSettings settings = BpgSettings.of(plan);
    Map<Vmid, PlannedVm> origins = origins(guests);
    for (PlannedVm guest : guests) {
      Optional<BpgSnippet> snippet = Optional.ofNullable(snippets.get(guest));
      snippet.ifPresent(it -> add(guest, it));
      Optional<PlannedVm> template = guest.template().map(it -> origins.get(it.vmid()));
      new BpgVm(settings, guest, template, snippet, inherited(guest.vm()))
          .write(resources.add(BpgVm.TYPE, guest.fleet(), guest.label()));
    }
    for (PlannedContainer container : containers) {
      new BpgContainer(container, settings.version())
          .write(resources.add(BpgContainer.TYPE, container.fleet(), container.label()));
    }
  }

  // The provider leaves a clone the documents of its template, or writes all of cicustom
  // (proxmox/nodes/vms/custom_cloud_init.go).
  private Optional<Volume> inherited(Vm vm) {
    return vm.clone().isPresent()
            && vm.cloudInit().filter(it -> !it.ownDocuments().isEmpty()).isPresent()
        ? documents.inheritedVendorData(vm)
        : Optional.empty();
  }

  /** What others are cloned from. */
  private static Map<Vmid, PlannedVm> origins(List<PlannedVm> guests) {
    Set<Vmid> wanted = new HashSet<>();
    guests.forEach(guest -> guest.template().ifPresent(it -> wanted.add(it.vmid())));
    Map<Vmid, PlannedVm> origins = new HashMap<>();
    for (PlannedVm guest : guests) {
      if (wanted.contains(guest.vm().vmid())) {
        origins.put(guest.vm().vmid(), guest);
      }
    }
    return origins;
  }

  private void add(PlannedVm guest, BpgSnippet snippet) {
    if (guest.fleet().isPresent()) {
      snippet
          .rows()
          .forEach((key, file) -> resources.add(BpgSnippet.TYPE, guest.fleet(), key, file));
    } else {
      resources.add(BpgSnippet.TYPE, guest.fleet(), guest.label(), snippet.resource());
    }
  }

  // Not of snippets: the provider does not read their text, and writes over a file that is there.
  private HclBody imports(List<PlannedVm> guests, List<PlannedContainer> containers) {
    HclBody body = HclBody.empty().comment(ModuleFiles.TAKEN_OVER);
    for (PlannedVm guest : guests) {
      body = body.block(ModuleFiles.imported(
          FleetResources.address(BpgVm.TYPE, guest.fleet(), guest.label()), guest.vm(), "/"));
    }
    for (PlannedContainer container : containers) {
      body = body.block(ModuleFiles.imported(
          FleetResources.address(BpgContainer.TYPE, container.fleet(), container.label()),
          container.container(),
          "/"));
    }
    return body;
  }

  private HclFile outputs(List<PlannedVm> guests, List<PlannedContainer> containers) {
    HclFile outputs = new HclFile(OUTPUT * (1 + guests.size() + containers.size()));
    if (!guests.isEmpty()) {
      VMS.write(outputs, ModuleFiles.alone(guests), resources);
    }
    if (!containers.isEmpty()) {
      List<String> alone = containers.stream()
          .filter(it -> it.fleet().isEmpty())
          .map(PlannedContainer::label)
          .toList();
      CONTAINERS.write(outputs, alone, resources);
    }
    return outputs;
  }
}
