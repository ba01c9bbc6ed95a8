package io.pveplan.rules.sdn;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.network.AddressRange;
import io.pveplan.model.sdn.SdnSubnet;
import io.pveplan.rules.Findings;
import io.pveplan.rules.Rule;
import io.pveplan.rules.RuleInfo;
import io.pveplan.rules.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reports DHCP ranges that start after their end, leave their subnet or overlap. A range of one
 * address is fine.
 */
@RuleInfo(
    id = "SDN-022",
    severity = Severity.ERROR,
    summary = "A DHCP range is turned around, outside of its subnet or overlaps another",
    why = "Proxmox VE refuses such a range, and with it the whole subnet.",
    remedy = "Write ranges from the first to the last address, within the subnet and apart.",
    sources = {
      "article Proxmox-Cluster planen, SDN",
      "pve-network: src/PVE/Network/SDN/SubnetPlugin.pm, validate_dhcp_ranges"
    },
    since = "0.1")
final class ImpossibleDhcpRange implements Rule {

  @Override
  public void check(ResolvedPlan plan, Findings findings) {
    for (SdnSubnet subnet : plan.sdn().subnets()) {
      if (!subnet.dhcpRanges().isEmpty()) {
        findings.looksAt(subnet.path());
        List<String> troubles = troubles(subnet);
        if (!troubles.isEmpty()) {
          findings
              .on(subnet.path())
              .says("%s", String.join("; ", troubles))
              .because("subnet", subnet.subnet())
              .because("dhcpRanges", subnet.dhcpRanges())
              .declaredAt(subnet.declaredAt());
        }
      }
    }
  }

  private static List<String> troubles(SdnSubnet subnet) {
    List<String> troubles = new ArrayList<>();
    List<AddressRange> sound = new ArrayList<>();
    for (AddressRange range : subnet.dhcpRanges()) {
      boolean inside =
          subnet.subnet().contains(range.start()) && subnet.subnet().contains(range.end());
      if (range.start().compareTo(range.end()) > 0) {
        troubles.add("range " + range + " starts after its end");
      } else {
        sound.add(range);
      }
      if (!inside) {
        troubles.add("range " + range + " is not within " + subnet.subnet());
      }
    }
    troubles.addAll(overlaps(sound.stream().sorted().toList()));
    return troubles;
  }

  // Sorted by start, a range overlaps an earlier one if it overlaps the one that ends last.
  private static List<String> overlaps(List<AddressRange> sorted) {
    List<String> overlaps = new ArrayList<>();
    Optional<AddressRange> last = Optional.empty();
    for (AddressRange range : sorted) {
      last.filter(range::overlaps)
          .ifPresent(other -> overlaps.add("ranges " + other + " and " + range + " overlap"));
      if (last.isEmpty() || last.get().end().compareTo(range.end()) < 0) {
        last = Optional.of(range);
      }
    }
    return overlaps;
  }
}
