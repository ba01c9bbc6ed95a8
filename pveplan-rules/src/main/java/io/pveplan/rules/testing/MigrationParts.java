package io.pveplan.rules.testing;

import io.pveplan.model.ClusterPlan;
import io.pveplan.model.cluster.Datacenter;
import io.pveplan.model.cluster.MigrationSettings;
import io.pveplan.model.cluster.MigrationType;
import io.pveplan.model.guest.Guest;
import io.pveplan.model.guest.Migration;
import io.pveplan.model.guest.Vm;
import io.pveplan.model.hardware.Node;
import io.pveplan.model.unit.DataRate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** More moves of guests, and what they depend on; its choices are its own. */
final class MigrationParts {

  private static final long OWN = 0x4D4F_5645L;

  private final Dice dice;

  private MigrationParts(Dice dice) {
    this.dice = dice;
  }

  static ClusterPlan into(ClusterPlan plan, long seed) {
    MigrationParts parts = new MigrationParts(new Dice(seed ^ OWN << 24));
    return ClusterPlan.builder()
        .from(plan)
        .datacenter(plan.datacenter().map(parts::datacenter))
        .guests(plan.guests().stream().map(parts::guest).toList())
        .addAllMigrations(parts.moves(plan))
        .build();
  }

  private Datacenter datacenter(Datacenter datacenter) {
    return Datacenter.builder()
        .from(datacenter)
        .migration(datacenter
            .migration()
            .map(it -> MigrationSettings.builder()
                .from(it)
                .type(dice.maybe(40, () -> dice.of(MigrationType.values())))
                .build()))
        .build();
  }

  private Guest guest(Guest guest) {
    return guest instanceof Vm vm
        ? Vm.builder()
            .from(vm)
            .dirtyRate(dice.maybe(30, () -> DataRate.mbit(dice.of(50, 900, 30_000))))
            .build()
        : guest;
  }

  private List<Migration> moves(ClusterPlan plan) {
    Set<Object> moving = new HashSet<>();
    plan.migrations().forEach(move -> moving.add(move.guest()));
    List<String> nodes = plan.nodes().stream().map(Node::name).toList();
    return nodes.isEmpty() || !dice.chance(40)
        ? List.of()
        : plan.guests().stream()
            .filter(guest -> !moving.contains(guest.vmid()))
            .map(guest -> Migration.builder()
                .guest(guest.vmid())
                .target(dice.of(nodes))
                .online(dice.chance(80))
                .withLocalDisks(dice.chance(80))
                .build())
            .toList();
  }
}
