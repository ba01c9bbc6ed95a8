package io.pveplan.dsl;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What was declared and could not be made: references to it are no mistakes of their own. */
final class RefusedNames {

  static final String BRIDGE_OR_VNET = "bridge or VNet";

  /**
   * Something that references are resolved to.
   *
   * @param kind what it is, in the words of {@code PlanIntegrity}
   * @param name name, ID or VMID
   */
  record Name(String kind, String name) {}

  private final Set<Name> names = new HashSet<>();

  void add(Name name) {
    names.add(name);
  }

  boolean holds(Name name) {
    return names.contains(name);
  }

  /** Those of these handles and names that were refused. */
  List<Name> among(Object... references) {
    return Arrays.stream(references)
        .flatMap(RefusedNames::of)
        .filter(names::contains)
        .toList();
  }

  /** What a handle stands for; nothing for what is no handle. */
  private static Stream<Name> of(Object reference) {
    if (reference instanceof Name name) {
      return Stream.of(name);
    } else if (reference instanceof NodeRef node) {
      return Stream.of(new Name("node", node.name()));
    } else if (reference instanceof NetworkRef network) {
      return Stream.of(new Name("network", network.name()));
    } else if (reference instanceof StorageRef storage) {
      return Stream.of(new Name("storage", storage.name()));
    } else if (reference instanceof GuestRef guest) {
      return Stream.of(new Name("guest", guest.toString()));
    } else if (reference instanceof CircuitRef circuit) {
      return Stream.of(new Name("power circuit", circuit.name()));
    } else if (reference instanceof RackRef rack) {
      return Stream.of(new Name("rack", rack.name()));
    } else if (reference instanceof MappingRef mapping) {
      return Stream.of(new Name("device mapping", mapping.id()));
    } else if (reference instanceof SwitchRef device) {
      return Stream.of(new Name("switch", device.name()));
    } else if (reference instanceof ControllerRef controller) {
      return Stream.of(new Name("controller", controller.name()));
    } else if (reference instanceof ZoneRef zone) {
      return Stream.of(new Name("zone", zone.name()));
    } else if (reference instanceof VnetRef vnet) {
      return Stream.of(new Name("VNet", vnet.name()));
    }
    return reference instanceof ContainerTemplate template
        ? of(template.storage())
        : Stream.empty();
  }
}
