package io.pveplan.rules.storage;

import static io.pveplan.dsl.Pveplan.*;
import static io.pveplan.model.Traffic.*;
import static io.pveplan.rules.testing.RuleVerifier.verify;

import io.pveplan.dsl.ClusterSpec;
import io.pveplan.model.ClusterPlan;
import io.pveplan.model.storage.SessionStartup;
import io.pveplan.rules.ReportedLines;
import io.pveplan.rules.testing.RuleVerifier;
import java.util.function.Consumer;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

class ReplacementTimeoutTooLongTest {

  private static final String TARGET = "iqn.2024-02.net.example:san";

  private final RuleVerifier rule = verify(new ReplacementTimeoutTooLong());

  @Test
  void what_is_left_as_it_is_is_reported() {
    rule.on(multipath(c -> {}))
        .reportsExactly("SHR-021[cluster/openIscsi]")
        .withMessageContaining("a broken session to san is waited for 120 s");
    rule.on(multipath(c -> c.openIscsi(i -> i.startup(SessionStartup.AUTOMATIC))))
        .reportsExactly("SHR-021[cluster/openIscsi]");
  }

  @Test
  void a_longer_time_is_reported() {
    rule.on(multipath(c -> c.openIscsi(i -> i.replacementTimeout(hours(24)))))
        .reportsExactly("SHR-021[cluster/openIscsi]")
        .withMessageContaining("86400 s");
  }

  @Test
  void a_shorter_time_passes() {
    rule.on(multipath(c -> c.openIscsi(i -> i.replacementTimeout(seconds(15))))).passes();
  }

  @Test
  void with_one_portal_there_is_no_other_path() {
    rule.on(cluster("lab", c -> {
          c.node("pve1", n -> {});
          c.storage(iscsi("san", "172.30.20.50", TARGET), s -> {});
        }))
        .isNotApplicable();
  }

  @Test
  void two_targets_with_one_lun_are_two_paths() {
    rule.on(cluster("lab", c -> {
          c.node("pve1", n -> {});
          c.storage(
              iscsi("san-a", "172.30.20.50", TARGET + "-a"),
              s -> s.lun(1, l -> l.wwid("35000c50015ea71ac")));
          c.storage(
              iscsi("san-b", "172.30.21.50", TARGET + "-b"),
              s -> s.lun(1, l -> l.wwid("35000c50015ea71ac")));
        }))
        .reportsExactly("SHR-021[cluster/openIscsi]");
  }

  @Test
  void the_line_is_that_of_the_settings_or_of_the_target() {
    ClusterPlan bare = multipath(c -> {});
    ClusterPlan set = multipath(c -> c.openIscsi(i -> i.replacementTimeout(hours(1))));

    Assertions.assertThat(ReportedLines.of(new ReplacementTimeoutTooLong(), bare))
        .containsExactly(bare.storages().get(0).declaredAt().orElseThrow());
    Assertions.assertThat(ReportedLines.of(new ReplacementTimeoutTooLong(), set))
        .containsExactly(set.openIscsi().orElseThrow().declaredAt().orElseThrow());
  }

  private static ClusterPlan multipath(Consumer<ClusterSpec> more) {
    return cluster("lab", c -> {
      c.node("pve1", n -> {});
      c.storage(iscsi("san", "172.30.20.50", TARGET), s -> s.portals("172.30.21.50"));
      more.accept(c);
    });
  }
}
