package io.pveplan.rules.automation;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.guest.Container;
import io.pveplan.model.guest.ContainerFeatures;
import io.pveplan.model.guest.Guest;
import io.pveplan.rules.Findings;
import io.pveplan.rules.Rule;
import io.pveplan.rules.RuleInfo;
import io.pveplan.rules.Severity;
import java.util.ArrayList;
import java.util.List;

/**
 * Reports containers that Terraform makes with what Proxmox VE lets nobody but root@pam set. A
 * machine with a device that is not mapped is left to the scripts, which root runs.
 */
@RuleInfo(
    id = "TF-002",
    severity = Severity.ERROR,
    summary = "Terraform makes a container with an option that only root@pam may set",
    why = """
        The modules log in with an API token, and a token is never root@pam, not even one that \
        belongs to it. Proxmox VE refuses the whole container.""",
    remedy =
        "Use a volume instead of a directory of the node, leave out the feature or the device, or"
            + " have a script make the guest.",
    sources = {
      "pve-container: src/PVE/LXC.pm, check_ct_modify_config_perm",
      "bpg/terraform-provider-proxmox: docs/index.md, API Token Authentication"
    },
    since = "0.1")
final class RootOnlyOption implements Rule {

  @Override
  public void check(ResolvedPlan plan, Findings findings) {
    for (Guest guest : plan.guests()) {
      if (guest instanceof Container container && plan.terraformGuests().makes(container)) {
        findings.looksAt(container.path());
        check(container, findings);
      }
    }
  }

  private static void check(Container container, Findings findings) {
    List<String> options = options(container);
    if (!options.isEmpty()) {
      findings
          .on(container.path())
          .says(
              "Terraform makes guest %s with %s, which an API token may not set",
              container.vmid(), String.join(", ", options))
          .because("options", options)
          .declaredAt(container.declaredAt());
    }
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
