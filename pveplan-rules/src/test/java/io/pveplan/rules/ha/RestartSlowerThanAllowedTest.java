package io.pveplan.rules.ha;

import static io.pveplan.dsl.Pveplan.cluster;
import static io.pveplan.dsl.Pveplan.minutes;
import static io.pveplan.dsl.Pveplan.seconds;
import static io.pveplan.model.ProductVersion.PVE_9;
import static io.pveplan.rules.ha.HaLab.*;
import static io.pveplan.rules.testing.RuleVerifier.verify;

import io.pveplan.dsl.ClusterSpec;
import io.pveplan.model.ha.HaState;
import io.pveplan.rules.testing.RuleVerifier;
import java.time.Duration;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class RestartSlowerThanAllowedTest {

  private final RuleVerifier rule = verify(new RestartSlowerThanAllowed());

  private static Consumer<ClusterSpec> shop(Duration rto, HaState state) {
    return c -> {
      var shop = c.vm(210, "shop", v -> v.node(PVE1).rto(rto));
      c.ha(h -> h.resource(shop, r -> r.state(state)));
    };
  }

  @Test
  void less_than_the_two_minutes_of_the_lock_is_reported() {
    rule.on(plan(PVE_9, shop(seconds(119), HaState.STARTED)))
        .reportsExactly("HA-031[guest/210]")
        .withMessageContaining(
            "shop may be down for 119s, and HA starts it on another node after 2min at the earliest")
        .withRemedyContaining(
            "Allow for more time, or make the service redundant in guests on several nodes.");
  }

  @Test
  void a_guest_with_as_much_time_as_ha_needs_passes() {
    rule.on(plan(PVE_9, shop(minutes(2), HaState.STARTED))).passes();
  }

  @Test
  void many_nodes_are_slower_to_agree_than_the_lock_runs_out() {
    rule.on(plan(PVE_9, c -> {
          for (int number = 5; number <= 48; number++) {
            c.node("pve" + number, n -> {});
          }
          shop(minutes(2), HaState.STARTED).accept(c);
        }))
        .reportsExactly("HA-031[guest/210]")
        .withMessageContaining("after 2min 12s at the earliest");
  }

  @Test
  void guests_that_ha_does_not_keep_running_are_not_looked_at() {
    rule.on(plan(PVE_9, shop(seconds(5), HaState.STOPPED))).isNotApplicable();
    rule.on(plan(PVE_9, shop(seconds(5), HaState.IGNORED))).isNotApplicable();
    rule.on(plan(PVE_9, c -> c.vm(210, "shop", v -> v.rto(seconds(5))))).isNotApplicable();
    rule.on(cluster("none", c -> {
          var shop = c.vm(210, "shop", v -> v.rto(seconds(5)));
          c.ha(h -> h.resources(shop));
        }))
        .isNotApplicable();
  }
}
