package io.pveplan.dsl;

import io.pveplan.model.NameFormat;
import io.pveplan.model.PlanPath;
import io.pveplan.model.hardware.PowerSupply;
import io.pveplan.model.hardware.Switch;
import io.pveplan.model.hardware.SwitchPorts;
import io.pveplan.model.network.LacpRate;
import io.pveplan.model.network.Mtu;
import io.pveplan.model.unit.DataRate;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * Scope of an Ethernet switch.
 *
 * <pre>{@code
 * c.ethernetSwitch("sw3", s -> s.ports(48, gbit(25)).mtu(9216).lacp().rack("r1").stack("mlag1"));
 * c.ethernetSwitch("sw4", s -> s.ports(48, gbit(25)).mtu(100)); // refused: is not an MTU that
 * }</pre>
 *
 * @since 0.1
 */
public final class SwitchSpec extends Scope {

  final Switch.Builder device = Switch.builder();

  SwitchSpec(Definition definition, String name) {
    super(definition, PlanPath.of("switch", Objects.requireNonNull(name, "name")));
    device.name(name).declaredAt(line);
  }

  /**
   * Adds ports of one speed that are named by their number, from 1 on.
   *
   * @param count number of ports, 1 to 1024
   * @param speed speed of each
   * @return this scope
   */
  public SwitchSpec ports(int count, DataRate speed) {
    return ports("", 1, count, p -> p.speed(speed));
  }

  /**
   * Adds ports that are alike; a single port is a row of one.
   *
   * <pre>{@code
   * c.ethernetSwitch(
   *     "sw3",
   *     s -> s.ports("Ethernet1/", 1, 48, p -> p.speed(gbit(25)))
   *         .ports("Ethernet1/", 49, 56, p -> p.speed(gbit(100)).mtu(9216)));
   * c.ethernetSwitch("sw4", s -> s.ports("swp", 8, 1, p -> {})); // refused: run backwards
   * }</pre>
   *
   * @param prefix what stands before the number in the name of a port; empty for nothing
   * @param first number of the first port, 0 to 1024
   * @param last number of the last port, not below the first
   * @param block what the ports have
   * @return this scope
   */
  public SwitchSpec ports(String prefix, int first, int last, Consumer<? super PortsSpec> block) {
    requireOpen();
    PortsSpec spec = new PortsSpec(definition, at.child("ports"), prefix, first, last);
    declare(spec, block, spec.ports::build).ifPresentOrElse(device::addPort, this::breakOff);
    return this;
  }

  /** Sets the largest packet its ports let through, 1280 to 65520. */
  public SwitchSpec mtu(int mtu) {
    set("mtu", mtu, it -> device.mtu(Mtu.of(it)));
    return this;
  }

  /** Says that its ports can be in a LACP group. */
  public SwitchSpec lacp() {
    set("lacp", true, device::lacp);
    return this;
  }

  /** Says that its ports can not be in a LACP group. */
  public SwitchSpec withoutLacp() {
    set("lacp", false, device::lacp);
    return this;
  }

  /** Sets the stack or MLAG pair it belongs to. */
  public SwitchSpec stack(String stack) {
    set("stack", stack, it -> device.stack(NameFormat.LABEL.require(it)));
    return this;
  }

  /** Sets the rack it stands in. */
  public SwitchSpec rack(String rack) {
    set("rack", rack, it -> device.rack(NameFormat.LABEL.require(it)));
    return this;
  }

  /** Sets the rack it stands in. */
  public SwitchSpec rack(RackRef rack) {
    set("rack", rack, it -> device.rack(NameFormat.LABEL.require(it.name())));
    return this;
  }

  /** Applies a fragment: a method that does to the switch what every switch of its kind needs. */
  public SwitchSpec with(Consumer<? super SwitchSpec> fragment) {
    requireOpen();
    fragment.accept(this);
    return this;
  }

  /** Sets the address of its management interface. */
  public SwitchSpec managementAddress(NetworkAddress address) {
    requireOpen();
    definition.resolve(at.child("managementAddress"), address).ifPresent(device::managementAddress);
    return this;
  }

  /**
   * Adds power supplies of which nothing more is known.
   *
   * @param count 0 to 16
   * @return this scope
   */
  public SwitchSpec powerSupplies(int count) {
    set("powerSupplies", count, it -> device.addAllPowerSupplies(HardwareSpec.supplies(it)));
    return this;
  }

  /** Adds one power supply on each of these circuits. */
  public SwitchSpec powerSupplies(CircuitRef... circuits) {
    setEach(
        "powerSupplies",
        circuits,
        circuit -> device.addPowerSupply(PowerSupply.builder()
            .circuit(circuit.name())
            .declaredAt(CallSite.here())
            .build()));
    return this;
  }

  /**
   * Scope of ports of a switch that are alike.
   *
   * <pre>{@code
   * c.ethernetSwitch("sw3", s -> s.ports("swp", 1, 32, p -> p.speed(gbit(100)).withoutLacp()));
   * c.ethernetSwitch("sw4", s -> s.ports("a b", 1, 9, p -> {})); // refused: is not the name of a
   * }</pre>
   *
   * @since 0.1
   */
  public static final class PortsSpec extends Scope {

    final SwitchPorts.Builder ports = SwitchPorts.builder();

    PortsSpec(Definition definition, PlanPath at, String prefix, int first, int last) {
      super(definition, at);
      if (!Objects.requireNonNull(prefix, "prefix").isEmpty()) {
        ports.prefix(prefix);
      }
      ports.first(first).last(last).declaredAt(line);
    }

    /** Sets the speed of each port. */
    public PortsSpec speed(DataRate speed) {
      set("speed", speed, ports::speed);
      return this;
    }

    /** Sets the largest packet these ports let through, where it is not that of the switch. */
    public PortsSpec mtu(int mtu) {
      set("mtu", mtu, it -> ports.mtu(Mtu.of(it)));
      return this;
    }

    /**
     * Adds networks that these ports let through, untagged or tagged. With them a cable in the
     * wrong port is found.
     *
     * <pre>{@code
     * c.ethernetSwitch("sw3", s -> s.ports("swp", 1, 8, p -> p.carries(ring)));
     * c.ethernetSwitch(
     *     "sw4", s -> s.ports("swp", 1, 8, p -> p.carries(NetworkRef.named("no")))); // refused: no
     * }</pre>
     *
     * @param networks the networks
     * @return this scope
     */
    public PortsSpec carries(NetworkRef... networks) {
      setEach(
          "networks",
          networks,
          network -> ports.addNetwork(NameFormat.LABEL.require(network.name())));
      return this;
    }

    /** Sets how often these ports speak LACP; only the fast rate suits Corosync. */
    public PortsSpec lacpRate(LacpRate rate) {
      set("lacpRate", rate, ports::lacpRate);
      return this;
    }

    /** Says that these ports can be in a LACP group. */
    public PortsSpec lacp() {
      set("lacp", true, ports::lacp);
      return this;
    }

    /** Says that these ports can not be in a LACP group. */
    public PortsSpec withoutLacp() {
      set("lacp", false, ports::lacp);
      return this;
    }
  }
}
