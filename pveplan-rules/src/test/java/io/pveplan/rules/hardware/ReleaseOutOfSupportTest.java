package io.pveplan.rules.hardware;

import static io.pveplan.dsl.Pveplan.cluster;
import static io.pveplan.rules.testing.RuleVerifier.verify;

import io.pveplan.model.ClusterPlan;
import io.pveplan.model.ProductVersion;
import io.pveplan.rules.testing.RuleVerifier;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class ReleaseOutOfSupportTest {

  private final RuleVerifier rule = verify(new ReleaseOutOfSupport());

  @Test
  void the_first_day_without_support_is_reported() {
    rule.on(on(LocalDate.of(2026, 9, 1)))
        .reportsExactly("NODE-025[cluster]")
        .withMessageContaining("the cluster goes live on 2026-09-01 with Proxmox VE 8.4, which"
            + " gets its last updates in August 2026");
  }

  @Test
  void the_last_day_with_support_passes() {
    rule.on(on(LocalDate.of(2026, 8, 31))).passes();
  }

  @Test
  void without_a_day_it_is_undecided() {
    rule.on(cluster("lab", c -> c.target(ProductVersion.PVE_8_4)))
        .isUndecidedFor("day of the go-live");
  }

  @Test
  void the_end_of_9_is_not_known() {
    rule.on(cluster("lab", c -> c.goLive(LocalDate.of(2030, 1, 1)))).isNotApplicable();
  }

  private static ClusterPlan on(LocalDate day) {
    return cluster("lab", c -> c.target(ProductVersion.PVE_8_4).goLive(day));
  }
}
