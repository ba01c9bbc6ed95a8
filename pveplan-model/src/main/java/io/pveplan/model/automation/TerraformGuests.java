package io.pveplan.model.automation;

import io.pveplan.model.ClusterPlan;
import io.pveplan.model.guest.Clone;
import io.pveplan.model.guest.Container;
import io.pveplan.model.guest.Contents;
import io.pveplan.model.guest.Guest;
import io.pveplan.model.guest.Placement;
import io.pveplan.model.guest.Vm;
import io.pveplan.model.guest.Vmid;
import io.pveplan.model.guest.WholeVm;
import io.pveplan.model.storage.StorageReach;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Which guests Terraform makes: those that the plan gives it ({@link Terraform#wants}), less those
 * that a provider can not express. Scripts make all others.
 *
 * <pre>{@code
 * plan.terraformGuests().makes(web);      // false
 * plan.terraformGuests().refusals(web);   // telmate: the provider takes at most 4 sockets ..
 * }</pre>
 *
 * <p>Where a plan names both providers, their modules are two ways to make the same guests, of which
 * one is used: a guest that one of them can not express is in neither.
 *
 * <p>A template that a script makes comes before Terraform is applied. So what it is cloned from is
 * made by scripts, too.
 *
 * @since 0.1
 */
public final class TerraformGuests {

  private static final String NO_STORAGE = "packages, files and commands travel as a snippet, and"
      + " the plan has no storage for snippets that all nodes have on which the guest may run";

  private final Map<Vmid, Guest> wanted = new LinkedHashMap<>();
  private final Map<Vmid, List<TerraformRefusal>> refused = new LinkedHashMap<>();
  private final SortedSet<TerraformProvider> providers = new TreeSet<>();

  private TerraformGuests() {}

  /**
   * The guests of a plan that Terraform makes.
   *
   * @param plan a plan with its defaults filled in, as the resolved one is
   * @param placement of that plan
   * @param reach of that plan
   */
  public static TerraformGuests of(ClusterPlan plan, Placement placement, StorageReach reach) {
    TerraformGuests guests = new TerraformGuests();
    plan.terraform().ifPresent(terraform -> guests.decide(terraform, plan, placement, reach));
    return guests;
  }

  /**
   * Whether Terraform makes a guest.
   *
   * @param guest a guest of the plan
   */
  public boolean makes(Guest guest) {
    return wanted.containsKey(guest.vmid()) && !refused.containsKey(guest.vmid());
  }

  /** Whether a provider can express all guests that the plan gives Terraform. */
  public boolean refusesNone() {
    return refused.isEmpty();
  }

  /**
   * Why Terraform does not make a guest that the plan gives it; nothing for any other.
   *
   * @param guest a guest of the plan
   */
  public List<TerraformRefusal> refusals(Guest guest) {
    return Collections.unmodifiableList(refused.getOrDefault(guest.vmid(), List.of()));
  }

  private void decide(
      Terraform terraform, ClusterPlan plan, Placement placement, StorageReach reach) {
    for (TerraformProvider provider : TerraformProvider.values()) {
      if (terraform.writesFor(provider)) {
        providers.add(provider);
      }
    }
    plan.guests().stream()
        .filter(terraform::wants)
        .forEach(guest -> wanted.put(guest.vmid(), guest));
    List<WholeVm> vms = new ArrayList<>();
    for (Guest guest : wanted.values()) {
      if (guest instanceof Vm vm) {
        WholeVm whole = WholeVm.of(placement, vm);
        vms.add(whole);
        providers.forEach(
            provider -> VmLimits.of(provider, whole, terraform, reach, placement, this::refuse));
      } else if (guest instanceof Container container) {
        providers.forEach(
            provider -> ContainerLimits.of(provider, container, terraform, this::refuse));
      }
    }
    refuseOrigins(plan);
    refuseWithoutSnippets(vms, plan, placement, reach);
  }

  // Which documents a guest has depends on who makes it, and so does where its snippets lie.
  private void refuseWithoutSnippets(
      List<WholeVm> vms, ClusterPlan plan, Placement placement, StorageReach reach) {
    List<WholeVm> left = new ArrayList<>(vms);
    left.removeIf(whole -> whole.cloudInit().filter(it -> it.beyondSettings()).isEmpty());
    Set<Vmid> found = new HashSet<>();
    do {
      left.removeIf(whole -> !makes(whole.vm()));
      found.clear();
      if (!left.isEmpty()) {
        Contents contents = Contents.of(plan, placement, reach, this::makes);
        for (WholeVm whole : left) {
          for (TerraformProvider provider : providers) {
            if (lacksSnippets(provider, whole, contents)) {
              found.add(whole.vm().vmid());
              refuse(new TerraformRefusal(
                  whole.vm().vmid(), provider, whole.vm().path().child("cloud-init"), NO_STORAGE));
            }
          }
        }
        refuseOrigins(plan);
      }
    } while (!found.isEmpty());
  }

  // Telmate says all settings of a clone anew, those that its template brings as well.
  private static boolean lacksSnippets(
      TerraformProvider provider, WholeVm whole, Contents contents) {
    Optional<Vm> owner =
        provider == TerraformProvider.TELMATE ? whole.cloudInitOwner() : Optional.of(whole.vm());
    return owner
        .filter(it -> !it.forWindows())
        .filter(it -> it.cloudInit()
            .filter(own -> own.beyondSettings() && own.vendorData().isEmpty())
            .isPresent())
        .filter(it -> contents.snippetStorage(it).isEmpty())
        .isPresent();
  }

  /** What templates that scripts make are cloned from. */
  private void refuseOrigins(ClusterPlan plan) {
    Deque<Guest> left = new ArrayDeque<>(plan.guests());
    while (!left.isEmpty()) {
      if (left.remove() instanceof Vm vm && vm.template() && !makes(vm)) {
        vm.clone().map(Clone::template).map(wanted::get).filter(this::makes).ifPresent(origin -> {
          providers.forEach(provider -> refuse(new TerraformRefusal(
              origin.vmid(),
              provider,
              origin.path(),
              "a script makes template " + vm.vmid()
                  + ", which is cloned from it, before Terraform is applied")));
          left.add(origin);
        });
      }
    }
  }

  private void refuse(TerraformRefusal refusal) {
    refused.computeIfAbsent(refusal.guest(), key -> new ArrayList<>()).add(refusal);
  }
}
