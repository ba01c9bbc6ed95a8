package io.pveplan.rules.ha;

import static io.pveplan.model.ProductVersion.PVE_9;
import static io.pveplan.rules.ha.HaLab.*;
import static io.pveplan.rules.testing.RuleVerifier.verify;

import io.pveplan.model.ha.HaState;
import io.pveplan.rules.testing.RuleVerifier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CriticalGuestWithoutHaTest {

  private final RuleVerifier rule = verify(new CriticalGuestWithoutHa());

  @Test
  void a_critical_guest_without_ha_is_reported() {
    rule.on(plan(PVE_9, c -> c.vm(210, "erp", v -> v.tags("critical", "erp"))))
        .reportsExactly("HA-030[guest/210]")
        .withMessageContaining("erp has the tag critical, but HA does not keep it running")
        .withRemedyContaining("Make it an HA resource, or take the tag away.");
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "STARTED")
  void a_critical_guest_that_ha_does_not_start_is_reported(HaState state) {
    rule.on(plan(PVE_9, c -> {
          var erp = c.vm(210, "erp", v -> v.tags("critical"));
          c.ha(h -> h.resource(erp, r -> r.state(state)));
        }))
        .reportsExactly("HA-030[guest/210]");
  }

  @Test
  void a_critical_guest_under_ha_passes() {
    rule.on(plan(PVE_9, c -> {
          var erp = c.vm(210, "erp", v -> v.tags("critical"));
          c.ha(h -> h.resources(erp));
        }))
        .passes();
  }

  @Test
  void other_guests_and_templates_are_not_looked_at() {
    rule.on(plan(PVE_9, c -> {
          c.vm(210, "erp", v -> v.tags("test"));
          c.template(9000, "base", v -> v.tags("critical"));
        }))
        .isNotApplicable();
  }

  @Test
  void the_tag_can_be_another() {
    rule.set(CriticalGuestWithoutHa.TAG, "prod")
        .on(plan(PVE_9, c -> c.vm(210, "erp", v -> v.tags("prod"))))
        .reportsExactly("HA-030[guest/210]");
  }
}
