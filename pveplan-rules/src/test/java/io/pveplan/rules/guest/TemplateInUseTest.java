package io.pveplan.rules.guest;

import static io.pveplan.dsl.Pveplan.*;
import static io.pveplan.rules.testing.RuleVerifier.verify;
import static org.assertj.core.api.Assertions.assertThat;

import io.pveplan.dsl.VmSpec;
import io.pveplan.model.ClusterPlan;
import io.pveplan.model.ha.HaState;
import io.pveplan.rules.Finding;
import io.pveplan.rules.RuleBook;
import io.pveplan.rules.testing.RuleVerifier;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class TemplateInUseTest {

  private final RuleVerifier rule = verify(new TemplateInUse());

  private static ClusterPlan template(Consumer<VmSpec> block, HaState... states) {
    return cluster("lab", c -> {
      var image = c.template(9000, "image", v -> v.with(block));
      List.of(states).forEach(state -> c.ha(h -> h.resource(image, r -> r.state(state))));
    });
  }

  @Test
  void a_template_that_ha_starts_is_reported() {
    rule.on(template(v -> {}, HaState.STARTED))
        .reportsExactly("CI-021[guest/9000]")
        .withMessageContaining("template image is an HA resource to be started");
  }

  @Test
  void the_line_of_the_finding_is_that_of_the_ha_resource() {
    ClusterPlan plan = template(v -> {}, HaState.STARTED);

    assertThat(RuleBook.empty().with(new TemplateInUse()).check(plan).findings())
        .extracting(Finding::declaredAt)
        .containsExactly(plan.ha().orElseThrow().resources().get(0).declaredAt())
        .doesNotContain(plan.guests().get(0).declaredAt());
  }

  @Test
  void a_template_with_snapshots_is_reported() {
    rule.on(template(v -> v.snapshots().onBoot()))
        .reportsExactly("CI-021[guest/9000]")
        .withMessageContaining("template image is to have snapshots, and to start with its node");
  }

  @Test
  void a_template_that_starts_with_its_node_is_info() {
    assertThat(RuleBook.empty()
            .with(new TemplateInUse())
            .check(template(v -> v.onBoot()))
            .findings())
        .extracting(it -> it.key() + " " + it.severity() + ": " + it.remedy())
        .containsExactly("CI-021[guest/9000] INFO: Leave it out: Proxmox VE skips templates.");
  }

  @Test
  void a_template_at_rest_passes() {
    rule.on(template(v -> {})).passes();
    rule.on(template(v -> {}, HaState.STOPPED)).passes();
  }

  @Test
  void a_plan_without_templates_is_not_applicable() {
    rule.on(cluster("lab", c -> c.vm(200, "app", v -> v.onBoot()))).isNotApplicable();
  }
}
