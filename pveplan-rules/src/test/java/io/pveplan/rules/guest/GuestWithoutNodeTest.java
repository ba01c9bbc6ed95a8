package io.pveplan.rules.guest;

import static io.pveplan.dsl.Pveplan.*;
import static io.pveplan.rules.testing.RuleVerifier.verify;

import io.pveplan.rules.testing.RuleVerifier;
import java.util.List;
import org.junit.jupiter.api.Test;

class GuestWithoutNodeTest {

  private final RuleVerifier rule = verify(new GuestWithoutNode());

  @Test
  void guests_that_nobody_makes_are_reported() {
    rule.on(cluster("lab", c -> {
          var node = c.node("pve1", n -> {});
          var nas = c.storage(dir("nas", "/srv"), s -> {});
          c.template(900, "base", v -> {});
          c.vm(200, "app", v -> v.node(node));
          c.vms(vmids(210, 211), vmProfile("web", v -> {}));
          c.container(300, "dns", containerTemplate(nas, "a.tar.zst"), nas, gib(4), t -> {});
        }))
        .reportsExactly(
            "GST-035[guest/900]", "GST-035[guest/210]", "GST-035[guest/211]", "GST-035[guest/300]");
  }

  @Test
  void a_finding_names_the_guest() {
    rule.on(cluster("lab", c -> c.vm(200, "app", v -> {})))
        .reportsExactly("GST-035[guest/200]")
        .withMessageContaining("the plan does not say which node app starts its life on");
  }

  @Test
  void guests_with_a_node_pass() {
    rule.on(cluster("lab", c -> {
          var node = c.node("pve1", n -> {});
          c.vm(200, "app", v -> v.node(node));
          c.vms(vmids(210, 211), vmProfile("web", v -> v.spreadOver(List.of(node))));
        }))
        .passes();
  }

  @Test
  void a_plan_without_guests_is_not_applicable() {
    rule.on(cluster("lab", c -> c.node("pve1", n -> {}))).isNotApplicable();
  }
}
