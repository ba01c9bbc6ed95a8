package io.pveplan.render.network;

import static io.pveplan.dsl.Pveplan.cluster;
import static org.assertj.core.api.Assertions.assertThat;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.render.Artifact;
import io.pveplan.render.Renderers;
import io.pveplan.render.Rendering;
import io.pveplan.render.testing.Golden;
import io.pveplan.render.testing.RealPrograms;
import io.pveplan.render.testing.RendererContract;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class NetworkApplyRendererTest {

  static final ResolvedPlan PLAN = ResolvedPlan.of(cluster("lab", c -> {
    var mgmt = c.network("mgmt", "192.0.2.0/24", net -> net.gateway("192.0.2.1"));
    var ceph = c.network("ceph", "2001:db8:0:1::/64", net -> net.mtu(9000));
    var alone = c.network("alone", "198.51.100.0/24", net -> {});
    for (String name : List.of("pve1", "pve2")) {
      int number = Integer.parseInt(name.substring(3));
      c.node(
          name,
          n -> n.bridge("vmbr0", b -> b.over("eno1").address(mgmt.host(number + 10)))
              .nic("eno2", ceph.host(number + 10)));
    }
    c.node("pve3", n -> n.nic("eno1", alone.host(13)));
    c.node("pve4", n -> {});
  }));

  private final NetworkApplyRenderer renderer = new NetworkApplyRenderer();

  @Test
  void files_are_as_expected() {
    Golden.of("network-apply")
        .matches(renderer.render(PLAN).artifacts().stream()
            .collect(Collectors.toMap(Artifact::path, Artifact::content)));
  }

  @Test
  void a_node_without_interfaces_gets_no_script() {
    assertThat(renderer.render(PLAN).artifacts())
        .extracting(Artifact::path)
        .containsExactly(
            "nodes/pve1/05-network.sh",
            "nodes/pve2/05-network.sh",
            "nodes/pve3/05-network.sh",
            "cluster/05-peers.sh");
  }

  @Test
  void nodes_that_share_no_network_have_nobody_to_reach() {
    ResolvedPlan plan = ResolvedPlan.of(cluster("lab", c -> c.node("pve1", n -> n.nic("eno1"))));

    assertThat(renderer.render(plan).artifacts())
        .extracting(Artifact::path)
        .containsExactly("nodes/pve1/05-network.sh");
  }

  @Test
  void an_empty_plan_needs_no_file() {
    assertThat(renderer.render(ResolvedPlan.of(cluster("empty", c -> {}))))
        .isEqualTo(Rendering.nothing());
  }

  @Test
  void the_runbook_leaves_the_file_to_the_script_and_looks_at_the_peers_last() {
    String runbook = Renderers.empty()
        .with(renderer, new InterfacesRenderer())
        .render(PLAN)
        .toMap()
        .get("RUNBOOK.md");

    assertThat(runbook.substring(
            runbook.indexOf("Needs: the folder of the node"), runbook.indexOf("\n## Step 6")))
        .isEqualTo("""
        Needs: the folder of the node is copied to it as a whole; each NIC has the name it has in \
        the file, pinned where the kernel might change it; a console that works without the \
        network, such as the BMC, is open

        Check before:

        ```sh
        ip -brief link show
        ```

        | file | where | what to do |
        | --- | --- | --- |
        | `nodes/pve1/05-network.sh` | node/pve1 | run |
        | `nodes/pve1/etc/network/interfaces` | node/pve1 | installed by `nodes/pve1/05-network.sh` |
        | `nodes/pve2/05-network.sh` | node/pve2 | run |
        | `nodes/pve2/etc/network/interfaces` | node/pve2 | installed by `nodes/pve2/05-network.sh` |
        | `nodes/pve3/05-network.sh` | node/pve3 | run |
        | `nodes/pve3/etc/network/interfaces` | node/pve3 | installed by `nodes/pve3/05-network.sh` |

        Apply:

        ```sh
        # one node after another, where the folders were copied to; CONFIRM_WITHIN=600 before bash
        # gives 600 seconds instead of 180
        bash nodes/"$(uname --nodename)"/05-network.sh
        # within that time, in a second session to the node
        bash nodes/"$(uname --nodename)"/05-network.sh confirm
        ```

        Check after:

        ```sh
        ifquery --all --check
        ip -brief address show
        ```

        Undo: wait, or restart the node, while it is not confirmed; run it with rollback later on

        Safe to repeat: yes.

        Needs: the folder cluster is copied to the node that runs it; the network of all nodes is \
        applied and confirmed; run it on each node

        | file | where | what to do |
        | --- | --- | --- |
        | `cluster/05-peers.sh` | cluster | run |

        Safe to repeat: yes.
        """);
  }

  @Test
  void shellcheck_accepts_the_scripts() {
    renderer.render(PLAN).artifacts().forEach(file -> RealPrograms.acceptShell(file.content()));
  }

  @Test
  void keeps_the_contract_of_renderers() {
    RendererContract.of(renderer).holdsFor(PLAN, ResolvedPlan.of(cluster("empty", c -> {})));
  }

  @Test
  void is_found() {
    assertThat(Renderers.standard().list()).hasAtLeastOneElementOfType(NetworkApplyRenderer.class);
  }
}
