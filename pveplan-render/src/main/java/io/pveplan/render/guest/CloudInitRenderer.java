package io.pveplan.render.guest;

import io.pveplan.model.PlanPath;
import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.guest.Vm;
import io.pveplan.render.Artifact;
import io.pveplan.render.Gap;
import io.pveplan.render.Renderer;
import io.pveplan.render.Rendering;
import io.pveplan.render.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Renders the cloud-init documents of each virtual machine and template that has cloud-init
 * settings: {@code cloud-init/<name>/user-data}, {@code network-config} and {@code meta-data}.
 * Guests of one name have their VMID behind it: {@code web_200}.
 *
 * <p>For most guests they are snippets that replace what Proxmox VE writes by itself. Not so for a
 * template, whose clones would take its snippets over, name and instance ID included, nor for a
 * guest of a Terraform module. Both keep user, keys and addresses as settings; their documents are
 * there to read, and a further one, {@code vendor-data}, is a snippet with the packages, for which
 * there is no setting.
 *
 * <p>A guest with a card that has no MAC address is a gap: network-config could not tell its cards
 * apart.
 *
 * @since 0.1
 */
public final class CloudInitRenderer implements Renderer {

  /** A renderer without settings. */
  public CloudInitRenderer() {}

  @Override
  public String id() {
    return "cloud-init";
  }

  @Override
  public Rendering render(ResolvedPlan plan) {
    CloudInitDocuments documents = CloudInitDocuments.of(plan);
    List<Artifact> artifacts = new ArrayList<>();
    List<Gap> gaps = new ArrayList<>();
    for (Vm vm : plan.vms()) {
      if (vm.cloudInit().isEmpty()) {
        continue;
      }
      Optional<PlanPath> unknown = cardWithoutMac(vm);
      if (unknown.isPresent()) {
        gaps.add(Gap.of(
            unknown.get(),
            Step.TEMPLATES,
            "network-config finds a card by its MAC address, and this one has none: VMIDs above"
                + " 524287 have no room in one. Give it a MAC address."));
      } else {
        artifacts.addAll(new Snippets(plan, vm, documents).artifacts());
      }
    }
    return new Rendering(artifacts, gaps);
  }

  static Optional<PlanPath> cardWithoutMac(Vm vm) {
    for (int number = 0; number < vm.nics().size(); number++) {
      if (vm.nics().get(number).mac().isEmpty()) {
        return Optional.of(vm.path().child("net" + number));
      }
    }
    return Optional.empty();
  }
}
