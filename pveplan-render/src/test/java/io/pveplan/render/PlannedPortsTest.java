package io.pveplan.render;

import static io.pveplan.dsl.Pveplan.cluster;
import static io.pveplan.dsl.Pveplan.lacp;
import static io.pveplan.model.Traffic.MANAGEMENT;
import static org.assertj.core.api.Assertions.assertThat;

import io.pveplan.model.ClusterPlan;
import java.util.List;
import org.junit.jupiter.api.Test;

/** No node is cut off before its console is open and its cables are right. */
class PlannedPortsTest {

  private static List<String> networkStep(ClusterPlan plan) {
    String runbook = Bundle.render(plan).toMap().get("RUNBOOK.md");
    int start = runbook.indexOf("## Step 5:");
    return runbook
        .substring(start, runbook.indexOf("\n## ", start))
        .lines()
        .filter(line -> line.startsWith("- ") || line.contains("| run |"))
        .toList();
  }

  @Test
  void the_port_of_the_installation_is_changed_right_before_the_network_is_applied() {
    ClusterPlan plan = cluster("lab", c -> {
      var mgmt = c.network("mgmt", "10.0.0.0/24", net -> net.carries(MANAGEMENT));
      var left = c.ethernetSwitch("sw1", s -> {});
      var right = c.ethernetSwitch("sw2", s -> {});
      for (int number : new int[] {1, 2}) {
        c.node(
            "pve" + number,
            n -> n.bridge("vmbr0", b -> b.over(lacp("bond0", "eno1", "eno2")).vlanAware("10"))
                .vlan("vmbr0.10", mgmt.host(10 + number))
                .cable("eno1", left.port(number))
                .cable("eno2", right.port(number)));
      }
    });

    assertThat(networkStep(plan))
        .containsExactly(
            "- `network/mgmt`: have network mgmt on the switches: subnet 10.0.0.0/24; traffic"
                + " management; redundant no; for pve1 eno2 tagged 10, pve2 eno2 tagged 10",
            "- `switch/sw2/port/1`: configure port 1 of switch sw2 for eno2 of pve1: mgmt tagged 10;"
                + " LACP group for bond0 of pve1 (port 1 of sw1 later in this step, port 1 of sw2)",
            "- `switch/sw2/port/2`: configure port 2 of switch sw2 for eno2 of pve2: mgmt tagged 10;"
                + " LACP group for bond0 of pve2 (port 2 of sw1 later in this step, port 2 of sw2)",
            "| `nodes/pve1/05-cables.sh` | node/pve1 | run |",
            "| `nodes/pve2/05-cables.sh` | node/pve2 | run |",
            "- `network/mgmt`: open the console of pve1, then configure port 1 of switch sw1 for eno1:"
                + " mgmt tagged 10; LACP group for bond0 of pve1 (port 1 of sw1, port 1 of sw2); from"
                + " then on the network does not reach pve1 until its planned one is applied. Then"
                + " `nodes/pve1/05-network.sh`",
            "- `network/mgmt`: open the console of pve2, then configure port 2 of switch sw1 for eno1:"
                + " mgmt tagged 10; LACP group for bond0 of pve2 (port 2 of sw1, port 2 of sw2); from"
                + " then on the network does not reach pve2 until its planned one is applied. Then"
                + " `nodes/pve2/05-network.sh`",
            "| `nodes/pve1/05-network.sh` | node/pve1 | run |",
            "| `nodes/pve2/05-network.sh` | node/pve2 | run |",
            "| `cluster/05-peers.sh` | cluster | run |");
  }
}
