package io.pveplan.rules.guest;

import static io.pveplan.dsl.Pveplan.*;
import static io.pveplan.rules.testing.RuleVerifier.verify;

import io.pveplan.model.ClusterPlan;
import io.pveplan.rules.testing.RuleVerifier;
import org.junit.jupiter.api.Test;

class MoreVcpusThanThreadsTest {

  private final RuleVerifier rule = verify(new MoreVcpusThanThreads());

  private static ClusterPlan onNodeWith(int threads, int sockets, int cores) {
    return cluster("lab", c -> {
      var pve1 =
          c.node("pve1", n -> n.hardware(h -> h.cpu("AMD EPYC 9354P", 1, b -> b.threads(threads))));
      c.vm(200, "app", v -> v.node(pve1).sockets(sockets).cores(cores));
    });
  }

  @Test
  void more_virtual_cpus_than_logical_ones_are_reported() {
    rule.on(onNodeWith(16, 2, 9))
        .reportsExactly("GST-006[guest/200]")
        .withMessageContaining("app has 18 virtual CPUs, pve1 has 16");
  }

  @Test
  void as_many_pass() {
    rule.on(onNodeWith(16, 2, 8)).passes();
  }

  @Test
  void only_nodes_where_the_vm_may_run_count() {
    rule.on(cluster("lab", c -> {
          var pve1 =
              c.node("pve1", n -> n.hardware(h -> h.cpu("AMD EPYC 9354P", 1, b -> b.threads(64))));
          c.node("pve2", n -> n.hardware(h -> h.cpu("AMD EPYC 9354P", 1, b -> b.threads(8))));
          c.vm(200, "app", v -> v.node(pve1).cores(16));
          var moving = c.vm(201, "web", v -> v.node(pve1).cores(16));
          c.ha(h -> h.resources(moving));
        }))
        .reportsExactly("GST-006[guest/201]")
        .withMessageContaining("web has 16 virtual CPUs, pve2 has 8");
  }

  @Test
  void a_node_without_threads_leaves_it_undecided() {
    rule.on(cluster("lab", c -> {
          var pve1 = c.node("pve1", n -> {});
          c.vm(200, "app", v -> v.node(pve1).cores(2));
        }))
        .isUndecidedFor("CPU threads of pve1");
  }

  @Test
  void one_virtual_cpu_runs_everywhere() {
    rule.on(cluster("lab", c -> {
          var pve1 = c.node("pve1", n -> {});
          c.vm(200, "app", v -> v.node(pve1));
        }))
        .passes();
  }

  @Test
  void a_template_never_runs() {
    rule.on(cluster("lab", c -> c.template(900, "base", v -> v.cores(64)))).isNotApplicable();
  }
}
