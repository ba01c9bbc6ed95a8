package io.pveplan.rules.ha;

import static io.pveplan.dsl.Pveplan.*;
import static io.pveplan.model.ProductVersion.PVE_9;
import static io.pveplan.rules.ha.HaLab.NAS;
import static io.pveplan.rules.ha.HaLab.PVE1;
import static io.pveplan.rules.ha.HaLab.PVE2;
import static io.pveplan.rules.testing.RuleVerifier.verify;

import io.pveplan.dsl.ClusterSpec;
import io.pveplan.dsl.GuestRef;
import io.pveplan.model.ClusterPlan;
import io.pveplan.model.cluster.SchedulingMode;
import io.pveplan.model.cluster.ShutdownPolicy;
import io.pveplan.rules.testing.RuleVerifier;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;

class ContainerMovedByHaTest {

  private final RuleVerifier rule = verify(new ContainerMovedByHa());

  private static ClusterPlan lab(BiConsumer<ClusterSpec, GuestRef> block) {
    return HaLab.plan(PVE_9, c -> {
      var proxy = c.container(
          300, "proxy", containerTemplate(NAS, "debian.tar.zst"), NAS, gib(8), t -> t.node(PVE1));
      block.accept(c, proxy);
    });
  }

  @Test
  void a_container_moved_at_a_shutdown_is_reported() {
    rule.on(lab((c, proxy) -> c.ha(h -> h.resources(proxy))
            .datacenter(d -> d.shutdownPolicy(ShutdownPolicy.MIGRATE))))
        .reportsExactly("HA-032[ha/resource/300]")
        .withMessageContaining(
            "proxy is a container: HA stops it and starts it again where the plan moves guests"
                + " (shutdown policy migrate)")
        .withRemedyContaining("Accept the outage, or run the service in a virtual machine.");
  }

  @Test
  void a_container_moved_to_balance_the_nodes_is_reported() {
    rule.on(lab((c, proxy) -> c.ha(h -> h.resources(proxy))
            .datacenter(d -> d.scheduling(s -> s.mode(SchedulingMode.DYNAMIC).autoRebalance()))))
        .reportsExactly("HA-032[ha/resource/300]")
        .withMessageContaining("(automatic balancing of the nodes)");
  }

  @Test
  void a_container_to_be_moved_while_it_runs_is_reported() {
    rule.on(lab((c, proxy) -> c.ha(h -> h.resources(proxy)).migrate(proxy, PVE2, m -> m.online())))
        .reportsExactly("HA-032[ha/resource/300]")
        .withMessageContaining("(a planned move while it runs)");
  }

  @Test
  void a_container_that_stays_passes() {
    rule.on(lab((c, proxy) -> c.ha(h -> h.resources(proxy)))).passes();
  }

  @Test
  void a_container_without_ha_is_not_looked_at() {
    rule.on(lab((c, proxy) -> c.datacenter(d -> d.shutdownPolicy(ShutdownPolicy.MIGRATE))))
        .isNotApplicable();
  }
}
