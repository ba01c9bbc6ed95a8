package io.pveplan.rules.network;

import io.pveplan.model.PlanPath;
import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.network.AddressKind;
import io.pveplan.model.network.AddressUse;
import io.pveplan.model.network.IpAddress;
import io.pveplan.rules.FindingDraft;
import io.pveplan.rules.Findings;
import io.pveplan.rules.Rule;
import io.pveplan.rules.RuleInfo;
import io.pveplan.rules.Severity;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Reports an address that two machines have in one layer 2 network. The one that comes first in the
 * order of {@link io.pveplan.model.network.AddressBook} keeps it; the others are reported.
 *
 * <p>A node may have an address on two interfaces, as a routed mesh has it, see {@link
 * OverlappingSubnets}. A node or guest that offers a service under its own address is one machine:
 * see {@link OneMachine}.
 */
@RuleInfo(
    id = "NET-019",
    severity = Severity.ERROR,
    summary = "An address is used twice in one layer 2 network",
    why = """
        Which of the two answers changes with every ARP request: connections to both break off, and \
        Corosync or storage traffic ends at the wrong machine.""",
    remedy = "Give each of them an address of its own.",
    sources = {
      "pve-cluster: src/PVE/API2/ClusterConfig.pm, check_duplicate_addr (links)",
      "RFC 5227: IPv4 Address Conflict Detection, section 1"
    },
    since = "0.1")
final class DuplicateAddress implements Rule {

  private record Clash(AddressUse use, AddressUse first, boolean mayBeOne) {}

  @Override
  public void check(ResolvedPlan plan, Findings findings) {
    plan.addresses().all().forEach(use -> findings.looksAt(use.path()));
    AddressDomains domains = new AddressDomains(plan);
    OneMachine machines = new OneMachine(plan);
    // An interface may have several addresses, and a finding has one subject.
    Map<PlanPath, Map<IpAddress, Clash>> clashes = new LinkedHashMap<>();
    for (List<AddressUse> uses : plan.addresses().shared()) {
      for (int later = 1; later < uses.size(); later++) {
        AddressUse use = uses.get(later);
        clash(use, uses.subList(0, later), domains, machines, findings)
            .ifPresent(clash -> clashes
                .computeIfAbsent(use.path(), key -> new TreeMap<>())
                .put(use.address(), clash));
      }
    }
    clashes.forEach((path, all) -> report(path, List.copyOf(all.values()), findings));
  }

  private static Optional<Clash> clash(
      AddressUse use,
      List<AddressUse> earlier,
      AddressDomains domains,
      OneMachine machines,
      Findings findings) {
    boolean unknown = false;
    for (AddressUse first : earlier) {
      if (machines.same(use, first)) {
        continue;
      }
      switch (domains.between(use, first)) {
        case TOGETHER -> {
          return Optional.of(new Clash(use, first, OneMachine.possibly(use, first)));
        }
        case UNKNOWN -> unknown = true;
        case APART -> {}
      }
    }
    if (unknown) {
      findings.undecided(use.path(), "network of address " + use.address());
    }
    return Optional.empty();
  }

  private static void report(PlanPath path, List<Clash> clashes, Findings findings) {
    AddressUse use = clashes.get(0).use();
    List<String> others = clashes.stream()
        .map(each -> each.use().address() + " of " + each.first() + line(each.first()))
        .toList();
    FindingDraft finding = findings
        .on(path)
        .says("%s has the address %s", use, String.join(" and ", others))
        .because("addresses", clashes.stream().map(each -> each.use().address()).toList())
        .because("first", clashes.stream().map(each -> each.first().path()).toList())
        .because(
            "firstLines",
            clashes.stream().flatMap(each -> each.first().declaredAt().stream()).toList())
        .declaredAt(use.declaredAt());
    if (clashes.stream().allMatch(Clash::mayBeOne)) {
      finding.atMost(Severity.WARNING);
      remedy(use, clashes).ifPresent(text -> finding.remedy("%s", text));
    }
  }

  private static String line(AddressUse use) {
    return use.declaredAt().map(line -> " (" + line + ")").orElse("");
  }

  private static Optional<String> remedy(AddressUse use, List<Clash> clashes) {
    if (clashes.stream().anyMatch(each -> each.first().kind() == AddressKind.GATEWAY)) {
      return Optional.empty();
    }
    return Optional.of(
        use.kind() == AddressKind.GUEST
            ? "Give the guest another address or, if it is this server, the name of the server."
            : "Correct the address or, if the node is this server, give it the role storage.");
  }
}
