package io.pveplan.rules.ha;

import static io.pveplan.dsl.Pveplan.gib;
import static io.pveplan.model.ProductVersion.PVE_9;
import static io.pveplan.rules.ha.HaLab.*;
import static io.pveplan.rules.testing.RuleVerifier.verify;

import io.pveplan.dsl.ClusterSpec;
import io.pveplan.model.ClusterPlan;
import io.pveplan.model.cluster.ShutdownPolicy;
import io.pveplan.model.ha.HaState;
import io.pveplan.rules.testing.RuleVerifier;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class StaysAtShutdownTest {

  private final RuleVerifier rule = verify(new StaysAtShutdown());

  @Test
  void a_machine_with_a_device_that_does_not_move_in_use_is_reported() {
    rule.on(gpu(ShutdownPolicy.MIGRATE, false, HaState.STARTED))
        .reportsExactly("HA-034[ha/resource/300]")
        .withMessageContaining(
            "the shutdown policy is migrate, and render can not be moved while it"
                + " runs: it has pci device gpu");
    rule.on(gpu(ShutdownPolicy.MIGRATE, true, HaState.STARTED)).passes();
    rule.on(gpu(ShutdownPolicy.MIGRATE, false, HaState.STOPPED)).passes();
    rule.on(gpu(ShutdownPolicy.FREEZE, false, HaState.STARTED)).isNotApplicable();
  }

  @Test
  void a_guest_that_is_bound_to_one_node_is_reported() {
    rule.on(lab(c ->
            c.ha(h -> h.nodeAffinity("home", a -> a.resources(WEB).nodes(PVE2).strict()))))
        .reportsExactly("HA-034[ha/resource/201]")
        .withMessageContaining("web can not be moved while it runs: rule home leaves it pve2 only");
    rule.on(lab(c -> c.ha(h -> h.nodeAffinity("home", a -> a.resources(WEB).nodes(PVE2)))))
        .passes();
  }

  private static ClusterPlan lab(Consumer<ClusterSpec> rest) {
    return plan(PVE_9, c -> {
      c.datacenter(d -> d.shutdownPolicy(ShutdownPolicy.MIGRATE));
      rest.accept(c);
    });
  }

  private static ClusterPlan gpu(ShutdownPolicy policy, boolean live, HaState state) {
    return plan(PVE_9, c -> {
      c.datacenter(d -> d.shutdownPolicy(policy));
      var gpu = c.pciMapping("gpu", m -> {
        m.device(PVE1, "0000:41:00.0", "10de:2204", d -> d.iommuGroup(30));
        if (live) {
          m.liveMigration();
        }
      });
      var render =
          c.vm(300, "render", v -> v.node(PVE1).disk(NAS, gib(8)).hardware(h -> h.device(gpu)));
      c.ha(h -> h.resource(render, r -> r.state(state)));
    });
  }
}
