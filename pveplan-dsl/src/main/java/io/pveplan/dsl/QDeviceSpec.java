package io.pveplan.dsl;

import io.pveplan.model.NameFormat;
import io.pveplan.model.PlanPath;
import io.pveplan.model.cluster.QDevice;
import io.pveplan.model.hardware.PowerSupply;

/**
 * Scope of the host of a QDevice.
 *
 * <pre>{@code
 * c.corosync(k -> k.qdevice("10.0.0.8", q -> q.rack("office").powerSupplies(feedA)));
 * c.corosync(k -> k.qdevice("10.0.0.8", q -> q.rack("back office"))); // refused: is not a name
 * }</pre>
 *
 * @since 0.1
 */
public final class QDeviceSpec extends Scope {

  final QDevice.Builder qdevice = QDevice.builder();

  QDeviceSpec(Definition definition, PlanPath at, boolean force) {
    super(definition, at);
    qdevice.force(force).declaredAt(line);
  }

  /** Sets the rack the host stands in. */
  public QDeviceSpec rack(String rack) {
    set("rack", rack, it -> qdevice.rack(NameFormat.LABEL.require(it)));
    return this;
  }

  /** Sets the rack the host stands in. */
  public QDeviceSpec rack(RackRef rack) {
    set("rack", rack, it -> qdevice.rack(NameFormat.LABEL.require(it.name())));
    return this;
  }

  /** Sets the switch the host is cabled to. */
  public QDeviceSpec on(SwitchRef device) {
    set("switchName", device, it -> qdevice.switchName(NameFormat.LABEL.require(it.name())));
    return this;
  }

  /** Adds one power supply on each of these circuits. */
  public QDeviceSpec powerSupplies(CircuitRef... circuits) {
    setEach(
        "powerSupplies",
        circuits,
        circuit -> qdevice.addPowerSupply(PowerSupply.builder()
            .circuit(circuit.name())
            .declaredAt(CallSite.here())
            .build()));
    return this;
  }
}
