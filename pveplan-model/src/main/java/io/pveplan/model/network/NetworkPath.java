package io.pveplan.model.network;

import io.pveplan.model.hardware.PowerFeeds;
import io.pveplan.model.hardware.Switch;
import io.pveplan.model.unit.DataRate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * The way from an interface of a node over bonds, NICs and cables to the switches.
 *
 * @since 0.1
 */
public final class NetworkPath {

  private final String node;
  private final String interfaceName;
  private final Topology topology;
  private final Paths paths;
  private final Map<String, NodeInterface> layers = new LinkedHashMap<>();
  private final SortedSet<String> bonds = new TreeSet<>();
  private final SortedSet<String> nics;
  private final SortedMap<String, SwitchPort> ports = new TreeMap<>();
  private final Map<String, Switch> devices = new TreeMap<>();

  NetworkPath(String node, NodeInterface top, Topology topology, Paths paths) {
    this.node = node;
    this.interfaceName = top.name();
    this.topology = topology;
    this.paths = paths;
    collect(top);
    this.nics = topology.physicalNics(node, top.name());
    for (String nic : nics) {
      paths.port(node, nic).ifPresent(port -> {
        ports.put(nic, port);
        devices.put(port.device().name(), port.device());
      });
    }
  }

  private void collect(NodeInterface each) {
    if (layers.putIfAbsent(each.name(), each) != null) {
      return;
    }
    if (each instanceof Bond) {
      bonds.add(each.name());
    }
    for (String below : below(each)) {
      topology.named(node, below).ifPresent(this::collect);
    }
  }

  private static List<String> below(NodeInterface each) {
    if (each instanceof Bond bond) {
      return bond.slaves();
    } else if (each instanceof Bridge bridge) {
      return bridge.ports();
    }
    return each instanceof Vlan vlan ? List.of(vlan.parent()) : List.of();
  }

  /** Name of the node. */
  public String node() {
    return node;
  }

  /** Name of the interface it begins at. */
  public String interfaceName() {
    return interfaceName;
  }

  /** Names of the bonds on it. */
  public SortedSet<String> bonds() {
    return Collections.unmodifiableSortedSet(bonds);
  }

  /** Names of the NICs it ends in at the node. */
  public SortedSet<String> nics() {
    return nics;
  }

  /** By NIC, the ports that the cables end in. */
  public SortedMap<String, SwitchPort> ports() {
    return Collections.unmodifiableSortedMap(ports);
  }

  /** Names of the NICs without a cable in the plan. */
  public SortedSet<String> uncabled() {
    SortedSet<String> missing = new TreeSet<>(nics);
    missing.removeAll(ports.keySet());
    return Collections.unmodifiableSortedSet(missing);
  }

  /** Names of the switches it ends on. */
  public SortedSet<String> switches() {
    return Collections.unmodifiableSortedSet(new TreeSet<>(devices.keySet()));
  }

  /** Names of the stacks and MLAG pairs it ends on. */
  public SortedSet<String> stacks() {
    return ofSwitches(device -> device.stack().stream().toList());
  }

  /** Names of the racks its switches stand in. */
  public SortedSet<String> racks() {
    return ofSwitches(device -> device.rack().stream().toList());
  }

  /** Names of the circuits that feed its switches. */
  public SortedSet<String> circuits() {
    return ofSwitches(device -> paths.powerFeeds(device).circuits());
  }

  /** Names of the UPSs that feed its switches. */
  public SortedSet<String> upses() {
    return ofSwitches(device -> paths.powerFeeds(device).upses());
  }

  private SortedSet<String> ofSwitches(Function<Switch, Collection<String>> names) {
    SortedSet<String> found = new TreeSet<>();
    devices.values().forEach(device -> found.addAll(names.apply(device)));
    return Collections.unmodifiableSortedSet(found);
  }

  /**
   * What it can carry: all slaves of a bond together where the mode uses them so, else the slowest
   * one. It is absent when a speed is not known, or when a bridge has several ports.
   */
  public Optional<DataRate> speed() {
    return speed(interfaceName, false);
  }

  /**
   * What one connection gets of it: the slowest slave of a bond, for a connection stays on one of
   * them, but for balance-rr, which puts its packets on all. It is absent where {@link #speed()} is.
   */
  public Optional<DataRate> connectionSpeed() {
    return speed(interfaceName, true);
  }

  private Optional<DataRate> speed(String name, boolean oneConnection) {
    NodeInterface each = layers.get(name);
    if (each == null || each instanceof Nic) {
      return paths.speed(node, name);
    }
    List<String> below = below(each);
    List<DataRate> known =
        below.stream().flatMap(it -> speed(it, oneConnection).stream()).toList();
    if (known.size() < below.size() || !(each instanceof Bond bond) && known.size() != 1) {
      return Optional.empty();
    }
    boolean one = each instanceof Bond bond
        && (bond.mode() == BondMode.ACTIVE_BACKUP
            || bond.mode() == BondMode.BROADCAST
            || oneConnection && bond.mode() != BondMode.BALANCE_RR);
    return one ? known.stream().min(DataRate::compareTo) : known.stream().reduce(Paths::sum);
  }

  /** What all networks on its NICs want together; absent where none says what it wants. */
  public Optional<DataRate> wanted() {
    return paths.wanted(node, nics);
  }

  /**
   * What takes the whole path down beyond the node: the only switch, and the circuit and UPS
   * without which no switch of it has power. Nothing is told while a NIC has no cable.
   */
  public List<SharedPart> singlePoints() {
    List<SharedPart> points = new ArrayList<>();
    if (cabled()) {
      if (devices.size() == 1) {
        points.add(part(SharedPart.Kind.SWITCH, devices.keySet().iterator().next()));
      }
      addIfSame(points, SharedPart.Kind.CIRCUIT, this, device -> feeds(device).onlyCircuit());
      addIfSame(points, SharedPart.Kind.UPS, this, device -> feeds(device).onlyUps());
    }
    return List.copyOf(points);
  }

  /**
   * What takes this path and another one of the same node down together. Two bonds with a leg on
   * each of two switches do not share a switch: either is enough.
   *
   * @param other another path
   * @return the parts, the nearest to the node first; where they have a switch in common, neither
   *     its stack nor its power is told too
   */
  public List<SharedPart> sharedWith(NetworkPath other) {
    List<SharedPart> shared = new ArrayList<>();
    if (node.equals(other.node)) {
      addLocal(shared, other);
    }
    if (!cabled() || !other.cabled()) {
      return List.copyOf(shared);
    }
    if (devices.size() == 1 && devices.keySet().equals(other.devices.keySet())) {
      shared.add(part(SharedPart.Kind.SWITCH, devices.keySet().iterator().next()));
      return List.copyOf(shared);
    }
    addIfSame(shared, SharedPart.Kind.STACK, other, Switch::stack);
    addIfSame(shared, SharedPart.Kind.CIRCUIT, other, device -> feeds(device).onlyCircuit());
    addIfSame(shared, SharedPart.Kind.UPS, other, device -> feeds(device).onlyUps());
    return List.copyOf(shared);
  }

  private void addLocal(List<SharedPart> shared, NetworkPath other) {
    SortedSet<String> bondsOfBoth = new TreeSet<>(bonds);
    bondsOfBoth.retainAll(other.bonds);
    SortedSet<String> nicsOfBoth = new TreeSet<>(nics);
    nicsOfBoth.retainAll(other.nics);
    bondsOfBoth.forEach(bond -> nicsOfBoth.removeAll(topology.physicalNics(node, bond)));
    nicsOfBoth.forEach(nic -> shared.add(part(SharedPart.Kind.NIC, nic)));
    bondsOfBoth.forEach(bond -> shared.add(part(SharedPart.Kind.BOND, bond)));
  }

  private boolean cabled() {
    return !nics.isEmpty() && ports.size() == nics.size();
  }

  private PowerFeeds feeds(Switch device) {
    return paths.powerFeeds(device);
  }

  // Without it, no switch of either path works.
  private void addIfSame(
      List<SharedPart> shared,
      SharedPart.Kind kind,
      NetworkPath other,
      Function<Switch, Optional<String>> name) {
    SortedSet<Optional<String>> names =
        new TreeSet<>((one, two) -> one.orElse("").compareTo(two.orElse("")));
    devices.values().forEach(device -> names.add(name.apply(device)));
    other.devices.values().forEach(device -> names.add(name.apply(device)));
    if (names.size() == 1) {
      names.first().ifPresent(it -> shared.add(part(kind, it)));
    }
  }

  private static SharedPart part(SharedPart.Kind kind, String name) {
    return new SharedPart(kind, name);
  }

  /** Layer by layer, as far as it is cabled: {@code vmbr0 > bond0 > eno1 > sw1 port 4}. */
  @Override
  public String toString() {
    List<String> parts = new ArrayList<>(layers.keySet());
    parts.removeAll(nics);
    List<String> ends = nics.stream()
        .map(nic -> Optional.ofNullable(ports.get(nic))
            .map(port -> nic + " > " + port.device().name() + " port " + port.name())
            .orElse(nic))
        .toList();
    if (!ends.isEmpty()) {
      parts.add(String.join(" and ", ends));
    }
    return String.join(" > ", parts);
  }
}
