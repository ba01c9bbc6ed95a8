package io.pveplan.rules.failure;

import static io.pveplan.dsl.Pveplan.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pveplan.model.ResolvedPlan;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FencingTimelineTest {

  @ParameterizedTest(name = "{0} nodes, coefficient {1}")
  @CsvSource({
    "1, 650, 3000, 6650, 120000",
    "2, 650, 3000, 6650, 120000",
    "3, 650, 3650, 8080, 120000",
    "4, 125, 3250, 7200, 120000",
    "32, 650, 22500, 49550, 120000",
    "50, 650, 34200, 75290, 135290",
  })
  void the_token_decides_only_in_large_clusters(
      int nodes, int coefficient, long token, long membership, long recovery) {
    var timeline = FencingTimeline.of(nodes, coefficient);

    assertThat(timeline.token().toMillis()).isEqualTo(token);
    assertThat(timeline.membership().toMillis()).isEqualTo(membership);
    assertThat(timeline.recoveryFrom().toMillis()).isEqualTo(recovery);
    assertThat(timeline.recoveryWithin().toMillis()).isEqualTo(recovery + 20_000);
  }

  @Test
  void a_node_that_is_cut_off_resets_itself_50_to_70_seconds_after_the_others_know() {
    var timeline = FencingTimeline.of(4, 650);

    assertThat(timeline.membership()).isEqualTo(Duration.parse("PT9.51S"));
    assertThat(timeline.selfFenceFrom()).isEqualTo(Duration.parse("PT59.51S"));
    assertThat(timeline.selfFenceWithin()).isEqualTo(Duration.parse("PT1M19.51S"));
  }

  @Test
  void with_the_manager_lost_as_well_it_takes_longer() {
    var timeline = FencingTimeline.of(3, 650);

    assertThat(timeline.recoveryWithoutManagerFrom()).isEqualTo(Duration.ofSeconds(180));
    assertThat(timeline.recoveryWithoutManagerWithin()).isEqualTo(Duration.ofSeconds(215));
  }

  @Test
  void the_clock_of_the_simulator_of_the_product_is_met() {
    // Rounds of 20 s, locks that are had at once when free, and no token.
    var timeline = FencingTimeline.of(0, 20_000, 0);

    assertThat(Duration.ofSeconds(120))
        .isBetween(timeline.recoveryFrom(), timeline.recoveryWithin());
    assertThat(Duration.ofSeconds(162))
        .isBetween(timeline.recoveryWithoutManagerFrom(), timeline.recoveryWithoutManagerWithin());
  }

  @Test
  void a_plan_has_the_coefficient_it_says_or_the_one_that_takes_longer() {
    var silent = cluster("lab", c -> c.nodes(List.of("a", "b", "c"), it -> it, (n, it) -> {}));
    var said = cluster("lab", c -> {
      c.nodes(List.of("a", "b", "c"), it -> it, (n, it) -> {});
      c.corosync(k -> k.tokenCoefficient(1000));
    });

    assertThat(FencingTimeline.of(ResolvedPlan.of(silent)).token())
        .isEqualTo(Duration.ofMillis(3650));
    assertThat(FencingTimeline.of(ResolvedPlan.of(said)).token())
        .isEqualTo(Duration.ofMillis(4000));
  }

  @Test
  void a_cluster_without_nodes_has_none() {
    assertThatThrownBy(() -> FencingTimeline.of(0, 650))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a cluster has nodes");
  }
}
