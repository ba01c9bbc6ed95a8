package io.pveplan.rules.guest;

import static io.pveplan.dsl.Pveplan.*;
import static io.pveplan.rules.testing.RuleVerifier.verify;

import io.pveplan.dsl.ContainerSpec;
import io.pveplan.dsl.StorageRef;
import io.pveplan.model.ClusterPlan;
import io.pveplan.rules.testing.RuleVerifier;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class BindMountsOfMovedContainerTest {

  private final RuleVerifier rule = verify(new BindMountsOfMovedContainer());

  private static ClusterPlan moving(Consumer<ContainerSpec> block) {
    return cluster("lab", c -> {
      var pve1 = c.node("pve1", n -> {});
      var pve2 = c.node("pve2", n -> {});
      var nas = c.storage(nfs("nas", "10.0.0.5", "/export"), s -> {});
      var dns = c.container(
          300,
          "dns",
          containerTemplate(nas, "debian-13.tar.zst"),
          nas,
          gib(4),
          t -> t.node(pve1).with(block));
      c.migrate(dns, pve2, m -> {});
    });
  }

  @Test
  void directories_of_the_node_are_reported() {
    rule.on(moving(t -> t.bindMount("/srv", "/tank/srv").bindMount("/log", "/tank/log")))
        .reportsExactly("MIG-006[migration/300/pve2]")
        .withMessageContaining("dns moves to pve2 and has /srv, /log of its node");
  }

  @Test
  void shared_ones_and_volumes_pass() {
    rule.on(moving(t -> t.bindMount("/srv", "/mnt/pve/nas", p -> p.shared()))).passes();
    rule.on(moving(t -> t.mountPoint("/srv", StorageRef.named("nas"), gib(8)))).passes();
  }

  @Test
  void nobody_knows_whether_the_target_has_a_device() {
    rule.on(moving(t -> t.device("/dev/dri/card0")))
        .isUndecidedFor("whether other nodes have device /dev/dri/card0 of guest 300");
  }

  @Test
  void moves_of_machines_are_not_looked_at() {
    rule.on(cluster("lab", c -> {
          var pve1 = c.node("pve1", n -> {});
          var pve2 = c.node("pve2", n -> {});
          c.migrate(c.vm(200, "app", v -> v.node(pve1)), pve2, m -> {});
        }))
        .isNotApplicable();
  }
}
