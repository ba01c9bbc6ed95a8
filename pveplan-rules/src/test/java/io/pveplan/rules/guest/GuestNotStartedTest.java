package io.pveplan.rules.guest;

import static io.pveplan.dsl.Pveplan.*;
import static io.pveplan.rules.testing.RuleVerifier.verify;

import io.pveplan.rules.testing.RuleVerifier;
import org.junit.jupiter.api.Test;

class GuestNotStartedTest {

  private final RuleVerifier rule = verify(new GuestNotStarted());

  @Test
  void a_guest_that_nothing_starts_is_reported() {
    rule.on(cluster("lab", c -> c.vm(200, "app", v -> {})))
        .reportsExactly("GST-033[guest/200]")
        .withMessageContaining("app does not start with its node, and HA does not start it");
  }

  @Test
  void a_container_counts_too() {
    rule.on(cluster("lab", c -> {
          var nas = c.storage(dir("nas", "/srv"), s -> {});
          c.container(300, "dns", containerTemplate(nas, "a.tar.zst"), nas, gib(4), t -> {});
        }))
        .reportsExactly("GST-033[guest/300]");
  }

  @Test
  void a_guest_that_starts_with_its_node_passes() {
    rule.on(cluster("lab", c -> c.vm(200, "app", v -> v.onBoot()))).passes();
  }

  @Test
  void guests_of_ha_and_templates_are_not_looked_at() {
    rule.on(cluster("lab", c -> {
          c.template(900, "base", v -> {});
          var app = c.vm(200, "app", v -> {});
          c.ha(h -> h.resources(app));
        }))
        .isNotApplicable();
  }
}
