package io.pveplan.model.hardware;

import io.pveplan.model.cluster.QDevice;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What a node or switch gets its power from: its power supplies, the circuits they hang on, and the UPSs
 * before these.
 *
 * <p>It is down with a circuit or a UPS only if all its power supplies hang on it.
 *
 * @since 0.1
 */
public final class PowerFeeds {

  private final int supplies;
  private final boolean circuitsKnown;
  private final boolean besidesUps;
  private final SortedSet<String> circuits = new TreeSet<>();
  private final SortedSet<String> upses = new TreeSet<>();

  private PowerFeeds(List<PowerSupply> installed, Map<String, Circuit> circuitsByName) {
    int number = 0;
    boolean known = true;
    boolean direct = false;
    for (PowerSupply supply : installed) {
      number++;
      Optional<Circuit> circuit = supply.circuit().map(circuitsByName::get);
      known &= circuit.isPresent();
      direct |= circuit.isPresent() && circuit.get().ups().isEmpty();
      circuit.map(Circuit::name).ifPresent(circuits::add);
      circuit.flatMap(Circuit::ups).ifPresent(upses::add);
    }
    this.supplies = number;
    this.circuitsKnown = known;
    this.besidesUps = direct;
  }

  /**
   * The feeds of a node.
   *
   * @param node the node
   * @param circuits the circuits of the plan by name
   */
  public static PowerFeeds of(Node node, Map<String, Circuit> circuits) {
    return new PowerFeeds(
        node.hardware().map(Hardware::powerSupplies).orElseGet(List::of), circuits);
  }

  /**
   * The feeds of a switch.
   *
   * @param device the switch
   * @param circuits the circuits of the plan by name
   */
  public static PowerFeeds of(Switch device, Map<String, Circuit> circuits) {
    return new PowerFeeds(device.powerSupplies(), circuits);
  }

  /**
   * The feeds of the host of a QDevice.
   *
   * @param qdevice the QDevice
   * @param circuits the circuits of the plan by name
   */
  public static PowerFeeds of(QDevice qdevice, Map<String, Circuit> circuits) {
    return new PowerFeeds(qdevice.powerSupplies(), circuits);
  }

  /** Number of power supplies; 0 when the plan says nothing of them. */
  public int supplies() {
    return supplies;
  }

  /** Names of the circuits that power supplies are known to hang on. */
  public SortedSet<String> circuits() {
    return Collections.unmodifiableSortedSet(circuits);
  }

  /** Names of the UPSs that power supplies are known to hang on. */
  public SortedSet<String> upses() {
    return Collections.unmodifiableSortedSet(upses);
  }

  /** Whether a power supply hangs on a circuit without UPS. */
  public boolean besidesUps() {
    return besidesUps;
  }

  /** Whether the plan tells the power supplies and the circuit of each. */
  public boolean known() {
    return supplies > 0 && circuitsKnown;
  }

  /** The circuit that all power supplies hang on, if there is one. */
  public Optional<String> onlyCircuit() {
    return known() && circuits.size() == 1 ? Optional.of(circuits.first()) : Optional.empty();
  }

  /** The UPS that all power supplies hang on, if there is one. */
  public Optional<String> onlyUps() {
    return known() && !besidesUps && upses.size() == 1
        ? Optional.of(upses.first())
        : Optional.empty();
  }
}
