package io.pveplan.rules.guest;

import static io.pveplan.dsl.Pveplan.*;
import static io.pveplan.rules.testing.RuleVerifier.verify;

import io.pveplan.rules.testing.RuleVerifier;
import org.junit.jupiter.api.Test;

class DuplicateGuestNameTest {

  private final RuleVerifier rule = verify(new DuplicateGuestName());

  @Test
  void the_second_guest_of_a_name_is_reported() {
    rule.on(cluster("lab", c -> {
          c.vm(200, "app", v -> {});
          c.vm(201, "App", v -> {});
          c.vm(202, "web", v -> {});
        }))
        .reportsExactly("GST-005[guest/201]")
        .withMessageContaining("guest 201 is named App, as guest 200");
  }

  @Test
  void names_of_their_own_pass() {
    rule.on(cluster("lab", c -> {
          c.vm(200, "app", v -> {});
          c.vm(201, "web", v -> {});
        }))
        .passes();
  }

  @Test
  void a_plan_without_guests_is_not_looked_at() {
    rule.on(cluster("lab", c -> c.node("pve1", n -> {}))).isNotApplicable();
  }
}
