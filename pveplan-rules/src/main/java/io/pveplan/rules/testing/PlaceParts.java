package io.pveplan.rules.testing;

import io.pveplan.model.ClusterPlan;
import io.pveplan.model.cluster.Corosync;
import io.pveplan.model.cluster.QDevice;
import io.pveplan.model.hardware.Circuit;
import io.pveplan.model.hardware.PowerSupply;
import io.pveplan.model.hardware.Switch;
import io.pveplan.model.hardware.SwitchPorts;
import io.pveplan.model.network.LacpRate;
import io.pveplan.model.network.Network;
import io.pveplan.model.unit.DataRate;
import java.util.List;
import java.util.Optional;

/** What a generated plan says of places: ports of networks, their speed, the host of the QDevice. */
final class PlaceParts {

  private final Dice dice;
  private final ClusterPlan plan;

  private PlaceParts(Dice dice, ClusterPlan plan) {
    this.dice = dice;
    this.plan = plan;
  }

  /** The plan with places. They are thrown last, so that the rest stays what it is without them. */
  static ClusterPlan added(Dice dice, ClusterPlan plan) {
    PlaceParts places = new PlaceParts(dice, plan);
    return ClusterPlan.builder()
        .from(plan)
        .networks(plan.networks().stream().map(places::network).toList())
        .switches(plan.switches().stream().map(places::device).toList())
        .corosync(plan.corosync().map(places::corosync))
        .build();
  }

  private Network network(Network network) {
    return Network.builder()
        .from(network)
        .bandwidth(dice.maybe(40, () -> DataRate.gbit(dice.of(1, 8, 20))))
        .build();
  }

  private Switch device(Switch device) {
    if (!dice.chance(50)) {
      return device;
    }
    return Switch.builder()
        .from(device)
        .ports(device.ports().stream().flatMap(row -> halves(row).stream()).toList())
        .build();
  }

  private List<SwitchPorts> halves(SwitchPorts row) {
    int middle = (row.first() + row.last()) / 2 / 16;
    return List.of(
        ports(SwitchPorts.builder().from(row).last(middle)),
        ports(SwitchPorts.builder().from(row).first(middle + 1)));
  }

  private SwitchPorts ports(SwitchPorts.Builder row) {
    row.lacpRate(dice.maybe(60, () -> dice.of(LacpRate.values())));
    if (dice.told()) {
      plan.networks().stream()
          .filter(network -> dice.chance(90))
          .forEach(network -> row.addNetwork(network.name()));
    }
    return row.build();
  }

  private Corosync corosync(Corosync corosync) {
    return Corosync.builder()
        .from(corosync)
        .qdevice(corosync.qdevice().map(this::qdevice))
        .build();
  }

  private QDevice qdevice(QDevice qdevice) {
    QDevice.Builder placed = QDevice.builder()
        .from(qdevice)
        .rack(dice.told(() -> dice.of("rack-a", "office", "office")));
    Optional<String> device = plan.switches().isEmpty() || !dice.told()
        ? Optional.empty()
        : Optional.of(dice.of(plan.switches()).name());
    placed.switchName(device);
    List<String> circuits = plan.circuits().stream().map(Circuit::name).toList();
    if (!circuits.isEmpty() && dice.told()) {
      placed.addPowerSupply(PowerSupply.builder().circuit(dice.of(circuits)).build());
    }
    return placed.build();
  }
}
