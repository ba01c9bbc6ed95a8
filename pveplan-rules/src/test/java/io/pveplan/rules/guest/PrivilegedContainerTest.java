package io.pveplan.rules.guest;

import static io.pveplan.dsl.Pveplan.*;
import static io.pveplan.rules.testing.RuleVerifier.verify;

import io.pveplan.dsl.ContainerSpec;
import io.pveplan.model.ClusterPlan;
import io.pveplan.rules.testing.RuleVerifier;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class PrivilegedContainerTest {

  private final RuleVerifier rule = verify(new PrivilegedContainer());

  private static ClusterPlan container(Consumer<ContainerSpec> block) {
    return cluster("lab", c -> {
      var nas = c.storage(dir("nas", "/srv"), s -> {});
      c.container(300, "dns", containerTemplate(nas, "debian-13.tar.zst"), nas, gib(4), block);
    });
  }

  @Test
  void a_privileged_container_is_reported() {
    rule.on(container(t -> t.privileged()))
        .reportsExactly("GST-030[guest/300]")
        .withMessageContaining("dns is privileged: its root is root of the node");
  }

  @Test
  void an_unprivileged_container_passes() {
    rule.on(container(t -> {})).passes();
  }

  @Test
  void a_plan_without_containers_is_not_looked_at() {
    rule.on(cluster("lab", c -> c.vm(200, "app", v -> {}))).isNotApplicable();
  }
}
