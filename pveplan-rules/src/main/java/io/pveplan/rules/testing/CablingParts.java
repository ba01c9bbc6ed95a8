package io.pveplan.rules.testing;

import io.pveplan.model.hardware.Cable;
import io.pveplan.model.hardware.Node;
import io.pveplan.model.hardware.Switch;
import io.pveplan.model.hardware.SwitchPorts;
import io.pveplan.model.network.Bond;
import io.pveplan.model.network.Mtu;
import io.pveplan.model.network.Nic;
import io.pveplan.model.network.NodeInterface;
import io.pveplan.model.unit.DataRate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The switches of a generated plan, and the cables to them. */
final class CablingParts {

  private static final int PORTS = 512;

  private final Dice dice;
  private final List<Switch> switches = new ArrayList<>();
  private final List<Cable> cables = new ArrayList<>();

  CablingParts(Dice dice, List<Node> nodes) {
    this.dice = dice;
    if (dice.told()) {
      int number = dice.from(1, 3);
      Optional<String> stack = dice.maybe(50, () -> "mlag1");
      for (int i = 1; i <= number; i++) {
        switches.add(device(i, stack));
      }
      nodes.forEach(this::plug);
    }
  }

  List<Switch> switches() {
    return switches;
  }

  List<Cable> cables() {
    return cables;
  }

  private Switch device(int number, Optional<String> stack) {
    return Switch.builder()
        .name("sw" + number)
        .stack(stack)
        .mtu(dice.told(() -> Mtu.of(dice.of(1500, 9000, 9216))))
        .lacp(dice.told(() -> dice.chance(80)))
        .addPorts(SwitchPorts.builder()
            .first(1)
            .last(PORTS)
            .speed(dice.told(() -> DataRate.gbit(dice.of(10, 25))))
            .build())
        .build();
  }

  private void plug(Node node) {
    Set<String> cards = new LinkedHashSet<>();
    for (NodeInterface each : node.interfaces()) {
      if (each instanceof Nic) {
        cards.add(each.name());
      } else if (each instanceof Bond bond) {
        cards.addAll(bond.slaves());
      }
    }
    for (String card : cards) {
      if (cables.size() < PORTS && dice.told()) {
        cables.add(Cable.builder()
            .node(node.name())
            .nic(card)
            .switchName(dice.of(switches).name())
            .port(Integer.toString(cables.size() + 1))
            .build());
      }
    }
  }
}
