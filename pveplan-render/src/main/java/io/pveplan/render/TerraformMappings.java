package io.pveplan.render;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.hardware.DeviceKind;
import io.pveplan.model.hardware.DeviceMapping;
import java.util.Optional;

/** The mappings of devices that bpg/proxmox can make (provider fwprovider/cluster/hardwaremapping). */
final class TerraformMappings {

  private final ResolvedPlan plan;
  private final TerraformShare share;

  TerraformMappings(ResolvedPlan plan, TerraformShare share) {
    this.plan = plan;
    this.share = share;
  }

  void add() {
    for (DeviceMapping mapping : plan.plan().deviceMappings()) {
      refusal(mapping)
          .ifPresentOrElse(
              reason ->
                  share.refuse(mapping.path(), Step.TEMPLATES, TerraformShare.CLUSTER, reason),
              () -> share.take(mapping.path(), Step.TEMPLATES));
    }
  }

  private static Optional<String> refusal(DeviceMapping mapping) {
    if (mapping.liveMigration()) {
      return Optional.of(
          "the provider has no argument for devices that can be moved with a running guest");
    }
    boolean several = mapping.deviceKind() == DeviceKind.PCI
        && mapping.devices().stream()
            .anyMatch(it -> it.path().filter(path -> path.contains(";")).isPresent());
    if (several) {
      return Optional.of("the provider takes one PCI device for each entry");
    }
    String forbidden = mapping.deviceKind() == DeviceKind.DIRECTORY ? "" : "[,=]";
    return mapping
        .description()
        .filter(text -> !text.equals(text.strip())
            || text.isEmpty()
            || !forbidden.isEmpty() && !text.equals(text.replaceAll(forbidden, "")))
        .map(
            text -> "the provider takes no comma and no equals sign in a description, nor blanks at"
                + " its ends");
  }
}
