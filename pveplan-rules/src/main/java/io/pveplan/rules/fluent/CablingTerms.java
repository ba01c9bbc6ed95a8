package io.pveplan.rules.fluent;

import io.pveplan.model.hardware.Cable;
import io.pveplan.model.hardware.Rack;
import io.pveplan.model.hardware.Switch;
import io.pveplan.model.network.InterfaceAddress;
import io.pveplan.model.network.IpAddress;
import io.pveplan.model.network.Mtu;
import io.pveplan.model.unit.Length;
import java.util.OptionalInt;

/**
 * Racks, switches and cables, in words for rules. Meant to be imported statically.
 *
 * <pre>{@code
 * Rule labels = rule("ACME-021", WARNING)
 *     .forEach(cables())
 *     .should(have(cableLabel()).and(have(cableLength(), atMost(meters(5)))))
 *     .fix("Label the cable, and take a shorter one.");
 * }</pre>
 *
 * @since 0.1
 */
public final class CablingTerms {

  private CablingTerms() {}

  /** {@return the racks} */
  public static Subjects<Rack> racks() {
    return Subjects.declared("rack", "racks", plan -> plan.plan().racks(), Rack::path, Rack::name);
  }

  /** {@return the switches} */
  public static Subjects<Switch> switches() {
    return Subjects.declared(
        "switch", "switches", plan -> plan.plan().switches(), Switch::path, Switch::name);
  }

  /** {@return the cables, each called by its end at the node} */
  public static Subjects<Cable> cables() {
    return Subjects.declared(
        "cable",
        "cables",
        plan -> plan.plan().cables(),
        Cable::path,
        cable -> cable.nic().orElse("bmc") + " of " + cable.node());
  }

  /** {@return room of a rack} */
  public static Fact<Rack, String> room() {
    return Fact.said("a room", Rack::room);
  }

  /** {@return rack of a switch} */
  public static Fact<Switch, String> switchRack() {
    return Fact.said("a rack", Switch::rack);
  }

  /** {@return stack or MLAG pair of a switch} */
  public static Fact<Switch, String> stack() {
    return Fact.said("a stack", Switch::stack);
  }

  /** {@return largest packet that the ports of a switch let through, in bytes} */
  public static Fact<Switch, Integer> switchMtu() {
    return Fact.said("an MTU", device -> device.mtu().map(Mtu::value));
  }

  /** {@return holds for a switch with ports that can be in a LACP group; open if the plan is} */
  public static Condition<Switch> speakLacp() {
    return Stated.of("speak LACP", Fact.said("LACP", Switch::lacp));
  }

  /** {@return management address of a switch} */
  public static Fact<Switch, IpAddress> switchAddress() {
    return Fact.said(
        "a management address",
        device ->
            device.managementAddress().map(InterfaceAddress::address).map(it -> it.address()));
  }

  /** {@return number of power supplies of a switch; unknown if the plan lists none} */
  public static Fact<Switch, Integer> switchPowerSupplies() {
    return Fact.count(
        "power supply",
        "power supplies",
        device -> device.powerSupplies().isEmpty()
            ? OptionalInt.empty()
            : OptionalInt.of(device.powerSupplies().size()));
  }

  /** {@return name of the switch that a cable ends in} */
  public static Fact<Cable, String> cabledSwitch() {
    return Fact.always("a switch", Cable::switchName);
  }

  /** {@return what is written on a cable} */
  public static Fact<Cable, String> cableLabel() {
    return Fact.said("a label", Cable::label);
  }

  /** {@return length of a cable} */
  public static Fact<Cable, Length> cableLength() {
    return Fact.said("a length", Cable::length);
  }
}
