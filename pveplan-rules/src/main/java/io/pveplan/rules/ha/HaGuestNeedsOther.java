package io.pveplan.rules.ha;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.guest.Guest;
import io.pveplan.model.guest.Vmid;
import io.pveplan.model.ha.HaResource;
import io.pveplan.model.network.AddressKind;
import io.pveplan.model.network.AddressUse;
import io.pveplan.model.network.IpAddress;
import io.pveplan.rules.Findings;
import io.pveplan.rules.Rule;
import io.pveplan.rules.RuleInfo;
import io.pveplan.rules.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * Reports a guest under HA whose gateway, name server or storage server is a guest of the cluster
 * that HA does not keep running.
 *
 * <p>What it depends on is seen by addresses: those that cloud-init gives it, those of the servers
 * of its storages, and those that guests have. A guest of which no such address is known is not
 * looked at.
 */
@RuleInfo(
    id = "HA-029",
    severity = Severity.WARNING,
    summary = "A guest under HA depends on a guest without HA",
    why = """
        HA starts the guest again, but not what it needs: when that fails with its node, the \
        guest runs and serves nobody.""",
    remedy = "Put the other guest under HA as well, or let a machine outside of the cluster do its"
        + " work.",
    sources = {
      "pve-docs: ha-manager.adoc, Resources",
      "derived: what a guest needs to serve has to be there when it is started"
    },
    since = "0.1")
final class HaGuestNeedsOther implements Rule {

  @Override
  public void check(ResolvedPlan plan, Findings findings) {
    if (plan.ha().resources().isEmpty()) {
      return;
    }
    NeededAddresses addresses = new NeededAddresses(plan);
    for (HaResource resource : plan.ha().resources()) {
      if (RunningResources.runs(resource.guest(), plan)) {
        SortedMap<IpAddress, String> needs =
            addresses.of(plan.guest(resource.guest()).orElseThrow());
        if (!needs.isEmpty()) {
          findings.looksAt(resource.path());
          check(resource, needs, plan, findings);
        }
      }
    }
  }

  private static void check(
      HaResource resource,
      SortedMap<IpAddress, String> needs,
      ResolvedPlan plan,
      Findings findings) {
    List<String> others = new ArrayList<>();
    needs.forEach((address, role) -> plan.addresses().of(address).stream()
        .flatMap(use -> guest(use, plan).stream())
        .filter(other -> !RunningResources.runs(other.vmid(), plan))
        .forEach(other -> others.add("%s (%s %s)".formatted(other.name(), role, address))));
    if (!others.isEmpty()) {
      findings
          .on(resource.path())
          .says(
              "guest %s is under HA and depends on guests that HA does not keep running: %s",
              resource.guest(), String.join(", ", others))
          .because("dependsOn", others)
          .declaredAt(resource.declaredAt());
    }
  }

  private static Optional<Guest> guest(AddressUse use, ResolvedPlan plan) {
    return use.kind() == AddressKind.GUEST
        ? plan.guest(Vmid.of(Integer.parseInt(use.owner())))
        : Optional.empty();
  }
}
