package io.pveplan.render.guest;

import io.pveplan.model.PlanPath;
import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.guest.CloudInit;
import io.pveplan.model.guest.HiddenSettings;
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
 * settings: {@code cloud-init/101-web01/user-data}, {@code network-config} and {@code meta-data},
 * in a folder named by VMID and name, whatever other guests there are.
 *
 * <p>For most guests they are snippets that replace what Proxmox VE writes by itself. Not so for a
 * template, whose clones would take its snippets over, name and instance ID included, nor for a
 * guest of a Terraform module. Both keep user, keys and addresses as settings; their documents are
 * there to read, and a further one, {@code vendor-data}, is a snippet with packages, files and
 * commands, for which there are no settings. Further users are a gap of a template, and no
 * module of Terraform has a guest with some.
 *
 * <p>Windows keeps all of it as settings, and has no documents here: cloudbase-init reads addresses in
 * another form, and no vendor-data.
 *
 * <p>Documents of the planner's own stay his: none is written in their place, and what the plan says
 * beside one that replaces it is a gap.
 *
 * <p>Of a guest with a card that has no MAC address no network-config is written, which could not tell
 * its cards apart, and no meta-data. Where they would be snippets, that is a gap. So is a document with
 * more than 1 MiB, which Proxmox VE does not read.
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
      Snippets snippets = new Snippets(plan, vm, documents);
      List<Artifact> written = snippets.artifacts();
      artifacts.addAll(written);
      gaps.addAll(snippets.tooLarge(written));
      unknownCard(plan, vm).ifPresent(gaps::add);
      withoutStorage(plan, vm).ifPresent(gaps::add);
      ownDocuments(plan, vm, written).forEach(gaps::add);
      if (vm.forWindows()) {
        windows(vm).ifPresent(gaps::add);
      } else if (vm.template() && !ScriptedGuests.madeByTerraform(plan, vm)) {
        vm.cloudInit()
            .get()
            .accounts()
            .forEach(it -> gaps.add(Gap.of(
                vm.path().child("cloud-init").child(it.name()),
                Step.TEMPLATES,
                "Left out: a template has settings, which know one user, and the list of users that"
                    + " Proxmox VE writes to user-data replaces one in vendor-data. Give further"
                    + " users to the clones.")));
      }
    }
    return new Rendering(artifacts, gaps);
  }

  // A guest that is there stays as it is, so that a later run does not make up for it.
  private static Optional<Gap> withoutStorage(ResolvedPlan plan, Vm vm) {
    List<String> lost = HiddenSettings.onlyInDocuments(plan, vm);
    boolean written = plan.contents().writtenDocumentsOf(vm).contains(vm)
        && ScriptedGuests.of(plan).makes(vm);
    return written && !lost.isEmpty() && plan.contents().snippetStorage(vm).isEmpty()
        ? Optional.of(Gap.of(
            vm.path().child("cloud-init"),
            vm.template() ? Step.TEMPLATES : Step.GUESTS,
            "Left out: the script makes " + vm.name() + " without " + String.join(", ", lost)
                + ", since no storage for snippets is there on all of "
                + String.join(", ", plan.contents().documentNodes(vm))
                + ". Give the plan one before the script runs: it leaves a guest that is there as it"
                + " is."))
        : Optional.empty();
  }

  private static Optional<Gap> unknownCard(ResolvedPlan plan, Vm vm) {
    if (HiddenSettings.usesSettings(plan, vm)
        || vm.cloudInit().orElseThrow().networkConfig().isPresent()) {
      return Optional.empty();
    }
    String why =
        "network-config finds a card by its MAC address, and this one has none: VMIDs above"
            + " 524287 have no room in one. ";
    boolean made = ScriptedGuests.of(plan).makes(vm);
    return cardWithoutMac(vm)
        .map(card -> made
            ? Gap.settled(
                card,
                Step.TEMPLATES,
                "Not written: " + why
                    + "Proxmox VE makes it of the settings that the script gives the guest.")
            : Gap.of(card, Step.TEMPLATES, why + "Give it a MAC address."));
  }

  private static Optional<Gap> windows(Vm vm) {
    CloudInit settings = vm.cloudInit().orElseThrow();
    return settings.beyondSettings() || !settings.accounts().isEmpty()
        ? Optional.of(Gap.of(
            vm.path().child("cloud-init"),
            vm.template() ? Step.TEMPLATES : Step.GUESTS,
            "Left out: Windows is set up by cloudbase-init, which takes name, login, keys and addresses"
                + " from the settings of the guest and reads nothing that packages, files, commands and"
                + " further users could be in."))
        : Optional.empty();
  }

  private static List<Gap> ownDocuments(ResolvedPlan plan, Vm vm, List<Artifact> written) {
    CloudInit settings = vm.cloudInit().orElseThrow();
    PlanPath at = vm.path().child("cloud-init");
    Step step = vm.template() ? Step.TEMPLATES : Step.GUESTS;
    List<Gap> gaps = new ArrayList<>();
    HiddenSettings.of(plan, vm)
        .forEach((part, fields) -> gaps.add(Gap.settled(
            at.child(part),
            step,
            "Not written: " + settings.ownDocuments().get(part) + " takes the place of "
                + String.join(", ", fields) + ".")));
    boolean told = ScriptedGuests.madeByTerraform(plan, vm)
        || ScriptedGuests.of(plan).makes(vm)
        || written.stream().anyMatch(it -> it.procedure().apply().isPresent());
    if (!settings.ownDocuments().isEmpty() && !told) {
      gaps.add(Gap.of(
          at,
          step,
          "Once guest " + vm.vmid()
              + " is there, qm set gives it its documents; the value of cicustom" + " is "
              + Snippets.custom(plan.contents().ownDocuments(vm)) + "."));
    }
    return gaps;
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
