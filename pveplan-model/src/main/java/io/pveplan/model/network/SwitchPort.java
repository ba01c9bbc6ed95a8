package io.pveplan.model.network;

import io.pveplan.model.hardware.Switch;
import io.pveplan.model.hardware.SwitchPorts;
import io.pveplan.model.unit.DataRate;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedSet;

/**
 * A port of a switch with what is known of it: what its row says, else what the switch says.
 *
 * @param device the switch
 * @param name name of the port
 * @param speed speed
 * @param mtu largest packet it lets through
 * @param lacp whether it can be in a LACP group
 * @param lacpRate how often it speaks LACP
 * @param networks networks it lets through; none when nothing is known of them
 * @since 0.1
 */
public record SwitchPort(
    Switch device,
    String name,
    Optional<DataRate> speed,
    Optional<Mtu> mtu,
    Optional<Boolean> lacp,
    Optional<LacpRate> lacpRate,
    SortedSet<String> networks) {

  static SwitchPort of(Switch device, String name, Optional<SwitchPorts> row) {
    return new SwitchPort(
        device,
        name,
        row.flatMap(SwitchPorts::speed),
        row.flatMap(SwitchPorts::mtu).or(device::mtu),
        row.flatMap(SwitchPorts::lacp).or(device::lacp),
        row.flatMap(SwitchPorts::lacpRate),
        row.map(SwitchPorts::networks).orElseGet(Collections::emptySortedSet));
  }

  /** The stack or MLAG pair of the switch, else the switch: a LACP bond ends on one of these. */
  public String unit() {
    return device.stack().orElse(device.name());
  }
}
