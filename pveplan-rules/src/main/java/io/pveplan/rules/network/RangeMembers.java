package io.pveplan.rules.network;

import io.pveplan.model.PlanPath;
import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.network.AddressKind;
import io.pveplan.model.network.AddressUse;
import io.pveplan.model.network.Network;
import io.pveplan.model.network.ReservedRange;
import io.pveplan.rules.Findings;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** Finds addresses of the plan that lie in ranges which a network sets aside. */
final class RangeMembers {

  /** An address in a range of its network. */
  record Member(AddressUse use, ReservedRange range, Network network) {}

  private final ResolvedPlan plan;
  private final AddressDomains domains;
  private final Findings findings;
  private final Map<PlanPath, List<Member>> members = new LinkedHashMap<>();

  private RangeMembers(ResolvedPlan plan, Findings findings) {
    this.plan = plan;
    this.domains = new AddressDomains(plan);
    this.findings = findings;
  }

  /** The members by place: an interface may have several addresses, and a finding has one subject. */
  static Map<PlanPath, List<Member>> of(
      ResolvedPlan plan,
      Function<Network, List<ReservedRange>> ranges,
      Predicate<AddressUse> concerned,
      Findings findings) {
    RangeMembers found = new RangeMembers(plan, findings);
    List<Network> networks = plan.networks().stream()
        .filter(network -> !ranges.apply(network).isEmpty())
        .toList();
    if (!networks.isEmpty()) {
      plan.addresses().all().stream()
          .filter(concerned)
          .forEach(use -> findings.looksAt(use.path()));
    }
    for (Network network : networks) {
      ranges.apply(network).forEach(range -> found.add(range, network, concerned));
    }
    return found.members;
  }

  private void add(ReservedRange range, Network network, Predicate<AddressUse> concerned) {
    AddressUse here = new AddressUse(
        range.range().start(),
        AddressKind.GATEWAY,
        network.name(),
        "",
        Optional.empty(),
        network.path(),
        range.declaredAt());
    for (AddressUse use : plan.addresses().within(range.range())) {
      if (!concerned.test(use)) {
        continue;
      }
      switch (domains.between(use, here)) {
        case TOGETHER ->
          members
              .computeIfAbsent(use.path(), key -> new ArrayList<>())
              .add(new Member(use, range, network));
        case UNKNOWN -> findings.undecided(use.path(), "network of address " + use.address());
        case APART -> {}
      }
    }
  }

  /** Reports the members of one place. */
  static void report(
      List<Member> members, String says, Function<Member, String> words, Findings findings) {
    AddressUse use = members.get(0).use();
    findings
        .on(use.path())
        .says(says, use, String.join(" and ", members.stream().map(words).toList()))
        .because("addresses", members.stream().map(it -> it.use().address()).toList())
        .because("ranges", members.stream().map(it -> it.range().range()).toList())
        .because(
            "rangeLines",
            members.stream().flatMap(it -> it.range().declaredAt().stream()).toList())
        .declaredAt(use.declaredAt());
  }
}
