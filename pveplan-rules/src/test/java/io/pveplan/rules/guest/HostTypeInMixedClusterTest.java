package io.pveplan.rules.guest;

import static io.pveplan.dsl.Pveplan.*;
import static io.pveplan.rules.testing.RuleVerifier.verify;

import io.pveplan.dsl.ClusterSpec;
import io.pveplan.dsl.NodeRef;
import io.pveplan.rules.testing.RuleVerifier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostTypeInMixedClusterTest {

  private static final String ROME = "AMD EPYC 7502";
  private static final String GENOA = "AMD EPYC 9354P";

  private final RuleVerifier rule = verify(new HostTypeInMixedCluster());

  private static NodeRef node(ClusterSpec c, String name, String model) {
    return c.node(name, n -> n.hardware(h -> h.cpu(model, 1)));
  }

  @Test
  void an_ha_guest_of_type_host_on_two_models_is_reported() {
    var plan = cluster("lab", c -> {
      var pve1 = node(c, "pve1", GENOA);
      node(c, "pve2", ROME);
      node(c, "pve3", GENOA);
      var app = c.vm(200, "app", v -> v.node(pve1).cpuType("host"));
      c.ha(h -> h.resources(app));
    });

    rule.on(plan)
        .reportsExactly("GST-011[guest/200]")
        .withMessageContaining("app has CPU type host and may run on 2 CPU models: "
            + "AMD EPYC 7502 (pve2), AMD EPYC 9354P (pve1, pve3)")
        .withRemedyContaining(
            "Use the type of the oldest CPU in the cluster, or a level such as x86-64-v3.");
  }

  @Test
  void type_max_passes_on_the_flags_of_the_node_too() {
    var plan = cluster("lab", c -> {
      node(c, "pve1", GENOA);
      node(c, "pve2", ROME);
      c.vm(200, "app", v -> v.cpuType("max"));
    });

    rule.on(plan)
        .reportsExactly("GST-011[guest/200]")
        .withMessageContaining("app has CPU type max and may run on 2 CPU models: "
            + "AMD EPYC 7502 (pve2), AMD EPYC 9354P (pve1)");
  }

  @Test
  void a_guest_without_node_may_run_on_all_of_them() {
    var plan = cluster("lab", c -> {
      node(c, "pve1", GENOA);
      node(c, "pve2", ROME);
      c.vm(200, "app", v -> v.cpuType("host"));
    });

    rule.on(plan).reportsExactly("GST-011[guest/200]");
  }

  @Test
  void two_known_models_are_enough_whatever_the_third_is() {
    var plan = cluster("lab", c -> {
      node(c, "pve1", GENOA);
      node(c, "pve2", ROME);
      c.node("pve3", n -> {});
      c.vm(200, "app", v -> v.cpuType("host"));
    });

    rule.on(plan).reportsExactly("GST-011[guest/200]");
  }

  @Test
  void equal_models_pass() {
    var plan = cluster("lab", c -> {
      node(c, "pve1", GENOA);
      node(c, "pve2", GENOA);
      c.vm(200, "app", v -> v.cpuType("host"));
    });

    rule.on(plan).passes();
  }

  @Test
  void a_strict_rule_over_equal_models_passes() {
    var plan = cluster("lab", c -> {
      var pve1 = node(c, "pve1", GENOA);
      node(c, "pve2", ROME);
      var pve3 = node(c, "pve3", GENOA);
      var app = c.vm(200, "app", v -> v.node(pve1).cpuType("host"));
      c.ha(h -> h.resources(app)
          .nodeAffinity("genoa", a -> a.resources(app).nodes(pve1, pve3).strict()));
    });

    rule.on(plan).passes();
  }

  @Test
  void a_guest_that_stays_on_its_node_passes() {
    var plan = cluster("lab", c -> {
      var pve1 = c.node("pve1", n -> {});
      node(c, "pve2", ROME);
      c.vm(200, "app", v -> v.node(pve1).cpuType("host"));
    });

    rule.on(plan).passes();
  }

  @ParameterizedTest
  @ValueSource(strings = {"x86-64-v3", "kvm64", "EPYC-Rome"})
  void other_types_are_not_looked_at(String type) {
    var plan = cluster("lab", c -> {
      node(c, "pve1", GENOA);
      node(c, "pve2", ROME);
      c.vm(200, "app", v -> v.cpuType(type));
    });

    rule.on(plan).isNotApplicable();
  }

  @Test
  void a_template_is_not_looked_at() {
    var plan = cluster("lab", c -> {
      node(c, "pve1", GENOA);
      node(c, "pve2", ROME);
      c.template(9000, "image", v -> v.cpuType("host"));
    });

    rule.on(plan).isNotApplicable();
  }

  @Test
  void a_node_without_cpu_leaves_it_undecided() {
    var plan = cluster("lab", c -> {
      node(c, "pve1", GENOA);
      c.node("pve2", n -> {});
      c.node("pve3", n -> n.hardware(h -> h.memory(gib(64))));
      c.vm(200, "app", v -> v.cpuType("host"));
    });

    rule.on(plan).isUndecidedFor("CPU model of pve2", "CPU model of pve3");
  }

  @Test
  void the_target_of_a_planned_move_is_a_node_it_may_run_on() {
    var plan = cluster("lab", c -> {
      var pve1 = node(c, "pve1", GENOA);
      var pve2 = node(c, "pve2", ROME);
      node(c, "pve3", "AMD EPYC 9554");
      var app = c.vm(200, "app", v -> v.node(pve1).cpuType("host"));
      c.migrate(app, pve2, m -> m.online());
    });

    rule.on(plan)
        .reportsExactly("GST-011[guest/200]")
        .withMessageContaining("AMD EPYC 7502 (pve2), AMD EPYC 9354P (pve1)");
  }
}
