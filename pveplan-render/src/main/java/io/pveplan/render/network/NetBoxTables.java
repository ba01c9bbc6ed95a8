package io.pveplan.render.network;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.hardware.Node;
import io.pveplan.model.network.AddressKind;
import io.pveplan.model.network.AddressUse;
import io.pveplan.model.network.HostAddress;
import io.pveplan.model.network.IpAddress;
import io.pveplan.model.network.Subnet;
import io.pveplan.render.Gap;
import io.pveplan.render.Step;
import io.pveplan.render.text.Csv;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Prefixes, ranges and addresses for the bulk import of NetBox. Columns and choices are those of
 * netbox/ipam/forms/bulk_import.py and netbox/ipam/choices.py (4.6); what must not be there twice,
 * like an address, is one row.
 */
final class NetBoxTables {

  // PrimaryModel.description, netbox/netbox/models/__init__.py.
  private static final int LONGEST_DESCRIPTION = 200;

  private static final BigInteger MOST_ADDRESSES =
      BigInteger.ONE.shiftLeft(32).subtract(BigInteger.ONE);

  private static final String ACTIVE = "active";
  private static final String RESERVED = "reserved";

  private final ResolvedPlan plan;
  private final List<PlannedAddress> rows;
  private final List<PlannedRange> ranges = new ArrayList<>();
  private final List<Gap> gaps = new ArrayList<>();
  private final Map<IpAddress, String> names = new HashMap<>();

  NetBoxTables(ResolvedPlan plan, AddressPlan addresses) {
    this.plan = plan;
    this.rows = addresses.rows();
    PlannedRange.of(plan).forEach(this::take);
    for (Node node : plan.nodes()) {
      String name = node.name() + plan.plan().domain().map(it -> "." + it).orElse("");
      plan.topology()
          .nameAddress(node.name())
          .map(HostAddress::address)
          .ifPresent(it -> names.putIfAbsent(it, name));
    }
  }

  Csv prefixes() {
    Map<Subnet, List<String>> all = new TreeMap<>();
    plan.networks()
        .forEach(network -> network
            .subnet()
            .ifPresent(subnet -> all.computeIfAbsent(subnet, key -> new ArrayList<>())
                .add("network " + network.name() + traffic(network.traffic()))));
    plan.sdn()
        .subnets()
        .forEach(subnet -> all.computeIfAbsent(subnet.subnet(), key -> new ArrayList<>())
            .add("VNet " + subnet.vnet()));
    List<List<String>> cells = new ArrayList<>();
    all.forEach((subnet, words) ->
        cells.add(List.of(subnet.toString(), ACTIVE, description(words), comments(words))));
    return Csv.columns("prefix", "status", "description", "comments").rows(cells);
  }

  private static String traffic(Iterable<?> kinds) {
    List<String> words = new ArrayList<>();
    kinds.forEach(kind -> words.add(kind.toString()));
    return words.isEmpty() ? "" : ": " + String.join(", ", words);
  }

  Csv ranges() {
    return Csv.columns("start_address", "end_address", "status", "description", "comments")
        .rows(ranges.stream()
            .filter(it -> !it.range().isSingle())
            .map(it -> List.of(
                it.range().start() + "/" + it.subnet().prefixLength(),
                it.range().end() + "/" + it.subnet().prefixLength(),
                it.dhcp() ? ACTIVE : RESERVED,
                description(List.of(it.words())),
                comments(List.of(it.words()))))
            .toList());
  }

  /** Why ranges are not there: NetBox has none that overlap, and no larger ones (IPRange.clean). */
  List<Gap> gaps() {
    return gaps;
  }

  private void take(PlannedRange range) {
    Optional<PlannedRange> last =
        ranges.isEmpty() ? Optional.empty() : Optional.of(ranges.get(ranges.size() - 1));
    if (last.filter(it -> it.range().overlaps(range.range())).isPresent()) {
      gaps.add(Gap.of(
          range.path(),
          Step.HARDWARE,
          "NetBox has no ranges that overlap: enter " + range.range() + " in a VRF of its own."));
    } else if (range.range().size().compareTo(MOST_ADDRESSES) > 0) {
      gaps.add(Gap.of(
          range.path(),
          Step.HARDWARE,
          "NetBox has no range of more than 2^32-1 addresses: enter " + range.range()
              + " as prefixes."));
    } else {
      ranges.add(range);
    }
  }

  Csv addresses() {
    Map<IpAddress, List<AddressUse>> all = plan.addresses().all().stream()
        .collect(Collectors.groupingBy(AddressUse::address, TreeMap::new, Collectors.toList()));
    Map<IpAddress, Optional<Subnet>> subnets = new HashMap<>();
    rows.forEach(row ->
        subnets.merge(row.first(), row.subnet(), (one, other) -> one.isPresent() ? one : other));
    Map<IpAddress, List<String>> cells = new TreeMap<>();
    all.forEach((address, uses) -> {
      List<String> words = uses.stream().map(AddressUse::toString).distinct().toList();
      cells.put(
          address,
          List.of(
              address + "/" + length(address, uses, subnets.get(address)),
              ACTIVE,
              role(uses),
              names.getOrDefault(address, ""),
              description(words),
              comments(words)));
    });
    // A range of one address was no range before NetBox 4.6.
    ranges.stream()
        .filter(it -> it.range().isSingle())
        .forEach(it -> cells.putIfAbsent(it.range().start(), single(it)));
    return Csv.columns("address", "status", "role", "dns_name", "description", "comments")
        .rows(List.copyOf(cells.values()));
  }

  private static List<String> single(PlannedRange range) {
    List<String> words = List.of(range.words());
    return List.of(
        range.range().start() + "/" + range.subnet().prefixLength(),
        range.dhcp() ? "dhcp" : RESERVED,
        "",
        "",
        description(words),
        comments(words));
  }

  private static int length(
      IpAddress address, List<AddressUse> uses, Optional<Subnet> surrounding) {
    return uses.stream()
        .flatMap(use -> use.assigned().stream())
        .map(it -> it.address().prefixLength())
        .findFirst()
        .or(() -> surrounding.map(Subnet::prefixLength))
        .orElse(address.isV4() ? 32 : 128);
  }

  private static String role(List<AddressUse> uses) {
    if (uses.stream().anyMatch(use -> use.kind() == AddressKind.VIP)) {
      return "vip";
    }
    return uses.stream().allMatch(use -> use.kind() == AddressKind.SDN_GATEWAY) ? "anycast" : "";
  }

  private static String description(List<String> words) {
    String first = words.get(0);
    int length = first.codePointCount(0, first.length());
    return length <= LONGEST_DESCRIPTION
        ? first
        : first.substring(0, first.offsetByCodePoints(0, LONGEST_DESCRIPTION - 3)) + "...";
  }

  private static String comments(List<String> words) {
    boolean all = words.size() == 1 && description(words).equals(words.get(0));
    return all ? "" : String.join(", ", words);
  }
}
