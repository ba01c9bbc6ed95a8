package io.pveplan.model.network;

import io.pveplan.model.InvalidValueException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What a network sets aside lies in its subnet, and no address is set aside twice. */
final class RangeCheck {

  private final Network network;
  private final NavigableMap<IpAddress, AddressRange> seen = new TreeMap<>();

  RangeCheck(Network network) {
    this.network = network;
  }

  static void requireRising(AddressRange range) {
    if (range.start().compareTo(range.end()) > 0) {
      throw new InvalidValueException(
          "range " + range + " runs backwards", "Write " + range.end() + "-" + range.start() + ".");
    }
  }

  void require(List<ReservedRange> ranges) {
    for (ReservedRange each : ranges) {
      AddressRange range = each.range();
      requireInside("range " + range, range.start(), range.end());
      Stream.of(seen.floorEntry(range.end()))
          .flatMap(Stream::ofNullable)
          .map(Map.Entry::getValue)
          .filter(range::overlaps)
          .findFirst()
          .ifPresent(other -> {
            throw new InvalidValueException(
                "range " + range + " overlaps range " + other, "Set each address aside once.");
          });
      seen.put(range.start(), range);
    }
  }

  static void requireVips(Network network) {
    Set<IpAddress> seen = new HashSet<>();
    for (VirtualAddress each : network.vips()) {
      new RangeCheck(network)
          .requireInside("virtual address " + each.address(), each.address(), each.address());
      if (!seen.add(each.address())) {
        throw new InvalidValueException(
            "virtual address " + each.address() + " is declared twice",
            "Declare it once, with all it is for.");
      }
    }
  }

  private void requireInside(String what, IpAddress first, IpAddress last) {
    Optional<Subnet> subnet = network.subnet();
    if (subnet.isEmpty()) {
      throw new InvalidValueException(
          what + " stands in a network without a subnet", "Declare the network with its subnet.");
    }
    if (!subnet.get().contains(first) || !subnet.get().contains(last)) {
      throw new InvalidValueException(
          what + " is not in " + subnet.get(), "Name addresses of " + subnet.get() + ".");
    }
  }
}
