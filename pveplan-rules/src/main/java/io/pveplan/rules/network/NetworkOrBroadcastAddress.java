package io.pveplan.rules.network;

import io.pveplan.model.PlanPath;
import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.network.AddressUse;
import io.pveplan.model.network.HostAddress;
import io.pveplan.model.network.InterfaceAddress;
import io.pveplan.rules.Findings;
import io.pveplan.rules.Rule;
import io.pveplan.rules.RuleInfo;
import io.pveplan.rules.Severity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reports an IPv4 address of a node, management controller or guest that is no host of its subnet. */
@RuleInfo(
    id = "NET-020",
    severity = Severity.WARNING,
    summary = "An address is the network or broadcast address of its subnet",
    why = """
        Proxmox VE takes it and the kernel sets it, but others drop what comes from it, and what is \
        sent to it goes to all.""",
    remedy = "Take an address between the first and the last one of the subnet.",
    sources = {
      "RFC 919: Broadcasting Internet Datagrams, section 7",
      "RFC 3021: Using 31-Bit Prefixes on IPv4 Point-to-Point Links, section 2"
    },
    since = "0.1")
final class NetworkOrBroadcastAddress implements Rule {

  @Override
  public void check(ResolvedPlan plan, Findings findings) {
    // An interface may have several addresses, and a finding has one subject.
    Map<PlanPath, List<AddressUse>> wrong = new LinkedHashMap<>();
    for (AddressUse use : plan.addresses().all()) {
      use.assigned()
          .map(InterfaceAddress::address)
          .filter(it -> it.address().isV4())
          .ifPresent(it -> {
            findings.looksAt(use.path());
            if (!isHost(it)) {
              wrong.computeIfAbsent(use.path(), key -> new ArrayList<>()).add(use);
            }
          });
    }
    wrong.forEach((path, uses) -> findings
        .on(path)
        .says(
            "%s has %s",
            uses.get(0),
            String.join(
                " and ", uses.stream().map(NetworkOrBroadcastAddress::text).toList()))
        .because("addresses", uses.stream().map(AddressUse::address).toList())
        .declaredAt(uses.get(0).declaredAt()));
  }

  private static boolean isHost(HostAddress address) {
    return !address.isNetworkAddress() && !address.isBroadcastAddress();
  }

  private static String text(AddressUse use) {
    HostAddress address = use.assigned().orElseThrow().address();
    return "%s, the %s address of %s"
        .formatted(
            use.address(), address.isNetworkAddress() ? "network" : "broadcast", address.subnet());
  }
}
