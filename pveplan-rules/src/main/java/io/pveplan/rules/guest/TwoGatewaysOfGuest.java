package io.pveplan.rules.guest;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.guest.Guest;
import io.pveplan.model.guest.IpConfig;
import io.pveplan.model.guest.Vm;
import io.pveplan.rules.Findings;
import io.pveplan.rules.Rule;
import io.pveplan.rules.RuleInfo;
import io.pveplan.rules.Severity;
import java.util.List;
import java.util.stream.Stream;

/**
 * Reports a guest with default gateways of one family on several cards, which only gateways that the
 * plan names can be: of networks one is filled in.
 *
 * <p>Templates never start, and the addresses of a machine with a network-config of the planner's own
 * are not used. What a DHCP server says no plan tells.
 */
@RuleInfo(
    id = "GST-036",
    severity = Severity.WARNING,
    summary = "A guest has two default gateways",
    why = """
        There is one default route of a family and metric. Which of the gateways it leads to is \
        left to the order in which the cards come up, and netplan warns of conflicting default \
        routes.""",
    remedy = "Name the gateway of one card; further routes belong into a document of one's own.",
    sources = {"linux: net/ipv4/fib_trie.c, fib_table_insert", "netplan: generate"},
    since = "0.1")
final class TwoGatewaysOfGuest implements Rule {

  @Override
  public void check(ResolvedPlan plan, Findings findings) {
    for (Guest guest : plan.guests()) {
      List<IpConfig> all = plan.placement().ipConfigs(guest);
      if (!all.isEmpty() && starts(guest) && !hasOwnNetworkConfig(plan, guest)) {
        check(guest, all, findings);
      }
    }
  }

  private static boolean starts(Guest guest) {
    return !(guest instanceof Vm vm && vm.template());
  }

  private static boolean hasOwnNetworkConfig(ResolvedPlan plan, Guest guest) {
    return guest instanceof Vm vm && plan.contents().ownDocuments(vm).containsKey("network");
  }

  private static List<IpConfig> withGateway(List<IpConfig> all, boolean v4) {
    return all.stream()
        .filter(it -> it.gateway().filter(gateway -> gateway.isV4() == v4).isPresent())
        .toList();
  }

  private static void check(Guest guest, List<IpConfig> all, Findings findings) {
    findings.looksAt(guest.path());
    List<IpConfig> configs = Stream.of(withGateway(all, true), withGateway(all, false))
        .filter(ofFamily -> ofFamily.size() > 1)
        .flatMap(List::stream)
        .toList();
    if (!configs.isEmpty()) {
      List<String> gateways = configs.stream()
          .map(it -> it.gateway().orElseThrow() + " by net" + it.nic())
          .toList();
      findings
          .on(guest.path())
          .says(
              "%s has %s default gateways: %s",
              guest.name(), gateways.size(), String.join(", ", gateways))
          .because("gateways", gateways)
          .declaredAt(configs.get(1).declaredAt().or(guest::declaredAt));
    }
  }
}
