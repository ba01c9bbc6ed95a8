package io.pveplan.model.network;

import io.pveplan.model.ClusterPlan;
import io.pveplan.model.hardware.Cable;
import io.pveplan.model.hardware.Circuit;
import io.pveplan.model.hardware.PowerFeeds;
import io.pveplan.model.hardware.Switch;
import io.pveplan.model.hardware.SwitchPorts;
import io.pveplan.model.unit.DataRate;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * The ways from the nodes into the networks, down to the switches and what feeds them.
 *
 * <pre>{@code
 * NetworkPath ring = resolved.paths().path("pve1", "ring").orElseThrow();
 * ring.nics();                 // [enp1s0f0, enp1s0f1]
 * ring.switches();             // [sw1, sw2]
 * ring.sharedWith(management); // [bond bond0]
 * }</pre>
 *
 * <p>It is computed once from a filled plan. A path takes time linear to the size of its node's part
 * of the network when it is first asked for, and none later.
 *
 * @since 0.1
 */
public final class Paths {

  private final Topology topology;
  private final Map<String, Network> networks = new HashMap<>();
  private final Map<String, Circuit> circuits = new HashMap<>();
  private final Map<String, Switch> switches = new HashMap<>();
  private final Map<String, Map<String, SwitchPorts>> rows = new HashMap<>();
  private final Map<String, Map<String, Cable>> cables = new HashMap<>();
  private final Map<String, Cable> bmcCables = new HashMap<>();
  private final Map<String, Map<String, NetworkPath>> pathsByNode = new ConcurrentHashMap<>();

  private Paths(ClusterPlan plan, Topology topology) {
    this.topology = topology;
    plan.networks().forEach(network -> networks.put(network.name(), network));
    plan.circuits().forEach(circuit -> circuits.put(circuit.name(), circuit));
    for (Switch device : plan.switches()) {
      switches.put(device.name(), device);
      Map<String, SwitchPorts> byName = new HashMap<>();
      device.ports().forEach(row -> row.names().forEach(name -> byName.put(name, row)));
      rows.put(device.name(), byName);
    }
    for (Cable cable : plan.cables()) {
      cable
          .nic()
          .ifPresentOrElse(
              nic ->
                  cables.computeIfAbsent(cable.node(), key -> new HashMap<>()).put(nic, cable),
              () -> bmcCables.put(cable.node(), cable));
    }
  }

  /** The paths of a filled plan. */
  public static Paths of(ClusterPlan plan, Topology topology) {
    return new Paths(plan, topology);
  }

  /** The cable in a NIC of a node. */
  public Optional<Cable> cable(String node, String nic) {
    return Optional.ofNullable(cables.getOrDefault(node, Map.of()).get(nic));
  }

  /** The cable in the management controller of a node. */
  public Optional<Cable> bmcCable(String node) {
    return Optional.ofNullable(bmcCables.get(node));
  }

  /** The port that a cable ends in. */
  public Optional<SwitchPort> port(Cable cable) {
    return device(cable.switchName())
        .map(device -> SwitchPort.of(
            device,
            cable.port(),
            Optional.ofNullable(rows.getOrDefault(device.name(), Map.of()).get(cable.port()))));
  }

  /** The port that the cable of a NIC ends in. */
  public Optional<SwitchPort> port(String node, String nic) {
    return cable(node, nic).flatMap(this::port);
  }

  /** The switch with a name. */
  public Optional<Switch> device(String name) {
    return Optional.ofNullable(switches.get(name));
  }

  /** What a switch gets its power from. */
  public PowerFeeds powerFeeds(Switch device) {
    return PowerFeeds.of(device, circuits);
  }

  /** Names of the switches that some NICs of a node end on. */
  public SortedSet<String> switches(String node, Iterable<String> nics) {
    SortedSet<String> found = new TreeSet<>();
    nics.forEach(
        nic -> port(node, nic).ifPresent(port -> found.add(port.device().name())));
    return Collections.unmodifiableSortedSet(found);
  }

  /** The speed of a NIC: that of the card or of the port, whichever is lower of what is known. */
  public Optional<DataRate> speed(String node, String nic) {
    Optional<DataRate> card = topology
        .named(node, nic)
        .filter(Nic.class::isInstance)
        .flatMap(each -> ((Nic) each).speed());
    return Stream.concat(card.stream(), port(node, nic).flatMap(SwitchPort::speed).stream())
        .min(DataRate::compareTo);
  }

  /**
   * The way of a node into a network: from the interface that has an address there, else from the
   * bridge that carries it for guests.
   */
  public Optional<NetworkPath> path(String node, String network) {
    return topology
        .interfaceOn(node, network)
        .or(() -> topology.interfaces(node).stream()
            .filter(each -> each instanceof Bridge bridge && bridge.networks().contains(network))
            .findFirst())
        .map(each -> over(node, each));
  }

  /** The way from an interface of a node. */
  public Optional<NetworkPath> over(String node, String name) {
    return topology.named(node, name).map(each -> over(node, each));
  }

  private NetworkPath over(String node, NodeInterface each) {
    return pathsByNode
        .computeIfAbsent(node, key -> new ConcurrentHashMap<>())
        .computeIfAbsent(each.name(), name -> new NetworkPath(node, each, topology, this));
  }

  /** What the networks on some NICs want together; none where none says what it wants. */
  Optional<DataRate> wanted(String node, Iterable<String> nics) {
    SortedSet<String> carried = new TreeSet<>();
    nics.forEach(nic -> carried.addAll(topology.networksOver(node, nic)));
    return carried.stream()
        .flatMap(name -> Optional.ofNullable(networks.get(name)).stream())
        .flatMap(network -> network.bandwidth().stream())
        .reduce(Paths::sum);
  }

  // Rates as large as the type allows do not become small ones.
  static DataRate sum(DataRate one, DataRate other) {
    long most = Long.MAX_VALUE - other.bitsPerSecond();
    return new DataRate(Math.min(one.bitsPerSecond(), most) + other.bitsPerSecond());
  }
}
