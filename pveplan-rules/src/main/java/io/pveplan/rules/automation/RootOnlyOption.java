package io.pveplan.rules.automation;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.automation.Terraform;
import io.pveplan.model.guest.Container;
import io.pveplan.model.guest.ContainerFeatures;
import io.pveplan.model.guest.Guest;
import io.pveplan.model.guest.Vm;
import io.pveplan.rules.Findings;
import io.pveplan.rules.Rule;
import io.pveplan.rules.RuleInfo;
import io.pveplan.rules.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reports guests that Terraform makes with what Proxmox VE lets nobody but root@pam set. */
@RuleInfo(
    id = "TF-002",
    severity = Severity.ERROR,
    summary = "Terraform makes a guest with an option that only root@pam may set",
    why = """
        The modules log in with an API token, and a token is never root@pam, not even one that \
        belongs to it. Proxmox VE refuses the whole guest.""",
    remedy = "Map the device and use the mapping, use a volume instead of a directory of the node,"
        + " leave out the feature, or have a script make the guest.",
    sources = {
      "qemu-server: src/PVE/API2/Qemu.pm, check_vm_modify_config_perm (\"only root can set\")",
      "pve-container: src/PVE/LXC.pm, check_ct_modify_config_perm",
      "bpg/terraform-provider-proxmox: docs/index.md, API Token Authentication"
    },
    since = "0.1")
final class RootOnlyOption implements Rule {

  @Override
  public void check(ResolvedPlan plan, Findings findings) {
    Optional<Terraform> terraform = plan.plan().terraform();
    if (terraform.isEmpty()) {
      return;
    }
    for (Guest guest : plan.guests()) {
      if (!terraform.get().makes(guest)) {
        continue;
      }
      findings.looksAt(guest.path());
      List<String> options = guest instanceof Vm vm ? options(vm) : options((Container) guest);
      if (!options.isEmpty()) {
        findings
            .on(guest.path())
            .says(
                "Terraform makes guest %s with %s, which an API token may not set",
                guest.vmid(), String.join(", ", options))
            .because("options", options)
            .declaredAt(guest.declaredAt());
      }
    }
  }

  private static List<String> options(Vm vm) {
    return vm.devices().stream()
        .flatMap(device -> device.host().stream())
        .map(host -> "device " + host)
        .toList();
  }

  private static List<String> options(Container container) {
    List<String> options = new ArrayList<>();
    container.features().ifPresent(features -> add(options, features, container.unprivileged()));
    container.devices().forEach(device -> options.add("device " + device.path()));
    container
        .mountPoints()
        .forEach(point -> point.source().ifPresent(source -> options.add("directory " + source)));
    return options;
  }

  // Nesting is allowed where the container is unprivileged and has no other feature.
  private static void add(List<String> options, ContainerFeatures features, boolean unprivileged) {
    boolean others = features.keyctl() || features.fuse() || !features.mount().isEmpty();
    if (features.nesting() && (others || !unprivileged)) {
      options.add("feature nesting");
    }
    if (features.keyctl()) {
      options.add("feature keyctl");
    }
    if (features.fuse()) {
      options.add("feature fuse");
    }
    if (!features.mount().isEmpty()) {
      options.add("feature mount");
    }
  }
}
