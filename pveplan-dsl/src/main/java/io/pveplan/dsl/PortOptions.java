package io.pveplan.dsl;

import io.pveplan.model.network.BridgePort;
import io.pveplan.model.network.VlanTag;
import java.util.function.UnaryOperator;

/**
 * How a bridge treats one of its ports, as a leaf. Each call gives a new value.
 *
 * <pre>{@code
 * n.bridge("vmbr7", b -> b.over("eno7").vlanAware());
 * n.nic("eno7", b -> b.asPort(portOptions().access(30).learning(false)));
 * n.nic("eno8", b -> b.asPort(portOptions().access(30))); // refused: is a port of no bridge
 * }</pre>
 *
 * @since 0.1
 */
public final class PortOptions {

  private final UnaryOperator<BridgePort.Builder> settings;

  private PortOptions(UnaryOperator<BridgePort.Builder> settings) {
    this.settings = settings;
  }

  static PortOptions none() {
    return new PortOptions(port -> port);
  }

  /**
   * The options with the VLAN of frames without tag, on a bridge that is VLAN-aware or of Open
   * vSwitch.
   *
   * @param tag 1 to 4094
   */
  public PortOptions access(int tag) {
    return with(port -> port.access(VlanTag.of(tag)));
  }

  /**
   * The options with or without learning addresses from the port.
   *
   * @param on whether the bridge learns
   */
  public PortOptions learning(boolean on) {
    return with(port -> port.learning(on));
  }

  /**
   * The options with or without answers of the bridge to ARP and neighbor discovery.
   *
   * @param on whether the bridge answers itself
   */
  public PortOptions arpNdSuppress(boolean on) {
    return with(port -> port.arpNdSuppress(on));
  }

  /**
   * The options with or without frames to addresses the bridge does not know.
   *
   * @param on whether the port gets them
   */
  public PortOptions unicastFlood(boolean on) {
    return with(port -> port.unicastFlood(on));
  }

  /**
   * The options with or without frames to groups the bridge does not know.
   *
   * @param on whether the port gets them
   */
  public PortOptions multicastFlood(boolean on) {
    return with(port -> port.multicastFlood(on));
  }

  private PortOptions with(UnaryOperator<BridgePort.Builder> setting) {
    return new PortOptions(port -> setting.apply(settings.apply(port)));
  }

  BridgePort port() {
    return settings.apply(BridgePort.builder()).declaredAt(CallSite.here()).build();
  }
}
