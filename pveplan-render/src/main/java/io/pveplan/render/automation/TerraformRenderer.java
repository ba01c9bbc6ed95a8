package io.pveplan.render.automation;

import io.pveplan.model.PlanPath;
import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.automation.Terraform;
import io.pveplan.model.automation.TerraformProvider;
import io.pveplan.model.guest.Container;
import io.pveplan.model.guest.Guest;
import io.pveplan.model.guest.Vm;
import io.pveplan.model.guest.Vmid;
import io.pveplan.render.Gap;
import io.pveplan.render.Renderer;
import io.pveplan.render.Rendering;
import io.pveplan.render.Step;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Renders the guests of a plan, and parts of its cluster, as Terraform root modules: {@code terraform/bpg/guests} for the
 * provider bpg/proxmox, which is also the one for a plan that names none, and {@code
 * terraform/telmate} for Telmate/proxmox. OpenTofu reads the same files.
 *
 * <p>The guests of a profile are one resource with {@code for_each} over a map in {@code fleets.tf},
 * which has a row for each guest and in it what differs, blocks included: whatever a guest gets or
 * loses, its address and those of the others stay. All others are resources of their own, also where
 * several look alike: with {@code for_each} over those that happen to be equal, one that stops being
 * equal would get another address in the state, and Terraform would destroy it and make it again.
 *
 * <p>Containers that the plan names are made by bpg/proxmox; the module for Telmate has none.
 *
 * <p>Parts of the cluster that the plan wants Terraform to manage are in {@code
 * terraform/bpg/cluster} and {@code terraform/bpg/protection}; {@link
 * io.pveplan.render.TerraformShare} tells which, and scripts leave them out.
 *
 * <p>A guest is in a module with all the plan says of it, or not at all: what the provider can not
 * express is a gap, and keeps the guest out. Secrets are variables without a default.
 *
 * @since 0.1
 */
public final class TerraformRenderer implements Renderer {

  /** A renderer without settings. */
  public TerraformRenderer() {}

  @Override
  public String id() {
    return "terraform";
  }

  @Override
  public Rendering render(ResolvedPlan plan) {
    return plan.plan().terraform().map(it -> render(plan, it)).orElseGet(Rendering::nothing);
  }

  private static Rendering render(ResolvedPlan plan, Terraform terraform) {
    Labels labels = new Labels(plan.vms());
    Labels ofContainers = new Labels(containers(plan));
    Optional<WrittenMacs> macs =
        terraform.importBlocks() ? Optional.of(new WrittenMacs(plan)) : Optional.empty();
    List<PlannedVm> vms = new ArrayList<>();
    List<PlannedContainer> containers = new ArrayList<>();
    for (Guest guest : plan.guests()) {
      if (!terraform.makes(guest)) {
        continue;
      }
      if (guest instanceof Vm vm) {
        vms.add(PlannedVm.of(plan, macs.map(it -> it.of(vm)).orElse(vm), labels));
      } else if (guest instanceof Container container) {
        containers.add(PlannedContainer.of(
            plan, macs.map(it -> it.of(container)).orElse(container), ofContainers));
      }
    }
    Rendering rendering =
        terraform.manages().isEmpty() ? Rendering.nothing() : new BpgParts(plan).render();
    for (TerraformProvider provider : providers(terraform)) {
      rendering = rendering.and(
          provider == TerraformProvider.BPG
              ? new BpgModule(plan).render(vms, containers)
              : new TelmateModule(plan).render(vms).withGaps(notByTelmate(containers)));
    }
    return rendering.withGaps(dependants(plan, terraform, rendering));
  }

  /** What counts on guests that the plan gives to Terraform and that no module has. */
  private static List<Gap> dependants(ResolvedPlan plan, Terraform terraform, Rendering rendering) {
    Set<PlanPath> made = new HashSet<>();
    rendering.artifacts().forEach(file -> made.addAll(file.covers()));
    Map<Vmid, Guest> missing = new HashMap<>();
    for (Guest guest : plan.guests()) {
      if (terraform.makes(guest) && !made.contains(guest.path())) {
        missing.put(guest.vmid(), guest);
      }
    }
    List<Gap> gaps = new ArrayList<>();
    plan.plan().replicationJobs().stream()
        .filter(job -> missing.containsKey(job.guest()))
        .forEach(job -> gaps.add(missing(job.path(), Step.REPLICATION, job.guest())));
    plan.ha().resources().stream()
        .filter(each -> missing.containsKey(each.guest()))
        .forEach(each -> gaps.add(missing(each.path(), Step.HA, each.guest())));
    return gaps;
  }

  private static Gap missing(PlanPath at, Step step, Vmid guest) {
    return Gap.of(
        at,
        step,
        "Needs guest " + guest + ", which is in no module of Terraform and which no script makes:"
            + " name the guests of Terraform without it, and a script makes it.");
  }

  private static List<Container> containers(ResolvedPlan plan) {
    return plan.guests().stream()
        .filter(Container.class::isInstance)
        .map(Container.class::cast)
        .toList();
  }

  private static List<Gap> notByTelmate(List<PlannedContainer> containers) {
    return containers.stream()
        .map(it -> gap(
            it.container().path(),
            TelmateModule.FOLDER,
            "pveplan writes no containers for this provider"))
        .toList();
  }

  private static SortedSet<TerraformProvider> providers(Terraform terraform) {
    return terraform.providers().isEmpty()
        ? new TreeSet<>(Set.of(TerraformProvider.BPG))
        : terraform.providers();
  }

  static Gap gap(PlanPath at, String folder, String reason) {
    return Gap.of(at, Step.GUESTS, "Not in " + folder + ": " + reason + ".");
  }
}
